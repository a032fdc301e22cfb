/** How a press waits for its code: no screen has to wait for what its buttons do. */
type Functions<T> = Readonly<Record<keyof T, (...values: never[]) => void>>;

export interface Deferred<T> {
  /** Usable at once. What is called before the code is there is done when it is, in that order. */
  readonly actions: T;
  /** Fetches the code, for whenever there is nothing better to do. Never rejects. */
  readonly arrive: () => Promise<void>;
}

/** Actions that need not be loaded. */
export const atHand = <T>(actions: T): Deferred<T> => ({
  actions,
  arrive: () => Promise.resolve(),
});

/**
 * @param load gets the actions; asked again by the next press if it fails
 * @param onFault is told why presses could not be carried out. They are forgotten: a button that
 *   does its work minutes after it was pressed would be worse.
 */
export function deferred<T extends Functions<T>>(
  load: () => Promise<T>,
  onFault: (fault: unknown) => void,
): Deferred<T>;
export function deferred(
  load: () => Promise<object>,
  onFault: (fault: unknown) => void,
): Deferred<object> {
  let loaded: object | undefined;
  let loading: Promise<object> | undefined;
  let pressed: ((actions: object) => void)[] = [];

  async function fetchActions(): Promise<void> {
    try {
      loaded = await (loading ??= load());
      for (const press of pressed.splice(0)) press(loaded);
    } catch (fault) {
      loading = undefined;
      if (pressed.length > 0) onFault(fault);
      pressed = [];
    }
  }

  const press = (name: PropertyKey, values: readonly unknown[]): void => {
    const act = (actions: object): void => {
      const action: unknown = Reflect.get(actions, name);
      if (typeof action === 'function') Reflect.apply(action, undefined, values);
    };
    if (loaded !== undefined) act(loaded);
    else {
      pressed.push(act);
      void fetchActions();
    }
  };

  const actions = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values: readonly unknown[]) =>
          press(name, values),
    },
  );
  return { actions, arrive: fetchActions };
}
