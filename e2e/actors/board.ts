import { randomUUID } from 'node:crypto';
import { expect, test as base, type Browser } from 'playwright/test';
import { connectOperator, type OperatorClient } from '../harness/server/operator';
import type { ItemView, Locale, Plan, Role } from '../harness/world/api';
import { userId } from '../../src/breakout/ids';
import { sameQuestion } from '../../src/breakout/question';
import { mayConcern } from '../../src/records/hints';
import { keys } from '../../src/records/keys';
import { personRecord } from '../../src/records/person';
import { Clicks } from './clicks';
import { Contexts, type Browsers } from './contexts';
import { Efforts } from './effort';
import { hearNotifications } from './notifications';
import { Overview } from './overview';
import { Facilitator, Participant, type Person } from './person';
import { takesPictures } from './picture';
import { serverAddress } from './server';
import { hearSpoken } from './spoken';

/** Longer than it takes to move everyone's clock. */
const JUMP_MS = 2_000;

export interface Circumstances {
  readonly authorised?: boolean;
  readonly role?: Role;
  readonly plan?: Plan;
  readonly locale?: Locale;
  /** One way, in milliseconds. */
  readonly latency?: number;
  /** `movable`: this person's browser takes part in `Board.pass`. */
  readonly clock?: 'movable';
  /** Their computer's clock, movable too, is so much ahead; negative: behind. */
  readonly aheadMinutes?: number;
  /** Has a screen that can be touched. */
  readonly touch?: boolean;
  /** How much work their pages have is measured. */
  readonly measured?: boolean;
}

/** A board of its own for one test, and the people on it. */
export class Board {
  /** Everything that only the world can do, or knows. */
  readonly operator: OperatorClient;
  readonly #id: string;
  readonly #browser: Browser;
  readonly #contexts: Contexts;
  readonly #people: Person[] = [];

  private constructor(id: string, browser: Browser, browsers: Browsers, operator: OperatorClient) {
    this.#id = id;
    this.#browser = browser;
    this.#contexts = new Contexts(browser, browsers);
    this.operator = operator;
  }

  /** @param furnish what is on the board from the beginning: `notes`, `frames` */
  static async open(
    browser: Browser,
    furnish: string,
    browsers: Browsers = 'shared',
  ): Promise<Board> {
    const id = `Retro-${randomUUID().slice(0, 8)}`;
    const options = { origin: serverAddress(), board: id };
    const operator = await connectOperator(furnish === '' ? options : { ...options, furnish });
    return new Board(id, browser, browsers, operator);
  }

  /** What `npm start` shows of this board: everyone side by side, each with one more tab. */
  overview = (): Promise<Overview> => Overview.open(this.#browser, this.#id);

  facilitator = (name: string, circumstances?: Circumstances): Promise<Facilitator> =>
    this.#enter(name, Facilitator, circumstances);

  participant = (name: string, circumstances?: Circumstances): Promise<Participant> =>
    this.#enter(name, Participant, circumstances);

  participants = (...names: readonly string[]): Promise<readonly Participant[]> =>
    Promise.all(names.map((name) => this.participant(name)));

  async #enter<P extends Person>(
    name: string,
    Role: new (...args: ConstructorParameters<typeof Person>) => P,
    {
      authorised = true,
      clock,
      aheadMinutes,
      touch = false,
      measured = false,
      ...rest
    }: Circumstances = {},
  ): Promise<P> {
    const page = await this.#contexts.newPage({ clock, aheadMinutes, touch, measured });
    const person = new Role(name, {
      page,
      clicks: await Clicks.count(page),
      notifications: await hearNotifications(page),
      spoken: await hearSpoken(page),
      efforts: measured ? await Efforts.watch(page) : undefined,
    });
    this.#people.push(person);
    const query = new URLSearchParams({ board: this.#id, user: name });
    if (!authorised) query.set('authorised', 'no');
    // Drawn anew with each step of each glide, and looked at by nobody.
    if (!takesPictures) query.set('dots', 'no');
    for (const [key, value] of Object.entries(rest)) query.set(key, String(value));
    await page.goto(`${serverAddress()}/stage?${query}`);
    await expect(person.stage.canvas).toBeVisible();
    // Drawn before the board knows of the tab: where somebody looks would be nowhere yet.
    await expect.poll(() => this.viewOf(name)).not.toEqual([]);
    return person;
  }

  /** People who are on the board, and whose browser is no part of this test. */
  async bystanders(...names: readonly string[]): Promise<void> {
    const users = await Promise.all(names.map((name) => this.operator.addUser({ name })));
    await Promise.all(users.map((user) => this.operator.openTab(user, { visible: false })));
  }

  async idOf(name: string): Promise<string> {
    const { users } = await this.operator.board();
    const user = users.find((one) => one.name === name);
    if (user === undefined) throw new Error(`${name} is not on the board.`);
    return user.id;
  }

  /** Waits until nothing is stored any more by which somebody's background would have to work. */
  async expectAtRest(name: string): Promise<void> {
    const user = userId(await this.idOf(name));
    const mayHaveToWork = async (): Promise<boolean> => {
      const { plan, run, [keys.person(user)]: person } = await this.operator.storage();
      return mayConcern(user, { plan, run, person });
    };
    await expect.poll(mayHaveToWork, { timeout: 20_000 }).toBe(false);
  }

  /**
   * Waits until what somebody has answered is stored: a page that goes sooner may take the answer along, and
   * its user is asked again.
   */
  async expectAnswered(name: string): Promise<void> {
    const user = userId(await this.idOf(name));
    const record = personRecord(user);
    const isAnswered = async (): Promise<boolean> => {
      const { [record.key]: raw } = await this.operator.storage();
      const stored = record.read(raw);
      if (stored.type !== 'ok') return false;
      const { asked, answer } = record.decode(stored.value);
      return sameQuestion(answer, asked);
    };
    await expect.poll(isAnswered).toBe(true);
  }

  /** The tab that somebody opened first, of those that are still open. */
  async tabOf(name: string): Promise<string> {
    const { users } = await this.operator.board();
    const tab = users.find((user) => user.name === name)?.tabs[0];
    if (tab === undefined) throw new Error(`${name} is not here.`);
    return tab.id;
  }

  /** Who is in which session, by names. */
  async sessions(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { sessions, users } = await this.operator.board();
    const nameOf = (id: string): string => users.find((user) => user.id === id)?.name ?? id;
    return Object.fromEntries(
      sessions.map((session) => [session.name, session.users.map(nameOf).sort()]),
    );
  }

  /**
   * Where somebody looks: left, top, width and height, in whole board units, since the page and the
   * world may round differently.
   */
  async viewOf(name: string): Promise<readonly number[]> {
    const { users } = await this.operator.board();
    const view = users.find((user) => user.name === name)?.tabs[0]?.viewport;
    return view === undefined ? [] : [view.x, view.y, view.width, view.height].map(Math.round);
  }

  /**
   * Lets time pass for everyone with a movable clock, as if all their computers had slept: clocks
   * and timers jump, and everything due happens. Nothing may arrive from somebody who has jumped
   * already at somebody who has not, so messages wait meanwhile.
   */
  async pass({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): Promise<void> {
    const ms = (minutes * 60 + seconds) * 1000;
    await this.#delayAll(JUMP_MS);
    await this.#contexts.fastForward(ms);
    await this.#delayAll(0);
  }

  async #delayAll(latencyMs: number): Promise<void> {
    const { users } = await this.operator.board();
    await Promise.all(users.map(({ id }) => this.operator.setNetwork(id, { latencyMs })));
  }

  /** Somebody writes sticky notes in a room's frame, by hand, from left to right. */
  async writeNotes(name: string, room: string, texts: readonly string[]): Promise<void> {
    const { users } = await this.operator.board();
    const tab = users.find((user) => user.name === name)?.tabs[0];
    const frame = (await this.operator.items()).find(
      ({ type, text }) => type === 'frame' && text === room,
    );
    if (tab === undefined || frame === undefined) throw new Error(`No ${name}, or no ${room}.`);
    const left = frame.x - frame.width / 2 + 150;
    for (const [at, text] of texts.entries()) {
      const place = { x: left + at * 220, y: frame.y, width: 199, height: 228 };
      await this.operator.createItem(tab.id, { type: 'sticky_note', text, ...place });
    }
  }

  /** What lies in the frame of this title, in the order in which it was made. */
  async inFrame(title: string): Promise<readonly ItemView[]> {
    const items = await this.operator.items();
    const frame = items.find(({ type, text }) => type === 'frame' && text === title);
    return items.filter(({ parentId }) => frame !== undefined && parentId === frame.id);
  }

  /** From now on everything takes so long to and from somebody, one way. */
  async slow(name: string, latencyMs: number): Promise<void> {
    await this.operator.setNetwork(await this.idOf(name), { latencyMs });
  }

  async frameTitles(): Promise<readonly string[]> {
    const items = await this.operator.items();
    return items.filter(({ type }) => type === 'frame').map(({ text }) => text);
  }

  /** Ends the test: closes every browser, and fails if any page of anyone had an error. */
  async close(): Promise<void> {
    await this.#contexts.close();
    this.operator.close();
    expect(this.#people.flatMap((person) => person.errors.entries)).toEqual([]);
  }
}

interface Fixtures {
  /** What the board begins with. */
  readonly furnish: string;
  readonly browsers: Browsers;
  readonly board: Board;
}

export const test = base.extend<Fixtures>({
  furnish: ['', { option: true }],
  browsers: ['shared', { option: true }],
  board: async ({ browser, browsers, furnish }, use) => {
    const board = await Board.open(browser, furnish, browsers);
    await use(board);
    await board.close();
  },
});

export { expect };
