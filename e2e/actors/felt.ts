import type { BrowserContext, Page } from 'playwright/test';

/** What somebody feels of the panel, by the browser's own measures. */
export interface Feeling {
  /** Of the presses of keys, from the press to the next picture: half of them took no longer. */
  readonly keyMs: number;
  /** The same of clicks. */
  readonly clickMs: number;
  /** From one picture to the next while something scrolls. */
  readonly frameMs: number;
  /** Nodes that were put into the page: whatever has not changed is not made anew. */
  readonly made: number;
  /** The most parts of the page, of those that are laid out only in sight, that were so at one time. */
  readonly laidOut: number;
}

type Sort = 'key' | 'click' | 'frame' | 'made' | 'laid-out';

/** Event Timing reports nothing shorter (W3C, Event Timing API, 2024). */
const SHORTEST_MS = 16;

const half = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The middle of many, so that a machine that does something else now and then changes nothing. */
export class Felt {
  #noted = new Map<Sort, number[]>();

  /** To be installed before the person's first page is opened. */
  static async watch(context: BrowserContext): Promise<Felt> {
    const felt = new Felt();
    await context.exposeBinding('noteFelt', (_, sort: Sort, value: number) => {
      felt.#noted.set(sort, [...(felt.#noted.get(sort) ?? []), value]);
    });
    await context.addInitScript({ content: `if (/panel/.test(location.pathname)) {${WATCH}}` });
    return felt;
  }

  /** @param presses how many keys, or clicks, `what` presses; what took too short to be noted counts, too */
  async during(page: Page, presses: number, what: () => Promise<void>): Promise<Feeling> {
    await settled(page);
    this.#noted = new Map();
    await what();
    await settled(page);
    const noted = (sort: Sort): readonly number[] => this.#noted.get(sort) ?? [];
    const all = (sort: Sort): number => {
      const unnoted = Array.from<number>({ length: presses - noted(sort).length });
      return half([...noted(sort), ...unnoted.fill(SHORTEST_MS)]);
    };
    return {
      keyMs: all('key'),
      clickMs: all('click'),
      frameMs: half(noted('frame')),
      made: noted('made').reduce((sum, count) => sum + count, 0),
      laidOut: Math.max(0, ...noted('laid-out')),
    };
  }
}

/** Whatever has happened has been drawn, and told. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))',
  );
}

const WATCH = `
  const sorts = { keydown: 'key', click: 'click' };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (Object.hasOwn(sorts, name)) noteFelt(sorts[name], duration);
  }).observe({ type: 'event', durationThreshold: ${SHORTEST_MS} });

  const sizeOf = (node) => 1 + (node instanceof Element ? node.querySelectorAll('*').length : 0);
  new MutationObserver((changes) => {
    const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (nodes.length > 0) noteFelt('made', nodes.reduce((sum, node) => sum + sizeOf(node), 0));
  }).observe(document, { childList: true, subtree: true });

  let last, until = 0;
  const frame = (now) => {
    if (last !== undefined) noteFelt('frame', now - last);
    last = now < until ? now : undefined;
    if (last !== undefined) requestAnimationFrame(frame);
  };
  addEventListener('scroll', () => {
    until = performance.now() + 100;
    if (last === undefined) requestAnimationFrame(frame);
    last ??= performance.now();
  }, true);

  const inSight = new Set();
  addEventListener('contentvisibilityautostatechange', ({ target, skipped }) => {
    if (skipped) inSight.delete(target);
    else inSight.add(target);
    noteFelt('laid-out', inSight.size);
  }, true);
`;
