import type { Frame, FrameLocator, Locator, Page } from 'playwright';
import type { Action, BoardUnderTest, Carried, Hands, PageName, Person } from './rule';
import type { Json } from '../world/api';
import { connectOperator, type OperatorClient } from '../server/operator';

const PEOPLE: Readonly<Record<Person, string>> = {
  ana: 'user=Ana',
  ben: 'user=Ben',
  cho: 'user=Cho&authorised=no',
};

/** Each person's stage in the one page, by title. */
const STAGES = `<!doctype html><body style="margin:0">${Object.keys(PEOPLE)
  .map((person) => `<iframe title="${person}" width="1100" height="700"></iframe>`)
  .join('')}</body>`;

export const STAGES_SIZE = { width: 1100, height: 2150 } as const;

export interface Setting {
  /** Of STAGES_SIZE. What it showed before goes. */
  readonly page: Page;
  /** Of the server. */
  readonly origin: string;
  /** Address of an app with blank pages `index.html`, `panel.html` and `modal.html`. */
  readonly app: string;
}

/**
 * The mocked board in a real browser, as one on which the platform's rules can be tried: three
 * stages in one page, which is much faster than three pages and, for the rules, the same.
 */
export class BoardInBrowser implements BoardUnderTest {
  readonly #page: Page;
  readonly #operator: OperatorClient;

  private constructor(page: Page, operator: OperatorClient) {
    this.#page = page;
    this.#operator = operator;
  }

  /** Opens a new board. */
  static async open({ page, origin, app }: Setting): Promise<BoardInBrowser> {
    const board = `rules-${Math.random().toString(36).slice(2)}`;
    const operator = await connectOperator({ origin, board });
    await page.setContent(STAGES);
    for (const [person, who] of Object.entries(PEOPLE)) {
      const query = `board=${board}&${who}&app=${encodeURIComponent(app)}`;
      const frame = await contentOf(page.locator(`iframe[title=${person}]`));
      await frame.goto(`${origin}/stage?${query}`);
      await frame.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().waitFor();
    }
    return new BoardInBrowser(page, operator);
  }

  close(): void {
    this.#operator.close();
  }

  in = async <A extends Json, R extends Carried>(
    name: PageName,
    action: Action<A, R>,
    args?: A,
  ): Promise<R> => {
    const [person, surface = 'background'] = name.split('/') as [Person, ('panel' | 'modal')?];
    const frame = await this.#frame(person, surface === 'modal' ? 'window page' : surface);
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
    const stage = this.#stage(person);
    const press = (name: string): Promise<void> =>
      stage.getByRole('button', { name, exact: true }).click();
    return {
      clickIcon: () =>
        stage.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click(),
      clickCanvas: () =>
        stage.getByRole('main', { name: 'Board' }).click({ position: { x: 900, y: 400 } }),
      pinPanel: () => press('Pin panel'),
      closePanel: () => press('Close panel'),
      closeModal: () => press('Close window'),
      select: async (items) => {
        const [tab] = (await this.#user(person)).tabs;
        if (tab) await this.#operator.select(tab.id, items);
      },
      answerInvitation: async (answer) => {
        await stage.getByRole('dialog', { name: /invites you/ }).waitFor();
        if (answer === 'outside')
          await stage.locator('body').click({ position: { x: 500, y: 690 } });
        else await press(answer === 'accept' ? 'Join' : 'Decline');
      },
    };
  };

  wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  async #user(person: Person) {
    const name = new URLSearchParams(PEOPLE[person]).get('user');
    const user = (await this.#operator.board()).users.find((one) => one.name === name);
    if (!user) throw new Error(`${person} is not on the board.`);
    return user;
  }

  /** The page of the app in one of a person's three places, once it has loaded Miro's script. */
  async #frame(person: Person, place: string): Promise<Frame> {
    const frame = await contentOf(this.#stage(person).locator(`iframe[title$=" ${place}"]`));
    await frame.waitForFunction('"miro" in globalThis');
    return frame;
  }

  #stage(person: Person): FrameLocator {
    return this.#page.frameLocator(`iframe[title=${person}]`);
  }
}

async function contentOf(iframe: Locator): Promise<Frame> {
  const frame = await (await iframe.elementHandle()).contentFrame();
  if (!frame) throw new Error('The iframe has no page.');
  return frame;
}
