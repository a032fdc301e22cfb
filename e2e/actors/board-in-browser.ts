import type { Browser, BrowserContext, Frame, Page } from 'playwright';
import type { BoardUnderTest, Hands, PageName, Person } from '../harness/platform-rules';
import { connectOperator, type OperatorClient } from '../harness/server/operator';
import { serverAddress } from './server';

const PEOPLE: Readonly<Record<Person, string>> = {
  ana: 'user=Ana',
  ben: 'user=Ben',
  cho: 'user=Cho&authorised=no',
};

/** The mocked board in a real browser, as one on which the platform's rules can be tried. */
export class BoardInBrowser implements BoardUnderTest {
  readonly #pages: Readonly<Record<Person, Page>>;
  readonly #operator: OperatorClient;
  readonly #context: BrowserContext;

  private constructor(
    pages: Readonly<Record<Person, Page>>,
    operator: OperatorClient,
    context: BrowserContext,
  ) {
    this.#pages = pages;
    this.#operator = operator;
    this.#context = context;
  }

  /** @param app address of an app with blank pages `index.html`, `panel.html` and `modal.html` */
  static async open(browser: Browser, app: string): Promise<BoardInBrowser> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 700 } });
    const board = `rules-${Math.random().toString(36).slice(2)}`;
    const operator = await connectOperator({ origin: serverAddress(), board });
    const enter = async (person: Person): Promise<Page> => {
      const page = await context.newPage();
      const query = `board=${board}&${PEOPLE[person]}&app=${encodeURIComponent(app)}`;
      await page.goto(`${serverAddress()}/stage?${query}`);
      await page.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().waitFor();
      return page;
    };
    // One after the other, so that they are on the board in this order.
    const pages = { ana: await enter('ana'), ben: await enter('ben'), cho: await enter('cho') };
    return new BoardInBrowser(pages, operator, context);
  }

  async close(): Promise<void> {
    this.#operator.close();
    await this.#context.close();
  }

  in = async (name: PageName, action: unknown, args: unknown = null): Promise<never> => {
    const [person, surface = 'background'] = name.split('/') as [Person, ('panel' | 'modal')?];
    const frame = await this.#frame(person, surface === 'modal' ? 'window page' : surface);
    const text = `(${String(action)})({ miro, heard: (globalThis.heard ??= []) }, ${JSON.stringify(args)})`;
    try {
      return (await frame.evaluate(text)) as never;
    } catch (error) {
      // A page that closes itself dies before it can say that it has done so.
      if (frame.isDetached()) return undefined as never;
      throw error;
    }
  };

  by = (person: Person): Hands => {
    const page = this.#pages[person];
    const press = (name: string): Promise<void> =>
      page.getByRole('button', { name, exact: true }).click();
    return {
      clickIcon: () =>
        page.getByRole('navigation', { name: 'Tools' }).getByRole('button').last().click(),
      clickCanvas: () =>
        page.getByRole('main', { name: 'Board' }).click({ position: { x: 900, y: 400 } }),
      pinPanel: () => press('Pin panel'),
      closePanel: () => press('Close panel'),
      closeModal: () => press('Close window'),
      select: async (items) => {
        const [tab] = (await this.#user(person)).tabs;
        if (tab) await this.#operator.select(tab.id, items);
      },
      answerInvitation: async (answer) => {
        await page.getByRole('dialog', { name: /invites you/ }).waitFor();
        if (answer === 'outside') await page.mouse.click(500, 690);
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
    const iframe = this.#pages[person].locator(`iframe[title$=" ${place}"]`);
    const frame = await (await iframe.elementHandle())?.contentFrame();
    if (!frame) throw new Error(`${person} has no ${place}.`);
    await frame.waitForFunction('"miro" in globalThis');
    return frame;
  }
}
