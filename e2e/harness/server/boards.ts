import type { WorldApi } from '../world/api';
import { createWorld } from '../world/world';
import { KEEP_UNUSED_MS, MAX_BOARDS } from './limits';
import { realClock } from './real-clock';

/** Something that hears what else happens on a board, besides what the world tells. */
export interface Visitor {
  /** A person's pointer has moved. */
  pointer(user: string, x: number, y: number): void;
  /** The board begins anew, and whoever wants to be on it has to come again. */
  restarted(): void;
}

/** What whoever keeps a world can do with it, and the world itself cannot. */
export interface Hosting {
  /** Lets time pass at once for the board; not for the browsers of the people on it. */
  pass(ms: number): Promise<void>;
  /** Everything on the board is gone. Its people's pages come back by themselves. */
  restart(): void;
  /**
   * As by Miro's “Duplicate board”; see `WorldApi.paste`. With `people` those who are on this board
   * are on the other one, too, with no tab open. @throws when there is such a board
   */
  duplicateBoard(id: string, along?: { readonly people?: boolean }): void;
}

export type HostedWorld = WorldApi & Hosting;

export interface HostedBoard {
  readonly id: string;
  readonly world: HostedWorld;
  readonly visitors: Set<Visitor>;
}

/** What a new board begins with. */
export interface Beginning {
  /** Names for `Boards`' own `furnish`. */
  readonly furnish: string | null;
  /** Of the app; null: all. */
  readonly scopes: readonly string[] | null;
}

interface Entry {
  readonly board: HostedBoard;
  readonly stop: () => void;
  expiry?: NodeJS.Timeout;
}

/** Worlds by id, in real time: made when first asked for, dropped when nobody has been there for a while. */
export class Boards {
  readonly #boards = new Map<string, Entry>();
  readonly #furnish: (world: WorldApi, kind: string) => void;

  /** `furnish` puts people and content on a board that has just been made. */
  constructor(furnish: (world: WorldApi, kind: string) => void) {
    this.#furnish = furnish;
  }

  get size(): number {
    return this.#boards.size;
  }

  /** An existing board stays as it is. */
  enter(id: string, first: Beginning): { board: HostedBoard; join: (v: Visitor) => void } {
    const entry = this.#boards.get(id) ?? this.#create(id, first);
    return {
      board: entry.board,
      join: (visitor) => {
        clearTimeout(entry.expiry);
        entry.board.visitors.add(visitor);
      },
    };
  }

  leave(board: HostedBoard, visitor: Visitor): void {
    board.visitors.delete(visitor);
    if (this.#boards.get(board.id)?.board === board) this.#expire(board.id);
  }

  /** Drops every board; nothing of them runs afterwards. */
  close(): void {
    for (const id of [...this.#boards.keys()]) this.#drop(id);
  }

  #create(id: string, { furnish, scopes }: Beginning): Entry {
    if (this.#boards.size >= MAX_BOARDS) this.#dropOldestUnused();
    const clock = realClock();
    const world = Object.assign(
      createWorld({ clock, random: Math.random, ...(scopes && { scopes }) }),
      {
        pass: clock.pass,
        // Behind the answer to whoever asked for it.
        restart: () => void setImmediate(() => this.#restart(id)),
        duplicateBoard: (copy: string, { people = false } = {}) => {
          if (this.#boards.has(copy)) throw new Error(`There is a board ${copy} already.`);
          const duplicate = this.#create(copy, { furnish: null, scopes }).board.world;
          // It is the same Miro.
          duplicate.setDialect(world.dialect);
          duplicate.paste(world.copy());
          if (people) introduce(world, duplicate);
        },
      },
    );
    const board: HostedBoard = { id, world, visitors: new Set() };
    const entry: Entry = { board, stop: () => clock.stop() };
    this.#boards.set(id, entry);
    if (furnish !== null) this.#furnish(world, furnish);
    this.#expire(id);
    return entry;
  }

  #restart(id: string): void {
    const visitors = [...(this.#boards.get(id)?.board.visitors ?? [])];
    this.#drop(id);
    for (const visitor of visitors) visitor.restarted();
  }

  #expire(id: string): void {
    const entry = this.#boards.get(id);
    if (!entry || entry.board.visitors.size > 0) return;
    clearTimeout(entry.expiry);
    entry.expiry = setTimeout(() => {
      this.#drop(id);
    }, KEEP_UNUSED_MS).unref();
    // A map keeps the order of insertion: the board left last is the last to be dropped.
    this.#boards.delete(id);
    this.#boards.set(id, entry);
  }

  #dropOldestUnused(): void {
    for (const [id, { board }] of this.#boards) {
      if (board.visitors.size === 0) {
        this.#drop(id);
        return;
      }
    }
    throw new Error(`Too many boards: ${MAX_BOARDS} are in use.`);
  }

  #drop(id: string): void {
    const entry = this.#boards.get(id);
    if (!entry) return;
    clearTimeout(entry.expiry);
    entry.stop();
    this.#boards.delete(id);
  }
}

/** The same people, who have their ids on every board, as Miro knows them now. */
function introduce(from: WorldApi, to: WorldApi): void {
  for (const { id, name, role, plan, locale, authorised } of from.board().users)
    to.addUser({ id, name, role, plan, locale, authorised });
}
