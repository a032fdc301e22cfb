import type { Miro } from '@mirohq/websdk-types';
import type { Json } from '../breakout/json';
import type { Caller } from './caller';
import { BoardError } from './errors';
import { MODAL_LIMIT_MS, NOTIFICATION_LENGTH } from './limits';
import { miroModal } from './miro-modal';
import { miroPanel } from './miro-panel';
import type { Page, UiPort } from './port';
import { translate } from './translate';

/**
 * Opens the panel when the user clicks the app's icon. To be called before anything else: Miro may
 * show the icon as dead until its handler is there.
 * @param data what the panel is told, as it is when the icon is clicked
 * @throws {BoardError} the icon is dead until this is called again
 */
export async function openPanelOnIcon(sdk: Miro, address: string, data: () => Json): Promise<void> {
  const url = pageBeside(address)('panel');
  try {
    await sdk.board.ui.on('icon:click', () => {
      openPanelOnce(sdk, { url, data: data() }).catch(() => {
        // Another app's panel is in the way, or ours is open already: Miro shows which.
      });
    });
  } catch (error) {
    throw translate(error);
  }
}

const openings = new WeakMap<Miro, Promise<unknown>>();

/**
 * A second opening would begin the panel anew: somebody who clicks the icon just when the panel
 * comes by itself would see it twice, and lose what they have pressed in between.
 */
function openPanelOnce(
  sdk: Miro,
  panel: { readonly url: string; readonly data: Json },
): Promise<unknown> {
  const underWay = openings.get(sdk);
  if (underWay !== undefined) return underWay;
  const opening = sdk.board.ui.openPanel(panel).finally(() => openings.delete(sdk));
  openings.set(sdk, opening);
  return opening;
}

export function miroUi(sdk: Miro, { call }: Caller, pageAddress: (page: Page) => string): UiPort {
  return {
    ...miroModal(sdk, { call }),
    ...miroPanel(sdk, { call }),
    async onIcon(listen) {
      const handler = (): void => {
        listen();
      };
      await call(() => sdk.board.ui.on('icon:click', handler), { credits: 0 });
      return () => {
        sdk.board.ui.off('icon:click', handler).catch(() => undefined);
      };
    },
    async openPanel(data) {
      if (!(await call(() => sdk.board.ui.canOpenPanel(), { credits: 0 }))) return false;
      await call(() => openPanelOnce(sdk, { url: pageAddress('panel'), data }), {
        credits: 0,
        limitMs: MODAL_LIMIT_MS,
      });
      return true;
    },
    async openModal(size, data) {
      if (!(await call(() => sdk.board.ui.canOpenModal(), { credits: 0 }))) return { shown: false };
      const modal = await call(
        () => sdk.board.ui.openModal<Json, unknown>({ url: pageAddress('modal'), ...size, data }),
        { credits: 0, limitMs: MODAL_LIMIT_MS },
      );
      const closed = modal.waitForClose().catch(() => modal.waitForClose());
      return {
        shown: true,
        closed: closed.catch((error: unknown) => Promise.reject(translate(error))),
      };
    },
    closePanel: () => call(() => sdk.board.ui.closePanel(), { credits: 0 }),
    notify: (text) => call(() => sdk.board.notifications.showInfo(fitting(text)), { credits: 0 }),
  };
}

/** Texts are made to fit (see i18n/notices.ts); this is for the one that nobody thought of. */
function fitting(text: string): string {
  if (text.length <= NOTIFICATION_LENGTH) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > NOTIFICATION_LENGTH - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/**
 * The bare address of one of our pages. The own address carries Miro's query parameters, and a page
 * opened with those would break the SDK's handshake.
 */
export function pageBeside(address: string): (page: Page) => string {
  return (page) => {
    try {
      return new URL(`${page}.html`, new URL(address.split(/[?#]/, 1)[0] ?? address)).href;
    } catch (error) {
      throw new BoardError('unknown', `No address for ${page}.html beside ${address}.`, error);
    }
  };
}
