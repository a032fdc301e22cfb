import { loadMoreWords } from '../i18n/start';

/** A chunk of the panel and the words that it says. Every chunk is loaded by this. */
export async function withWords<T>(chunk: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([chunk, loadMoreWords()]);
  return loaded;
}
