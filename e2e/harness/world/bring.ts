import type { Json, Rect } from './api';
import { text } from './args';
import type { CommandTable } from './commands';
import { isOnline, type Core } from './core';
import { LEVEL_1 } from './credits';
import type { Memberships } from './memberships';
import type { Viewports } from './viewport';
import { sentences } from './sentences';

const GLIDE_MS = 500;

/** `collaboration.zoomTo`: moves the view of another user, D:websdk-reference-collaboration. */
export const createBring = (
  core: Core,
  parts: {
    readonly memberships: Memberships;
    readonly viewports: Viewports;
    readonly itemRects: (ids: Json | undefined) => readonly Rect[];
  },
): CommandTable => ({
  COLLABORATION_VIEWPORT_ZOOM_TO: {
    price: LEVEL_1,
    scope: 'boards:read',
    run(link, args) {
      const { memberships, viewports } = parts;
      const user = core.users.get(text(args, 'user'));
      if (!user || !isOnline(user)) throw new Error(sentences.bringOffline());
      if (!memberships.isInside(user)) throw new Error(sentences.bringOutside());
      if (core.dialect.bringNeedsCallerInside && !memberships.isInside(link.user))
        throw new Error(sentences.callerOutside());
      const rects = parts.itemRects(args['items']);
      if (rects.length === 0) throw new Error(sentences.noZoomTarget());
      for (const tab of user.tabs.values())
        core.clock.after(user.network.latencyMs, () => {
          if (!core.tabs.has(tab.id)) return;
          void viewports.move(tab, { to: viewports.around(tab, rects), glideMs: GLIDE_MS });
        });
    },
  },
});
