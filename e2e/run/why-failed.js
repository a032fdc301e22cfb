/**
 * The part of Playwright's JSON report that is read here.
 * @typedef {{ readonly message?: string }} Fault
 * @typedef {{ readonly status: string, readonly errors: readonly Fault[] }} Result
 * @typedef {{ readonly title: string, readonly tests: readonly { readonly results: readonly Result[] }[] }} Spec
 * @typedef {{ readonly title: string, readonly specs?: readonly Spec[], readonly suites?: readonly Suite[] }} Suite
 * @typedef {{ readonly stats?: { expected: number, unexpected: number, flaky: number }, readonly suites?: readonly Suite[] }} Report
 */

/** Lines of a message that say enough. */
const LINES = 24;

/**
 * Of each test that failed its names and what was wrong: at the end of a long log, where whoever
 * sees only the last page of it needs it.
 *
 * @param {Report} report
 * @returns {readonly string[]}
 */
export function whyFailed({ suites = [] }) {
  return suites.flatMap((suite) => failuresIn(suite, []));
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} above
 * @returns {readonly string[]}
 */
function failuresIn({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .flatMap(({ results }) => results)
      .flatMap(({ errors }) => errors)
      .map(({ message = '' }) => `\n${[...path, spec.title].join(' › ')}\n${brief(message)}`),
  );
  return [...own, ...suites.flatMap((inner) => failuresIn(inner, path))];
}

/** @param {string} message */
function brief(message) {
  const plain = message.replaceAll(/\u001B\[\d+m/g, '');
  return plain.split('\n').slice(0, LINES).join('\n');
}
