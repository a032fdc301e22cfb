import type { CDPSession, Page } from 'playwright/test';

/** What the pages of one person had to do, in figures that a busy machine does not change. */
export interface Effort {
  /** For each thing that was done: time of computing, of the board and of the app's pages together. */
  readonly eachMs: number;
  /** Nodes that were put into the panel's page: whatever has not changed is not made anew. */
  readonly made: number;
  /** The most parts of the panel, of those that are laid out only in sight, that were so at one time. */
  readonly laidOut: number;
}

type Figure = 'made' | 'laid-out';

/** How much work somebody's pages have, by the browser's own account. */
export class Efforts {
  readonly #cdp: Promise<CDPSession>;
  readonly #page: Page;
  readonly #noted: Record<Figure, number[]>;

  private constructor(page: Page, noted: Record<Figure, number[]>) {
    this.#page = page;
    this.#noted = noted;
    this.#cdp = account(page);
  }

  /** To be called before the page goes anywhere. */
  static async watch(page: Page): Promise<Efforts> {
    const noted: Record<Figure, number[]> = { made: [], 'laid-out': [] };
    await page.exposeBinding('noteEffort', (_, figure: Figure, value: number) => {
      noted[figure].push(value);
    });
    await page.addInitScript({ content: `if (/panel/.test(location.pathname)) {${WATCH}}` });
    return new Efforts(page, noted);
  }

  /** @param times how many things `what` does, one by one */
  async of(times: number, what: () => Promise<void>): Promise<Effort> {
    await this.#drawn();
    this.#noted.made.length = this.#noted['laid-out'].length = 0;
    const before = await this.#computedMs();
    await what();
    await this.#drawn();
    return {
      eachMs: ((await this.#computedMs()) - before) / times,
      made: this.#noted.made.reduce((sum, count) => sum + count, 0),
      laidOut: Math.max(0, ...this.#noted['laid-out']),
    };
  }

  async #computedMs(): Promise<number> {
    const { metrics } = await (await this.#cdp).send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  }

  /** Whatever has happened is on the screen, and noted. */
  async #drawn(): Promise<void> {
    await this.#page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
    );
  }
}

/** The time that the pages' own thread has had the processor, not that which passes meanwhile. */
async function account(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return cdp;
}

const WATCH = `
  const sizeOf = (node) => 1 + (node instanceof Element ? node.querySelectorAll('*').length : 0);
  new MutationObserver((changes) => {
    const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (nodes.length > 0) noteEffort('made', nodes.reduce((sum, node) => sum + sizeOf(node), 0));
  }).observe(document, { childList: true, subtree: true });

  const inSight = new Set();
  addEventListener('contentvisibilityautostatechange', ({ target, skipped }) => {
    if (skipped) inSight.delete(target);
    else inSight.add(target);
    noteEffort('laid-out', inSight.size);
  }, true);
`;
