/**
 * Asked of the same object again, `work` is not done again: a stored value and a document never
 * change. An answer is kept as long as what it was about.
 */
export function once<A extends object, B>(work: (about: A) => B): (about: A) => B {
  const done = new WeakMap<A, { readonly answer: B }>();
  return (about) => {
    const known = done.get(about);
    if (known !== undefined) return known.answer;
    const answer = work(about);
    done.set(about, { answer });
    return answer;
  };
}

/** The same where anything may be asked about, as of what comes from outside. */
export function onceForObjects<B>(work: (about: unknown) => B): (about: unknown) => B {
  const ofObject = once<object, B>(work);
  return (about) => (typeof about === 'object' && about !== null ? ofObject(about) : work(about));
}
