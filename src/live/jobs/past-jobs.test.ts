import { describe, expect, test } from 'vitest';
import { ana, aPlan, apple, aRun, ben, birch, cem, theSeats } from '../../breakout/fixtures';
import { userId, writerId } from '../../breakout/ids';
import type { JournalChunk } from '../../breakout/journal';
import { journalRecord } from '../../records/journal';
import { setupOf } from '../../breakout/setup';
import { keys } from '../../records/keys';
import { edit, emptyDoc } from '../../records/merge';
import { KEPT_AS, writeKeptSetup } from '../../records/setup-document';
import { indexEdits, indexRecord } from '../../records/stored-index';
import { pastActions } from '../actions/past-actions';
import { FakeDesk } from '../fake-desk';
import { storedKeys } from './remove-everything';

const closed = aRun({
  phase: 'closed',
  epoch: 2,
  journal: { keeps: 'names', chunks: [{ term: 3, n: 1 }] },
});
const aChunk = (at: number): JournalChunk => ({
  keeps: 'names',
  openedAt: 0,
  names: new Map([[ben, 'Ben']]),
  rooms: new Map([[apple, 'Apple']]),
  notes: [{ what: 'in', at: 0, user: ben, room: apple }],
  end: { at, planned: 'none', tookPart: 1, neverJoined: 0 },
  full: false,
});

/** Two rounds are over. */
function after() {
  const desk = new FakeDesk({ run: closed });
  const index = [
    indexEdits.setEpoch(1, [{ term: 1, n: 1 }]),
    indexEdits.setEpoch(2, [{ term: 3, n: 1 }]),
    indexEdits.addPeople([ben, userId('gone')]),
  ].reduce((doc, changes) => edit(doc, changes, writerId('w')), emptyDoc);
  desk.stored.set(keys.index, indexRecord.write(index));
  desk.stored.set('journal-1-1-1', journalRecord.write(aChunk(60_000)));
  desk.stored.set('journal-2-3-1', journalRecord.write(aChunk(90_000)));
  const actions = pastActions(desk);
  const recap = (round: number) => desk.snapshot().past.recaps.get(round);
  return { desk, actions, recap };
}

describe('who was where', () => {
  test('is read when it is asked for, of earlier rounds as well', async () => {
    const { desk, actions, recap } = after();
    actions.loadRecap(2);
    expect(recap(2)).toEqual({ state: 'loading' });
    await Promise.all(desk.jobs);
    expect(recap(2)).toMatchObject({ state: 'ready', recap: { lastedMs: 90_000 } });
    expect(desk.snapshot().past.rounds).toEqual([1, 2]);
    actions.loadRecap(1);
    await Promise.all(desk.jobs);
    expect(recap(1)).toMatchObject({ state: 'ready', recap: { lastedMs: 60_000 } });
  });

  test('[I10] a chunk that cannot be read is missing, nothing worse', async () => {
    const { desk, actions, recap } = after();
    desk.stored.set('journal-2-3-1', { v: 1, data: '<b>' });
    actions.loadRecap(2);
    await Promise.all(desk.jobs);
    expect(recap(2)).toEqual({ state: 'none' });
    expect(desk.failures).toEqual([]);
  });

  test('[I11] when storage does not answer, the screen says so', async () => {
    const { desk, actions, recap } = after();
    desk.board.storage.read = () => Promise.reject(new Error('No.'));
    actions.loadRecap(2);
    await Promise.all(desk.jobs);
    expect(recap(2)).toEqual({ state: 'failed' });
    expect(desk.failures).toHaveLength(1);
  });
});

describe('[K3] removing everything', () => {
  test('takes all that the index, the run and the screen know of, the plan last', () => {
    const { desk } = after();
    const snapshot = { ...desk.snapshot(), seatsOf: () => theSeats([cem, birch]) };
    const index = {
      epochs: new Map([[1, [{ term: 1, n: 1 }]]]),
      people: new Set([userId('gone')]),
    };
    const all = storedKeys(snapshot, index);
    expect([...all].sort()).toEqual(
      [
        ...['journal-1-1-1', 'journal-2-3-1', 'seats-1', 'seats-2', 'seats-3'],
        ...[ana, ben, cem, userId('gone')].flatMap((user) => [
          keys.person(user),
          keys.work(user),
          keys.blueprint(user),
        ]),
        ...['beat', 'fillers', 'index', 'labels', 'plan', 'run', 'setups'],
      ].sort(),
    );
    expect(all.at(-1)).toBe('plan');
    expect(all.at(-2)).toBe('index');
  });

  /** One of each kind of key there is: whoever adds one is reminded here. */
  const oneOfEach: Readonly<Record<keyof typeof keys, string>> = {
    plan: keys.plan,
    run: keys.run,
    beat: keys.beat,
    index: keys.index,
    seats: keys.seats(1),
    person: keys.person(ben),
    journal: keys.journal(1, { term: 1, n: 1 }),
    labels: keys.labels,
    fillers: keys.fillers,
    setups: keys.setups,
    work: keys.work(ben),
    blueprint: keys.blueprint(ben),
  };

  test('knows every kind of key', () => {
    const { desk } = after();
    const index = { epochs: new Map([[1, [{ term: 1, n: 1 }]]]), people: new Set([ben]) };
    const all = storedKeys(desk.snapshot(), index);
    expect(Object.values(oneOfEach).filter((key) => !all.includes(key))).toEqual([]);
  });

  test('leaves nothing, and says how far it is', async () => {
    const { desk, actions } = after();
    for (const key of Object.values(oneOfEach)) if (key !== keys.index) desk.stored.set(key, 1);
    actions.removeEverything();
    await Promise.resolve();
    await Promise.all(desk.jobs);
    expect([...desk.stored.keys()]).toEqual([]);
    expect(desk.snapshot().past.removing).toBeUndefined();
  });

  test('[U4] takes set-ups that texts on the board hold, and no other text', async () => {
    const { desk, actions } = after();
    const document = writeKeptSetup(
      'Retro',
      setupOf(aPlan(), () => undefined),
    );
    desk.canvas.put(ben, { type: 'text', words: 'Retro', kept: { [KEPT_AS]: document ?? null } });
    desk.canvas.put(ben, { type: 'text', words: 'Broken', kept: { [KEPT_AS]: 'nonsense' } });
    desk.canvas.put(ben, { type: 'text', words: 'Welcome' });
    actions.removeEverything();
    await Promise.all(desk.jobs);
    expect([...desk.canvas.things.values()].map(({ words }) => words)).toEqual(['Welcome']);
    expect(desk.failures).toEqual([]);
  });

  test('not while rooms are open', async () => {
    const { desk, actions } = after();
    desk.happen({ run: aRun() });
    actions.removeEverything();
    await Promise.all(desk.jobs);
    expect(desk.stored.size).toBeGreaterThan(0);
  });

  test('what could not be removed is told, and the plan stays', async () => {
    const { desk, actions } = after();
    desk.stored.set('plan', 1);
    desk.board.storage.remove = () => Promise.reject(new Error('No.'));
    actions.removeEverything();
    await Promise.all(desk.jobs);
    expect(desk.failures).toHaveLength(1);
    expect(desk.stored.has('plan')).toBe(true);
    expect(desk.snapshot().past.removing).toBeUndefined();
  });
});
