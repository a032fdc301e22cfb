/**
 * Saves before the page can be gone. An unpinned panel closes at a press on the canvas, and what it
 * says after that reaches nobody: on the way there the pointer leaves it, and that is early enough.
 * `pagehide` is for where it lets a last call through, as `blur` of the field is.
 *
 * @returns how to stop
 */
export function beforePageGoes(save: () => void): () => void {
  document.documentElement.addEventListener('pointerleave', save);
  addEventListener('pagehide', save);
  return () => {
    document.documentElement.removeEventListener('pointerleave', save);
    removeEventListener('pagehide', save);
  };
}

/**
 * As `beforePageGoes`, and once more as the field goes. For what compares with nothing that is shown:
 * as a screen goes, its values may be those of the next one, or of none.
 */
export function beforeFieldGoes(save: () => void): () => void {
  const stop = beforePageGoes(save);
  return () => {
    stop();
    save();
  };
}
