/**
 * In place of Svelte's deep state, in the build. All our state is `$state.raw` and replaced whole,
 * yet what sets it can reach the code that would make it deep.
 */
export const proxy = <T>(value: T): T => value;
export const get_proxied_value = proxy;
export const is = Object.is;
