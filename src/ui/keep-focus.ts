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
  const forget = (): void => {
    // Removal also blurs in some browsers; only a blur of something still there is a person's.
    if (focused?.isConnected === true) focused = undefined;
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
  root.addEventListener('focusout', forget);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', forget);
  };
};
