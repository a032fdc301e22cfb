/**
 * Asked about the same object again, `work` is not done again: a stored value and a document never
 * change. An answer is kept as long as what it was about; of what is no object none is.
 */
export function once<A, B>(work: (about: A) => B): (about: A) => B {
  const done = new WeakMap<object, B>();
  return (about) => {
    if (typeof about !== 'object' || about === null) return work(about);
    if (!done.has(about)) done.set(about, work(about));
    return done.get(about) as B;
  };
}
