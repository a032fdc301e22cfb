/** What a page can say, in one language: see `words-in-use.ts`. */
declare module '*.json?page' {
  type Words = Readonly<Record<string, string>>;
  const words: Words;
  export default words;
  /** What its parts can say beside that, by their names. */
  export const parts: Readonly<Record<string, () => Promise<{ readonly default: Words }>>>;
}
