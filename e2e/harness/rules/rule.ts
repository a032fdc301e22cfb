import type { Miro } from '@mirohq/websdk-types';
import type { Json } from '../world/api';

/** One sentence of the platform's documentation, as a thing that can be tried on a board. */
export interface Rule {
  readonly name: string;
  /** `D:<page>` = developers.miro.com/docs/<page>; `T` = the types of @mirohq/websdk-types 2.17.2. */
  readonly source: string;
  run(board: BoardUnderTest): Promise<void>;
}

/** Ana and Ben have agreed to the app; Cho is on the board without it. One tab each. */
export type Person = 'ana' | 'ben' | 'cho';
/** A person's name alone is their background page. */
export type PageName = Person | `${Person}/panel` | `${Person}/modal` | typeof SECOND_TAB;
/** The background of another tab that Ana opens, when a rule first speaks of it. */
export const SECOND_TAB = 'ana/second-tab';

/** What an action finds in its page. */
export interface Page {
  readonly miro: Miro;
  /** Belongs to the page: what its handlers heard, in order. */
  readonly heard: Json[];
}

/** What goes into a page and comes out of it: JSON, or nothing. */
export type Carried = Json | undefined | void;
export type Action<A extends Json, R extends Carried> = (page: Page, args: A) => R | Promise<R>;

/**
 * A board on which rules are tried: the world in process with virtual time (rules.test.ts), or pages
 * in a browser. There, an action is sent as text,
 *
 *   frame.evaluate(`(${action})({ miro, heard: (globalThis.heard ??= []) }, ${JSON.stringify(args)})`)
 *
 * so it may use nothing but its two arguments: no imports, no variables around it.
 */
export interface BoardUnderTest {
  in<A extends Json, R extends Carried>(page: PageName, action: Action<A, R>, args: A): Promise<R>;
  in<R extends Carried>(page: PageName, action: Action<null, R>): Promise<R>;
  /** What a person does with Miro's own interface, in their tab. */
  by(person: Person): Hands;
  /** What their tab has shown as notifications, in order. */
  notified(person: Person): Promise<readonly Json[]>;
  /** How many credits have been used up in this minute. */
  credits(person: Person): Promise<number>;
  wait(ms: number): Promise<void>;
}

export interface Hands {
  clickIcon(): Promise<void>;
  clickCanvas(): Promise<void>;
  pinPanel(pinned: boolean): Promise<void>;
  closePanel(): Promise<void>;
  closeModal(): Promise<void>;
  select(items: readonly string[]): Promise<void>;
  answerInvitation(answer: 'accept' | 'reject' | 'outside'): Promise<void>;
}
