/** Words that a page can say only after more of it has been loaded: see `words-in-use.ts`. */
declare module '*.json?later' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
