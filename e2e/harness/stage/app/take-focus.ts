/** Keyboard and screen reader go where a dialog opens, and back where they were when it closes. */
export function takeFocus(dialog: HTMLElement): () => void {
  const before = document.activeElement;
  dialog.focus();
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
