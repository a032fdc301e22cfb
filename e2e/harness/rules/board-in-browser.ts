import type { Frame, Page } from 'playwright';
import {
  SECOND_TAB,
  type Action,
  type BoardUnderTest,
  type Carried,
  type Hands,
  type PageName,
  type Person,
} from './rule';
import type { Json } from '../world/api';
import { connectOperator, type OperatorClient } from '../server/operator';

/** Who has a stage. Cho, without the app, has no pages: she is there, and that is all. */
const STAGES = { ana: 'Ana', ben: 'Ben' } as const;

const PAGES: Readonly<Record<string, string>> = {
  background: '/index.html',
  panel: '/panel.html',
  modal: '/modal.html',
};

export const STAGES_SIZE = { width: 1100, height: 1450 } as const;

const SECOND_STAGE = 'second-tab';

export interface Setting {
  /** Of STAGES_SIZE. What it showed before goes. */
  readonly page: Page;
  /** Of the server. */
  readonly origin: string;
  /** Address of an app with blank pages `index.html`, `panel.html` and `modal.html`. */
  readonly app: string;
}

interface Address {
  readonly origin: string;
  readonly board: string;
  readonly app: string;
}

interface Arrived {
  readonly operator: OperatorClient;
  readonly tabs: Readonly<Record<Person, string>>;
}

/**
 * The mocked board in a real browser, as one on which the platform's rules can be tried. The stages
 * stay loaded from one rule to the next: what begins anew is the board, and the app's pages with it.
 *
 * No rule waits for the clock on the wall: time passes on the board alone, and what a page has been
 * sent lies before the answer to its next call.
 */
export class BoardInBrowser implements BoardUnderTest {
  readonly #page: Page;
  readonly #address: Address;
  #arrived: Arrived;
  /** Of boards before this one, whether they have gone already or not. */
  #old: ReadonlySet<Frame> = new Set();

  private constructor(page: Page, address: Address, arrived: Arrived) {
    this.#page = page;
    this.#address = address;
    this.#arrived = arrived;
  }

  static async open({ page, origin, app }: Setting): Promise<BoardInBrowser> {
    const address = { origin, board: `rules-${Math.random().toString(36).slice(2)}`, app };
    await page.setContent(
      Object.entries(STAGES)
        .map(([person, user]) => stageOf(address, { user, name: person }))
        .join(''),
    );
    return new BoardInBrowser(page, address, await arrive(address));
  }

  /** Nothing of what was tried on it is left. */
  async restart(): Promise<void> {
    await this.#closeSecond();
    this.#old = new Set(this.#page.frames());
    await this.#arrived.operator.restart();
    this.#arrived = await arrive(this.#address);
  }

  close(): void {
    this.#arrived.operator.close();
  }

  in = async <A extends Json, R extends Carried>(
    name: PageName,
    action: Action<A, R>,
    args?: A,
  ): Promise<R> => {
    const frame = await this.#frame(name);
    const text = `(${String(action)})({ miro, heard: (globalThis.heard ??= []) }, ${JSON.stringify(args ?? null)})`;
    try {
      return await frame.evaluate<R>(text);
    } catch (error) {
      // A page that closes itself dies before it can say that it has done so.
      if (frame.isDetached()) return undefined as R;
      throw error;
    }
  };

  by = (person: Person): Hands => {
    const { operator, tabs } = this.#arrived;
    const tab = tabs[person];
    return {
      clickIcon: () => operator.clickIcon(tab),
      clickCanvas: () => operator.clickCanvas(tab),
      pinPanel: (pinned) => operator.pinPanel(tab, pinned),
      closePanel: () => operator.closePanel(tab),
      closeModal: () => operator.closeModal(tab),
      select: (items) => operator.select(tab, items),
      answerInvitation: (answer) => operator.answerInvitation(tab, answer),
    };
  };

  notified = async (person: Person): Promise<readonly Json[]> => {
    const { operator, tabs } = this.#arrived;
    const tab = await operator.tab(tabs[person]);
    return (tab?.notifications ?? []).map(({ type, text }) => [type, text]);
  };

  credits = async (person: Person): Promise<number> => {
    const { operator, tabs } = this.#arrived;
    const { users } = await operator.board();
    const user = users.find((one) => one.tabs.some(({ id }) => id === tabs[person]));
    return user?.credits.minute ?? 0;
  };

  wait = (ms: number): Promise<void> => this.#arrived.operator.pass(ms);

  /** The page of the app in one of a person's three places, once it has run Miro's script. */
  async #frame(name: PageName): Promise<Frame> {
    if (name === SECOND_TAB) await this.#openSecond();
    const [person, surface = 'background'] = name === SECOND_TAB ? [SECOND_STAGE] : name.split('/');
    const file = PAGES[surface] ?? '';
    const isIt = (frame: Frame): boolean =>
      frame.parentFrame()?.name() === person && !this.#old.has(frame) && frame.url().endsWith(file);
    // Asking the browser each time for what Playwright knows already would take longer than most rules.
    const frame =
      this.#page.frames().find(isIt) ?? (await this.#page.waitForEvent('framenavigated', isIt));
    await frame.waitForLoadState('domcontentloaded');
    return frame;
  }

  async #openSecond(): Promise<void> {
    if (this.#page.frame(SECOND_STAGE)) return;
    const stage = stageOf(this.#address, { user: STAGES.ana, name: SECOND_STAGE });
    await this.#page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(stage)})`,
    );
  }

  async #closeSecond(): Promise<void> {
    if (this.#page.frame(SECOND_STAGE))
      await this.#page.evaluate(
        `document.querySelector('iframe[name="${SECOND_STAGE}"]').remove()`,
      );
  }
}

function stageOf(
  { origin, board, app }: Address,
  { user, name }: { readonly user: string; readonly name: string },
): string {
  const query = new URLSearchParams({ board, user, app });
  return `<iframe name="${name}" width="1100" height="700" src="${origin}/stage?${query}"></iframe>`;
}

/** Cho comes to a new board by hand, the others by their stages. */
async function arrive(address: Address): Promise<Arrived> {
  const operator = await connectOperator(address);
  const cho = await operator.openTab(await operator.addUser({ name: 'Cho', authorised: false }));
  const here = Object.values(STAGES);
  const { users } = await operator.until('the stages are on the board', (board) =>
    here.every((name) => board.users.some((user) => user.name === name && user.online)),
  );
  const tabOf = (name: string): string =>
    users.find((user) => user.name === name)?.tabs[0]?.id ?? '';
  return { operator, tabs: { ana: tabOf(STAGES.ana), ben: tabOf(STAGES.ben), cho } };
}
