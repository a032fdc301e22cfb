import { expect, type FrameLocator, type Locator } from 'playwright/test';
import { ListPage } from './list-page';
import { SetupsPage } from './setups-page';

/** The panel as somebody sees it who runs the breakout: screens F0 to F4. */
export class FacilitatorPanel {
  readonly page: FrameLocator;
  /** The time left; its name is rounded, its figures are not. */
  readonly clock: Locator;
  /** "9 in · 2 not yet", and the way to the names behind it. */
  readonly numbers: Locator;
  /** Rows of the rooms, in their order. */
  readonly rooms: Locator;
  readonly list: ListPage;
  /** Rows above them: what a facilitator should see to. */
  readonly needs: Locator;
  readonly setups: SetupsPage;
  /** There while something has not been stored yet. */
  readonly saving: Locator;

  constructor(page: FrameLocator) {
    this.page = page;
    this.list = new ListPage(page);
    this.setups = new SetupsPage(page);
    this.clock = page.getByRole('timer');
    this.saving = page.getByText('Saving…');
    this.numbers = page.getByRole('button', { name: /^\d+ in\b/ });
    this.needs = page.getByRole('list', { name: 'Needs you' }).getByRole('listitem');
    this.rooms = page.getByRole('list', { name: 'Rooms' }).getByRole('listitem');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** A sentence that stands on the screen; what a screen reader is told besides is none. */
  sentence(text: string | RegExp): Locator {
    return this.page.getByRole('paragraph').filter({ hasText: text });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** Half a second in which nothing is done. */
  pause = (): Promise<void> =>
    this.page.locator('body').evaluate(() => new Promise((done) => setTimeout(done, 500)));

  runIt = (): Promise<void> => this.button("I'm running it").click();
  createRooms = (count: number): Promise<void> =>
    this.button(count === 1 ? 'Create 1 room' : `Create ${count} rooms`).click();
  oneRoomMore = (): Promise<void> => this.button('One room more').click();
  oneRoomFewer = (): Promise<void> => this.button('One room fewer').click();
  shuffle = (): Promise<void> => this.button('Shuffle').click();
  undo = (): Promise<void> => this.button('Undo').click();
  back = (): Promise<void> => this.button('Back').click();
  openRooms = (): Promise<void> => this.button('Open rooms').click();
  cancel = (): Promise<void> => this.button('Cancel').click();
  bringEveryoneBack = (): Promise<void> => this.button('Bring everyone back').click();
  keepOpen = (): Promise<void> => this.button('Keep rooms open').click();
  closeNow = (): Promise<void> => this.button('Close now').click();
  prepareRound = (round: number): Promise<void> => this.button(`Prepare round ${round}`).click();
  backToWhereIWas = (): Promise<void> => this.button('Back to where I was').click();

  /** Who works together in the next round. */
  nextGroups(name: string | RegExp): Locator {
    return this.page.getByRole('radio', { name });
  }

  length(minutes: number): Locator {
    return this.page.getByRole('radio', { name: `${minutes} minutes`, exact: true });
  }

  /** "Time": one of the proposed lengths. The radio lies behind the figure that is pressed. */
  setLength = (minutes: number): Promise<void> => this.length(minutes).check({ force: true });

  async setNoEnd(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Other' }).check({ force: true });
    await this.page.getByRole('checkbox', { name: 'No end' }).check();
  }

  /** The row of a room: its label tells who and how many. */
  room(name: string): Locator {
    return this.rooms.filter({
      has: this.page.getByRole('button', { name: `Actions for ${name}` }),
    });
  }

  /** What is left on the clock, in seconds. It says "about" until it knows exactly. */
  async secondsLeft(): Promise<number> {
    await expect(this.clock).toHaveText(/\d:\d\d/);
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await this.clock.innerText()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  }

  async roomNames(): Promise<readonly string[]> {
    const menus = this.rooms.getByRole('button', { name: /^Actions for / });
    const labels = await menus.evaluateAll((found) =>
      found.map((menu) => menu.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => label.replace('Actions for ', ''));
  }

  /** How many people each room has, by the rows' own labels. */
  async roomSizes(): Promise<readonly number[]> {
    const rows = this.rooms.getByRole('button', { name: /, (?:nobody|\d+ (?:person|people))/ });
    const labels = await rows.evaluateAll((found) =>
      found.map((row) => row.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => Number(/, (\d+) /.exec(label)?.[1] ?? 0));
  }

  async chooseInMenu(menu: string | RegExp, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** From the first level, or from the page of messages. */
  async sendMessage(text: string): Promise<void> {
    if (!(await this.field('Text').isVisible())) await this.button('Message').click();
    await this.field('Text').fill(text);
    await this.button('Send').click();
    await expect(this.field('Text')).toHaveValue('');
  }

  roomAction = (room: string, action: string): Promise<void> =>
    this.chooseInMenu(`Actions for ${room}`, action);

  more = (entry: string): Promise<void> => this.chooseInMenu(/^More$/, entry);

  openRoom = (name: string): Promise<void> =>
    this.room(name)
      .getByRole('button', { name: new RegExp(`^${name}, `) })
      .click();

  /** "Who is where", behind the numbers. */
  async openPeople(): Promise<void> {
    await this.numbers.click();
    await expect(this.heading('Who is where')).toBeVisible();
  }

  /** A person in a list of people; their label tells their state. */
  person(name: string, state?: string): Locator {
    return this.page.getByRole('button', {
      name: new RegExp(
        state === undefined
          ? `^${name}, `
          : `^${name}, (?:in [^,]+, )?${state}(?:, .+)?\\. \\d+ of `,
      ),
    });
  }

  personAction = (name: string, action: string): Promise<void> =>
    this.chooseInMenu(new RegExp(`^${name}, `), action);

  /** From a list of people: "Move to…", then the room. */
  async move(name: string, room: string): Promise<void> {
    await this.personAction(name, 'Move to…');
    await this.chooseRoom(room);
  }

  /** From a list of rooms that somebody can go to. */
  chooseRoom = (room: string): Promise<void> =>
    this.page.getByRole('button', { name: new RegExp(`^\\d+ ${room}`) }).click();

  /** In a list of people, by the keyboard. */
  tick = (name: string): Promise<void> => this.person(name).press('Space');

  /** The people of a room by name, on its page. */
  async peopleIn(room: string): Promise<readonly string[]> {
    const rows = this.page.getByRole('list', { name: `People in ${room}` }).getByRole('button');
    const labels = await rows.evaluateAll((found) =>
      found.map((row) => row.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => label.split(', ')[0] ?? '');
  }

  async firstPerson(room: string): Promise<string> {
    return (await this.peopleIn(room))[0] ?? '';
  }

  /** What takes the place of the screen while somebody is dragged. */
  get lift(): Locator {
    return this.page.getByRole('application');
  }

  /** A room to drop people on, while somebody is dragged. */
  target = (room: string): Locator =>
    this.lift.getByRole('listitem').filter({ has: this.page.getByText(room, { exact: true }) });

  /** The first of the small pictures of a room's people, in its row. */
  picture = (room: string): Locator =>
    this.room(room)
      .getByText(/^\p{Lu}{1,2}$/u)
      .first();
}
