import type { Operator } from '../../server/operator-call';
import type { UserView, WorldApi } from '../../world/api';
import { BoardSocket } from '../connection/board-socket';
import { BoardState } from '../connection/board-state.svelte';
import { nameOfCopy } from './name-of-copy';

/** A stage shown here: one tab of one person. */
export interface Pane {
  readonly key: number;
  readonly user: string;
}

const CONTENTS: Readonly<Record<string, string>> = {
  empty: 'people',
  notes: 'people,notes',
  frames: 'people,notes,frames',
};

export class OverviewModel {
  readonly state = new BoardState();
  readonly board: string;
  #panes = $state.raw<readonly Pane[]>([]);
  /** The pane that has the room to itself. */
  enlarged = $state<number>();
  #problem = $state.raw('');
  #commands = $state.raw<readonly string[]>([]);
  readonly #query: URLSearchParams;
  readonly #socket: BoardSocket;
  #lastKey = 0;
  #begun = false;

  /** @param query of the overview's address */
  constructor(query: URLSearchParams) {
    this.#query = query;
    this.board = query.get('board') ?? '';
    document.title = `${this.board}: overview`;
    const address = new URLSearchParams({
      board: this.board,
      furnish: CONTENTS[query.get('content') ?? ''] ?? 'people,notes',
    });
    const app = query.get('app');
    if (app !== null) address.set('app', app);
    this.#socket = new BoardSocket(`/operator?${address.toString()}`, (event) => {
      this.state.apply(event);
      if (event.t === 'board') this.#begin();
    });
  }

  get panes(): readonly Pane[] {
    return this.#panes;
  }
  /** Names of the calls that an app can make. */
  get commands(): readonly string[] {
    return this.#commands;
  }
  /** What the board last refused, for the person at the controls. */
  get problem(): string {
    return this.#problem;
  }

  user(id: string): UserView | undefined {
    return this.state.users.find((user) => user.id === id);
  }

  /** The stage's address for one more tab of a person. */
  addressOf(user: string): string {
    return `/stage?${this.#withApp({ board: this.board, user })}`;
  }

  /** A new board with other content; this one stays where it is. */
  addressOfNew(content: string): string {
    return `/overview?${this.#withApp({ content })}`;
  }

  /** Makes a copy of the board as Miro does, for the same people, and goes there; this one stays. */
  duplicate(): void {
    this.do(async (operator) => {
      const copy = nameOfCopy(this.board, Math.random());
      await operator.duplicateBoard(copy, { people: true });
      location.assign(`/overview?${this.#withApp({ board: copy })}`);
    });
  }

  openPane(user: string): void {
    this.#lastKey += 1;
    this.#panes = [...this.#panes, { key: this.#lastKey, user }];
  }

  /** Its page goes, and with it the person's tab. */
  closePane(key: number): void {
    this.#panes = this.#panes.filter((pane) => pane.key !== key);
    if (this.enlarged === key) this.enlarged = undefined;
  }

  addPerson(person: Parameters<WorldApi['addUser']>[0]): void {
    this.do(async (operator) => {
      this.openPane(await operator.addUser(person));
    });
  }

  removePerson(user: string): void {
    this.#panes = this.#panes.filter((pane) => pane.user !== user);
    this.do((operator) => operator.removeUser(user));
  }

  /** Anything an operator can do; what the board says against it is shown. */
  do(action: (operator: Operator) => Promise<unknown>): void {
    this.#problem = '';
    action(this.#socket.operator).catch((error: unknown) => {
      this.#problem = error instanceof Error ? error.message : String(error);
    });
  }

  /** The app that is tried out here is the same on every page. */
  #withApp(parameters: Record<string, string>): string {
    const query = new URLSearchParams(parameters);
    const app = this.#query.get('app');
    if (app !== null) query.set('app', app);
    return query.toString();
  }

  /** Everyone whom the board knows when this page opens gets a pane. */
  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    for (const { id } of this.state.users) this.openPane(id);
    this.do(async (operator) => {
      this.#commands = await operator.commands();
    });
  }
}
