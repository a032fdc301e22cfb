/**
 * `/sdk/v2/miro.js`: what an app's pages load in place of Miro's script. A classic script, so that
 * `miro` is there before any module of the page runs.
 */
import { HARNESS_SDK } from '../server/sdk-address';
import { linkToBoard, linkToNobody } from './frame-link';
import { createMiro } from './miro';

/** As with Miro, the script comes from the host of the board: that is who the page speaks to. */
function boardOrigin(): string {
  const own = document.currentScript;
  const script =
    own instanceof HTMLScriptElement
      ? own
      : document.querySelector<HTMLScriptElement>(`script[src$="${HARNESS_SDK}"]`);
  return new URL(script?.src ?? location.href).origin;
}

const link = window.parent === window ? linkToNobody() : linkToBoard(boardOrigin());
Object.defineProperty(window, 'miro', { value: createMiro(link), configurable: true });
