import type { Browser, BrowserContext } from 'playwright/test';

/** A laptop's window. */
const SCREEN = { width: 1280, height: 800 };

/** What one person's browser has for itself. */
export interface Special {
  readonly clock?: 'movable' | undefined;
  readonly aheadMinutes?: number | undefined;
  readonly touch: boolean;
  readonly measured: boolean;
}

/**
 * `shared`: people whose browsers need not differ are tabs of one, which is one process instead of
 * one for each; nothing of the app is kept in a browser. `each`: a browser of their own for everyone.
 */
export type Browsers = 'shared' | 'each';

/** The browsers of those who are on a board. */
export class Contexts {
  readonly #browser: Browser;
  readonly #browsers: Browsers;
  readonly #shared = new Map<string, Promise<BrowserContext>>();
  readonly #open: BrowserContext[] = [];
  readonly #movable: BrowserContext[] = [];

  constructor(browser: Browser, browsers: Browsers) {
    this.#browser = browser;
    this.#browsers = browsers;
  }

  /** @returns where to open the page of somebody who asks for this */
  of(special: Special): Promise<BrowserContext> {
    const { clock = '', aheadMinutes, touch, measured } = special;
    const alone = this.#browsers === 'each' || aheadMinutes !== undefined || touch || measured;
    if (alone) return this.#new(special);
    const there = this.#shared.get(clock) ?? this.#new(special);
    this.#shared.set(clock, there);
    return there;
  }

  /** Moves the clocks that can be. */
  async fastForward(ms: number): Promise<void> {
    await Promise.all(this.#movable.map(({ clock }) => clock.fastForward(ms)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((context) => context.close()));
  }

  async #new({ clock, aheadMinutes, touch }: Special): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ viewport: SCREEN, hasTouch: touch });
    this.#open.push(context);
    if (aheadMinutes !== undefined) {
      await context.clock.install({ time: Date.now() + aheadMinutes * 60_000 });
    } else if (clock === 'movable') await context.clock.install();
    if (aheadMinutes !== undefined || clock === 'movable') this.#movable.push(context);
    return context;
  }
}
