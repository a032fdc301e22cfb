/**
 * Keeps the keyboard in the panel: when the focused element disappears (a room is removed, a person
 * is moved, a screen gives way to the next) the focus goes to the next row, else the row before,
 * else to the element marked `data-focus-home`. Browsers would drop it on the page's body.
 */
import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'button:not(:disabled), input, textarea, select, [tabindex="0"]';

export const keepFocus: Attachment<HTMLElement> = (root) => {
  let focused: HTMLElement | undefined;
  let neighbours: readonly (Element | null)[] = [];

  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    focused = target;
    const row = target.closest('li');
    neighbours = [row?.nextElementSibling ?? null, row?.previousElementSibling ?? null];
  };
  /**
   * Chromium says that the focus has gone while what it takes away is still there. Whoever went
   * elsewhere by themselves left something behind that stays, which shows a moment later.
   */
  const left = (): void => {
    const was = focused;
    setTimeout(() => {
      const isBack = document.hasFocus() && document.activeElement === was;
      if (was?.isConnected === true && was === focused && !isBack) focused = undefined;
    });
  };
  const rescue = (): void => {
    if (focused === undefined || focused.isConnected) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    focused = undefined;
    const row = neighbours.find((element) => element?.isConnected === true);
    const target =
      row?.querySelector<HTMLElement>(FOCUSABLE) ??
      root.querySelector<HTMLElement>('[data-focus-home]');
    target?.focus();
  };

  const observer = new MutationObserver(rescue);
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', left);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', left);
  };
};
