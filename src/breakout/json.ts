/** What storage and events carry. `undefined` is not JSON and never goes to storage. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
