/**
 * Stands in for `deepmerge` under svelte-i18n (an alias in `vite.config.ts`): our catalogues are
 * flat, and the original brings a module system along.
 */
type Catalogue = Readonly<Record<string, string>>;

const merged = {
  all: (catalogues: readonly Catalogue[]): Catalogue =>
    Object.fromEntries(catalogues.flatMap((catalogue) => Object.entries(catalogue))),
};

export default merged;
