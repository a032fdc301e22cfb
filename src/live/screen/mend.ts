import { BoardError } from '../../board/errors';
import type { Board } from '../../board/port';
import type { Millis } from '../../breakout/ids';
import { runAfterLoss } from '../../breakout/run-after-loss';
import { keys } from '../../records/keys';
import { mend, mendingOf, mendOwned, mendTheirs } from '../../records/mend';
import { lastOrdered } from '../../records/plan';
import { runRecord } from '../../records/run';
import type { Copies } from './copies';

/**
 * [M11] On somebody's press: what this screen has, or a fresh beginning, is written over the record
 * that cannot be read.
 * @throws {BoardError} it could not be written
 */
export async function mendRecord(
  key: string,
  about: {
    readonly copies: Copies;
    readonly board: Pick<Board, 'storage' | 'me'>;
    readonly now: Millis;
  },
): Promise<void> {
  const { copies, board } = about;
  const merged = copies.merged.find((record) => record.key === key);
  const refusal = merged && mend(merged);
  if (refusal !== undefined) throw new BoardError('unknown', refusal);
  if (key === keys.run) await mendRun(about);
  // A beat is worth nothing but to be followed by the next one.
  if (key === keys.beat) await board.storage.remove(key);
  const user = [...copies.people.unreadable.keys()].find((one) => keys.person(one) === key);
  if (user !== undefined) await mendTheirs(copies.people, user, board.storage);
}

/** Without a copy the last breakout counts as over; a conductor who knows better says so. */
async function mendRun({ copies, board, now }: Parameters<typeof mendRecord>[1]): Promise<void> {
  const { plan, run } = copies;
  const epoch = lastOrdered(plan.doc);
  const isLost = mendingOf(run) === 'afresh';
  if (isLost && epoch === 0) await board.storage.remove(keys.run);
  else {
    const closed = runAfterLoss({ epoch, by: board.me, length: plan.value.length, now });
    await mendOwned(run, runRecord, board.storage, closed);
  }
}
