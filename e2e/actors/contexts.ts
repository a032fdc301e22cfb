import type { Browser, BrowserContext, Page } from 'playwright/test';
import { serverAddress } from './server';

/** A laptop's window. */
const SCREEN = { width: 1280, height: 800 };

/** Every step of every glide is drawn otherwise, which takes a sixth of all processor time. */
const LESS_MOTION = { viewport: SCREEN, reducedMotion: 'reduce' } as const;

/** What one person's browser has for itself. */
export interface Special {
  readonly clock?: 'movable' | undefined;
  readonly aheadMinutes?: number | undefined;
  readonly touch: boolean;
  readonly measured: boolean;
}

/**
 * `shared`: people whose browsers need not differ are tabs of one, which is one process instead of
 * one for each, and stays for the tests that follow; nothing of the app is kept in a browser.
 * They have asked for less motion. `each`: a browser of their own for everyone, where all moves.
 */
export type Browsers = 'shared' | 'each';

/** The browsers of those who are on a board. */
export class Contexts {
  readonly #browser: Browser;
  readonly #browsers: Browsers;
  readonly #pages: Page[] = [];
  readonly #open: BrowserContext[] = [];
  readonly #movable: BrowserContext[] = [];
  /** Of those whose clocks can be moved. */
  #together: Promise<BrowserContext> | undefined;

  constructor(browser: Browser, browsers: Browsers) {
    this.#browser = browser;
    this.#browsers = browsers;
  }

  /** @returns a page for somebody who asks for this */
  async newPage(special: Special): Promise<Page> {
    const context = await this.#of(special);
    const page = await context.newPage();
    this.#pages.push(page);
    return page;
  }

  /** Moves the clocks that can be. */
  async fastForward(ms: number): Promise<void> {
    await Promise.all(this.#movable.map(({ clock }) => clock.fastForward(ms)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.close()));
    await Promise.all(this.#open.map((context) => context.close()));
  }

  #of(special: Special): Promise<BrowserContext> {
    const { clock, aheadMinutes, touch, measured } = special;
    const alone = this.#browsers === 'each' || aheadMinutes !== undefined || touch || measured;
    if (alone) return this.#new(special);
    // A clock that has been moved is nothing for the next test.
    return clock === undefined ? lastingOf(this.#browser) : (this.#together ??= this.#new(special));
  }

  async #new({ clock, aheadMinutes, touch }: Special): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      ...(this.#browsers === 'each' ? { viewport: SCREEN } : LESS_MOTION),
      hasTouch: touch,
    });
    this.#open.push(context);
    if (aheadMinutes !== undefined) {
      await context.clock.install({ time: Date.now() + aheadMinutes * 60_000 });
    } else if (clock === 'movable') await context.clock.install();
    if (aheadMinutes !== undefined || clock === 'movable') this.#movable.push(context);
    return context;
  }
}

const lasting = new WeakMap<Browser, Promise<BrowserContext>>();

/** Stays for all tests of a worker, with all that its process has compiled. */
function lastingOf(browser: Browser): Promise<BrowserContext> {
  const there = lasting.get(browser) ?? kept(browser);
  lasting.set(browser, there);
  return there;
}

async function kept(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext(LESS_MOTION);
  // A process ends with the last page that it draws.
  const page = await context.newPage();
  await page.goto(`${serverAddress()}/icon-outline.svg`);
  return context;
}
