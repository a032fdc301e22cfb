import type { StoragePort, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { WriterId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { isBounded } from './bounds';
import type { MergedDefinition } from './definition';
import { Echo } from './echo';
import { Follower } from './follower';
import {
  digest,
  edit,
  emptyDoc,
  generationAfter,
  lacks,
  MAX_COUNTER,
  merge,
  registerAt,
  type Changes,
  type Doc,
} from './merge';
import { GivingUp } from './giving-up';
import { OwnEdits } from './own-edits';
import { unreadable, type Unreadable } from './reading';
import { Repairing, type Repair } from './repairing';
import { Saving } from './saving';
import { fits } from './size';
import { WriteLane, type WriteFailure } from './write-lane';

export type { Repair } from './repairing';

export type SavingState =
  { readonly state: 'saved' | 'saving' } | ({ readonly state: 'failed' } & WriteFailure);

/** Why an edit was not taken. Nothing has changed then. */
export type EditRefusal = 'loading' | 'unreadable' | 'too-large' | 'out-of-bounds';

export interface MergedRecordOptions<T> {
  readonly storage: StoragePort;
  readonly definition: MergedDefinition<T>;
  /** Of this iframe instance; never shared with another. */
  readonly writer: WriterId;
  readonly timers: Timers;
  /** Asked each time something is to be repaired. Own edits are written in any role. */
  readonly repair: () => Repair;
  /**
   * Edits count here while the stored value is malformed, and wait until it has been mended: for the
   * one record whose writer cannot do without. Otherwise they are refused.
   */
  readonly holds?: boolean;
  /** Somebody else's edit of the same thing has won over one of ours: the user is to be told. */
  readonly onOverruled?: (paths: readonly string[]) => void;
}

/**
 * This iframe's copy of a record that several iframes write. Edits count here at once, are written
 * one write at a time, and are merged with whatever else is stored; what storage has lost by
 * another's write is brought back calmly.
 *
 * Nothing is written before storage has answered, nor over a value that cannot be read, unless
 * somebody asks for it to be mended; the last good copy goes on being used.
 */
export class MergedRecord<T> {
  readonly #options: MergedRecordOptions<T>;
  readonly #follower: Follower;
  readonly #lane: WriteLane;
  readonly #saving: Saving;
  readonly #echo: Echo;
  readonly #repairing: Repairing;
  readonly #ownEdits: OwnEdits;
  readonly #givingUp: GivingUp;
  readonly #listeners = new Set<() => void>();
  #doc: Doc = emptyDoc;
  /** The newest stored value, as far as it has arrived; `undefined`: there is none. */
  #stored: Doc | undefined;
  #answered = false;
  /** The generation that was wiped, until something is stored or edited again. */
  #wiped: number | undefined;
  #unreadable: Unreadable | undefined;
  /** There are edits that no write has carried yet. */
  #unwritten = false;
  #closed = false;

  constructor(options: MergedRecordOptions<T>) {
    this.#options = options;
    const { storage, definition, timers, writer, repair } = options;
    const { key } = definition;
    this.#follower = new Follower({ storage, key, timers, arrived: (raw) => this.#arrived(raw) });
    this.#lane = new WriteLane({
      storage,
      key,
      timers,
      next: () => this.#next(),
      settled: () => this.#settled(),
    });
    this.#saving = new Saving({
      timers,
      writer,
      saved: () => this.#emit(),
      overruled: (paths) => options.onOverruled?.(paths),
    });
    this.#echo = new Echo({
      timers,
      patienceMs: () => this.#saving.patienceMs,
      ask: () => this.#follower.reread(),
    });
    this.#repairing = new Repairing({ timers, role: repair, due: () => this.#repair() });
    this.#ownEdits = new OwnEdits(timers);
    this.#givingUp = new GivingUp(timers);
  }

  get key(): string {
    return this.#options.definition.key;
  }

  /** Resolves after the first answer. Until then the record is `loading` and takes no edits. */
  async open(): Promise<void> {
    await this.#follower.open();
  }

  get status(): 'loading' | 'ready' | 'unreadable' | 'wiped' {
    if (!this.#answered) return 'loading';
    if (this.#unreadable !== undefined) return 'unreadable';
    return this.#wiped === undefined ? 'ready' : 'wiped';
  }

  /** Storage has answered, and we have a copy to go on with: the newest, or the last good one. */
  get usable(): boolean {
    return this.writable || (this.#answered && this.known);
  }

  /** Storage has answered, and what stands there can be read. */
  get writable(): boolean {
    return this.#answered && this.#unreadable === undefined;
  }

  get unreadable(): Unreadable | undefined {
    return this.#unreadable;
  }

  /** The last readable value, our own edits included. */
  get value(): T {
    return this.#options.definition.decode(this.#doc);
  }

  get doc(): Doc {
    return this.#doc;
  }

  get digest(): string {
    return digest(this.#doc);
  }

  /** It exists: in storage, or by an edit of ours. */
  get known(): boolean {
    return this.#stored !== undefined || Object.keys(this.#doc.registers).length > 0;
  }

  get saving(): SavingState {
    const failure = this.#lane.failure ?? this.#heldUp();
    if (failure !== undefined) return { state: 'failed', ...failure };
    return { state: this.#saving.done && !this.#unwritten ? 'saved' : 'saving' };
  }

  /** Takes effect here at once and is then written. @returns why not, if not */
  edit(changes: Changes): EditRefusal | undefined {
    if (!this.#answered) return 'loading';
    const { writer, definition, holds = false } = this.#options;
    if (!this.writable && !(holds && this.usable)) return 'unreadable';
    const base = this.#wiped === undefined ? this.#doc : afresh(this.#wiped);
    const next = edit(base, changes, writer);
    if (next === base) return undefined;
    const changed = Object.keys(changes).filter(
      (path) => registerAt(next, path) !== registerAt(base, path),
    );
    // Somebody has forged a clock or a counter: nobody could read what we would write.
    const isReadable = (path: string): boolean => {
      const [value = null, clock = 0] = registerAt(next, path) ?? [];
      return clock <= MAX_COUNTER && definition.accepts(path, value);
    };
    if (!changed.every(isReadable)) return 'out-of-bounds';
    if (!fits(definition.write(next))) return 'too-large';
    this.#doc = next;
    this.#wiped = undefined;
    this.#unwritten = true;
    this.#ownEdits.note(next, changed);
    this.#saving.edited(next, changed);
    this.#lane.request();
    this.#emit();
    return undefined;
  }

  /**
   * Writes `doc` in place of this copy, over whatever stands there: see mend.ts and compact.ts, which
   * say when that may be.
   */
  replace(doc: Doc): void {
    this.#doc = doc;
    this.#unreadable = undefined;
    this.#stored = undefined;
    this.#unwritten = true;
    this.#lane.request();
    this.#emit();
  }

  /** Some edit has not been carried by a write yet; see written.ts. */
  get unwritten(): boolean {
    return this.#unwritten || this.#lane.busy;
  }

  /** "Try again" after a failed write. */
  retry(): void {
    this.#lane.retry();
    this.#emit();
  }

  /**
   * Reads the record once: a push may have been lost.
   * @throws {BoardError} storage did not answer
   */
  reread(): Promise<void> {
    return this.#follower.reread();
  }

  /** Stores what we hold once more: somebody may have lost the push of it. */
  storeAgain(): void {
    if (this.known && this.writable) this.#lane.request();
  }

  /** Called after each change of value, status or saving. */
  subscribe(listener: () => void): Stop {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Ends everything but a write that is under way or due. */
  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#follower.close();
    this.#repairing.cancel();
    this.#saving.forget();
    this.#echo.forget();
    this.#lane.close();
  }

  #arrived(raw: unknown): void {
    const reading = this.#options.definition.read(raw);
    this.#answered = true;
    if (reading.type === 'missing') this.#vanished();
    else if (reading.type === 'ok') this.#take(reading.value);
    else this.#unreadable = unreadable(reading);
    const echoMs = this.#echo.judge(this.#stored ?? emptyDoc);
    if (echoMs !== undefined) this.#saving.echoed(echoMs);
    this.#look();
    this.#emit();
  }

  #take(stored: Doc): void {
    this.#unreadable = undefined;
    this.#wiped = undefined;
    this.#stored = stored;
    const before = this.#doc;
    const merged = merge(before, stored);
    if (!isBounded(merged, stored, this.#options.definition.write)) {
      const detail = 'the record has grown too large';
      this.#unreadable = { newer: false, detail, overgrown: true };
      return;
    }
    this.#doc = this.#givesUp(stored, merged) ? stored : merged;
    if (stored.generation <= before.generation) return;
    const again = this.#ownEdits.missingIn(stored, before);
    if (Object.keys(again).length > 0) this.edit(again);
  }

  /** [M9] What storage lacks, whoever may not bring it back gives up in the end: it would be alone with it. */
  #givesUp(stored: Doc, merged: Doc): boolean {
    if (lacks(stored, merged).length === 0) {
      this.#givingUp.reset();
      return false;
    }
    return this.#givingUp.isDue() && this.#options.repair() === 'never' && !this.unwritten;
  }

  /** A known record that vanishes was wiped on purpose: our copy goes, too, and is not written back. */
  #vanished(): void {
    this.#unreadable = undefined;
    if (this.#stored === undefined) return;
    this.#wiped = this.#doc.generation;
    this.#stored = undefined;
    this.#doc = emptyDoc;
    this.#echo.forget();
    this.#unwritten = false;
    this.#saving.forget();
    this.#ownEdits.forget();
  }

  #next(): Json | undefined {
    if (this.#wiped !== undefined) return undefined;
    // It may have become unreadable since the write was begun: then nothing has carried the edits.
    this.#unwritten = !this.writable;
    if (this.#unwritten) return undefined;
    const value = this.#options.definition.write(this.#doc);
    this.#echo.sent(this.#doc);
    return value;
  }

  #settled(): void {
    if (this.#closed) return;
    if (this.#lane.failure === undefined) {
      this.#echo.settled();
    } else {
      this.#echo.forget();
      this.#unwritten = this.#wiped === undefined;
    }
    this.#look();
    this.#emit();
  }

  /** What do the newest stored value and ours mean for each other? */
  #look(): void {
    const stored = this.writable ? this.#stored : undefined;
    const missing = lacks(stored ?? emptyDoc, this.#doc);
    this.#saving.look(this.#doc, missing);
    if (this.#unwritten) this.#lane.request();
    const settled = this.writable && !this.#echo.due && !this.#lane.busy;
    const repairable = missing.length > 0 && settled;
    if (repairable) this.#repairing.begin();
    else this.#repairing.cancel();
  }

  /** Edits wait for a value that cannot be read to be mended. */
  #heldUp(): WriteFailure | undefined {
    if (!this.#unwritten || this.#unreadable === undefined) return undefined;
    return { fault: 'unknown', detail: this.#unreadable.detail };
  }

  get definition(): MergedDefinition<T> {
    return this.#options.definition;
  }

  #repair(): void {
    if (lacks(this.#stored ?? emptyDoc, this.#doc).length > 0) this.#lane.request();
  }

  #emit(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Outranks every copy of what was wiped, wherever somebody still holds one. */
function afresh(wiped: number): Doc {
  return { ...emptyDoc, generation: generationAfter(wiped) };
}
