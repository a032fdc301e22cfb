import { expect, type Locator, type Page } from 'playwright/test';
import type { Clicks } from './clicks';
import { dragByFinger, dragByMouse } from './dragging';
import type { Effort, Efforts } from './effort';
import { ErrorLog } from './errors';
import { FacilitatorPanel } from './facilitator-panel';
import { Modal } from './modal';
import type { Heard } from './heard';
import { ParticipantPanel } from './participant-panel';
import { Stage } from './stage';

/** Somebody's page, and what is noted of it from its beginning. */
export interface Watched {
  readonly page: Page;
  readonly clicks: Clicks;
  readonly notifications: Heard;
  readonly spoken: Heard;
  readonly efforts: Efforts | undefined;
}

/** Somebody on the board, in a tab of their own. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly stage: Stage;
  readonly modal: Modal;
  readonly errors: ErrorLog;
  readonly clicks: Clicks;
  readonly notifications: Heard;
  readonly spoken: Heard;
  readonly #efforts: Efforts | undefined;

  constructor(name: string, watched: Watched) {
    this.name = name;
    this.page = watched.page;
    this.clicks = watched.clicks;
    this.notifications = watched.notifications;
    this.spoken = watched.spoken;
    this.#efforts = watched.efforts;
    this.errors = new ErrorLog(name, this.page);
    this.stage = new Stage(this.page);
    this.modal = new Modal(this.stage.windowPage);
  }

  /** Opens the app's panel, by the icon unless it is open already. */
  async openPanel(): Promise<void> {
    if (!(await this.stage.panel.isVisible())) await this.stage.clickIcon();
    await expect(this.stage.panel).toBeVisible();
  }

  /**
   * The computer's clock is set, ahead or back, while its timers go on as if nothing had been.
   * Only with a movable clock.
   */
  async setClock({ minutes }: { readonly minutes: number }): Promise<void> {
    await this.page.clock.setSystemTime(Date.now() + minutes * 60_000);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  /** `to` may appear only once something is dragged. */
  drag = (from: Locator, to: Locator): Promise<void> => dragByMouse(this.page, from, to);

  /** A long press, then as with a mouse. */
  dragByFinger = (from: Locator, to: Locator): Promise<void> => dragByFinger(this.page, from, to);

  /** What somebody's pages have to do while so many things are done, one by one. Only if `measured`. */
  effort(times: number, what: () => Promise<void>): Promise<Effort> {
    if (this.#efforts === undefined) throw new Error(`Nothing is measured at ${this.name}.`);
    return this.#efforts.of(times, what);
  }

  /** Closes the board's tab. */
  leave(): Promise<void> {
    return this.page.close();
  }

  async expectNotified(text: string | RegExp): Promise<void> {
    await this.notifications.expect(text);
  }

  /** What a screen reader tells. */
  async expectSpoken(text: string | RegExp): Promise<void> {
    await this.spoken.expect(text);
  }
}

/** Runs the breakout. */
export class Facilitator extends Person {
  readonly panel = new FacilitatorPanel(this.stage.panelPage);

  /** From the icon to rooms that can be opened, each with its frame on the board. */
  async prepare(rooms: number): Promise<void> {
    await this.openPanel();
    await this.panel.runIt();
    await expect(this.panel.button(/^Create \d+ rooms?$/)).toBeVisible();
    for (;;) {
      const label = await this.panel.button(/^Create \d+ rooms?$/).innerText();
      const proposed = Number(/\d+/.exec(label)?.[0]);
      if (proposed === rooms) break;
      await (proposed < rooms ? this.panel.oneRoomMore() : this.panel.oneRoomFewer());
    }
    await this.panel.createRooms(rooms);
    await expect(this.panel.rooms).toHaveCount(rooms);
    for (const name of await this.panel.roomNames()) {
      // A conductor to whom it was pushed in vain that there are rooms asks after 25 seconds of silence.
      await expect(this.stage.frame(name).first()).toBeAttached({ timeout: 45_000 });
    }
  }

  /** Opens the rooms, and waits for "Opening in 3…" to pass. */
  async open(): Promise<void> {
    await this.panel.openRooms();
    await expect(this.panel.button('Bring everyone back')).toBeVisible();
  }

  /** Brings everyone back at once. */
  async close(): Promise<void> {
    await this.panel.bringEveryoneBack();
    await this.panel.closeNow();
    await expect(this.panel.heading('Everyone is back')).toBeVisible({ timeout: 20_000 });
  }
}

/** Takes part. */
export class Participant extends Person {
  readonly panel = new ParticipantPanel(this.stage.panelPage);

  /** Says yes to the question, and arrives. @returns the room */
  async join(): Promise<string> {
    const room = await this.modal.room();
    await this.modal.join();
    await this.expectInRoom(room);
    await this.#panelComes();
    return room;
  }

  /**
   * The panel opens by itself where Miro lets it. A click on the icon at that very moment would
   * open it anew.
   */
  async #panelComes(): Promise<void> {
    const shown = this.stage.panel.waitFor({ state: 'visible', timeout: 5_000 });
    await shown.catch(() => undefined);
  }

  async expectInRoom(room: string): Promise<void> {
    await expect(this.stage.session).toHaveText(`You are in ${room}`);
    await this.stage.expectFrameInView(room);
  }

  /** Without the app: accepts Miro's own invitation to one of these rooms. @returns which */
  async acceptMiro(rooms: readonly string[]): Promise<string> {
    const invitation = this.stage.invitation(new RegExp(` invites you to (${rooms.join('|')})$`));
    await expect(invitation).toBeVisible({ timeout: 30_000 });
    const name = await invitation.getByRole('heading').innerText();
    await invitation.getByRole('button', { name: 'Join' }).click();
    const room = rooms.find((one) => name.endsWith(one)) ?? '';
    await this.expectInRoom(room);
    return room;
  }

  /** The room this person is in, as the board says. */
  async room(): Promise<string> {
    await expect(this.stage.session).toBeVisible();
    return (await this.stage.session.innerText()).replace('You are in ', '');
  }

  async expectInNoRoom(): Promise<void> {
    await expect(this.stage.session).toHaveCount(0);
  }
}
