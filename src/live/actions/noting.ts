/**
 * For tests of what a press does: each action with its values, in words, is added to `did`.
 * `new Proxy({} as FacilitatorActions, noting(did))`
 */
export const noting = <Actions extends object>(did: string[]): ProxyHandler<Actions> => ({
  get:
    (_, action) =>
    (...values: readonly unknown[]) =>
      did.push([String(action), ...values].join(' ')),
});
