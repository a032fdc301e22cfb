/**
 * Saves before the page can be gone. An unpinned panel closes at a press on the canvas, and what it
 * says after that reaches nobody: on the way there the pointer leaves it, and that is early enough.
 * `pagehide` is for where it lets a last call through, as `blur` of the field is.
 *
 * @returns how to stop; saves once more, as the field is going
 */
export function beforeItGoes(save: () => void): () => void {
  document.documentElement.addEventListener('pointerleave', save);
  addEventListener('pagehide', save);
  return () => {
    document.documentElement.removeEventListener('pointerleave', save);
    removeEventListener('pagehide', save);
    save();
  };
}
