export interface Place {
  readonly top: number;
  readonly left: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Distance between the menu and what it belongs to, and to the edges of the panel. */
const GAP = 4;

/** Below its button and flush right with it; above when there is no room below; never outside. */
export function placeMenu(
  trigger: { readonly top: number; readonly bottom: number; readonly right: number },
  menu: Box,
  page: Box,
): Place {
  const below = trigger.bottom + GAP;
  const above = trigger.top - GAP - menu.height;
  const fitsBelow = below + menu.height <= page.height - GAP;
  const within = (wish: number, most: number): number => Math.max(GAP, Math.min(wish, most));
  return {
    top: within(fitsBelow ? below : above, page.height - menu.height - GAP),
    left: within(trigger.right - menu.width, page.width - menu.width - GAP),
  };
}
