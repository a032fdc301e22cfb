/** Closes what has opened when the person presses Escape, or goes elsewhere by pointer or keyboard. */
export const dismissible =
  (close: () => void) =>
  (element: HTMLElement): (() => void) => {
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !element.contains(target)) close();
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      close();
      element.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    // A click into an app's iframe is seen here only as a loss of the focus.
    const away = (): void => {
      close();
    };
    document.addEventListener('pointerdown', leave);
    element.addEventListener('keydown', escape);
    window.addEventListener('blur', away);
    return () => {
      document.removeEventListener('pointerdown', leave);
      element.removeEventListener('keydown', escape);
      window.removeEventListener('blur', away);
    };
  };
