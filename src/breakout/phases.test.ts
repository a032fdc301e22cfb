import { describe, expect, test } from 'vitest';
import { ana, anasTab, aPlan, aRun, aWanted, MINUTE } from './fixtures';
import { remainingMs } from './countdown';
import { sessionId } from './ids';
import { ENDING_LIMIT_MS, HOLD_MS, nextPhase, OPENING_MS, type PhaseView, workIn } from './phases';
import type { Plan, Wanted } from './plan';
import type { Run } from './run';

function view(now: number, change: Partial<PhaseView> = {}): PhaseView {
  return {
    me: { user: ana, tab: anasTab },
    term: 1,
    now,
    plan: aPlan(),
    seatsDigest: 's',
    held: true,
    allSeated: true,
    openSessions: [],
    ...change,
  };
}

const wanting = (change: Partial<Wanted>): Plan => aPlan({}, aWanted(change));

function step(run: Run | undefined, now: number, change: Partial<PhaseView> = {}): Run {
  const next = nextPhase(run, view(now, change));
  if (next === undefined) throw new Error('no run');
  return next;
}

describe('[H1] an opening begins one epoch, once', () => {
  test('from nothing, with three seconds to cancel', () => {
    const run = step(undefined, 1_000);
    expect(run).toMatchObject({ epoch: 1, phase: 'opening', opensAt: 1_000 + OPENING_MS });
    expect(workIn(undefined, aPlan())).toBe('ordered');
    expect(workIn(run, aPlan())).toBe('running');
  });

  test('[I6] a closed epoch does not reopen because the plan still says open', () => {
    const closed = aRun({ phase: 'closed', closedAt: 5 });
    expect(step(closed, 9_999)).toBe(closed);
    expect(workIn(closed, aPlan())).toBe('none');
  });

  test('not without rooms', () => {
    expect(nextPhase(undefined, view(0, { plan: aPlan({ rooms: [] }) }))).toBeUndefined();
  });
});

describe('[H2] opening', () => {
  const opening = step(undefined, 0);

  test('waits for its three seconds, and for everybody to have a seat', () => {
    expect(step(opening, OPENING_MS - 1)).toBe(opening);
    expect(step(opening, OPENING_MS, { allSeated: false })).toBe(opening);
    expect(step(opening, OPENING_MS)).toMatchObject({
      phase: 'open',
      openedAt: OPENING_MS,
      deadlineAt: OPENING_MS + 10 * MINUTE,
    });
  });

  test('waits for what the starter saw, but not for ever', () => {
    const missing = { held: false };
    expect(step(opening, OPENING_MS + HOLD_MS - 1, missing).phase).toBe('opening');
    expect(step(opening, OPENING_MS + HOLD_MS, missing)).toMatchObject({
      phase: 'open',
      openedUnseen: true,
    });
    expect(step(opening, OPENING_MS).openedUnseen).toBeUndefined();
  });

  test('cancelled: the epoch is free again', () => {
    const run = step(opening, 1_000, { plan: wanting({ phase: 'none' }) });
    expect(run).toMatchObject({ epoch: 0, phase: 'closed' });
    expect(step(run, 2_000)).toMatchObject({ epoch: 1, phase: 'opening' });
  });
});

describe('[H3] the length counts from the opening', () => {
  test('five minutes more are five minutes more, however often the same wish is read', () => {
    const longer = { plan: wanting({ length: 15 * MINUTE }) };
    const once = step(aRun(), 4 * MINUTE, longer);
    expect(once.deadlineAt).toBe(15 * MINUTE);
    expect(step(once, 5 * MINUTE, longer)).toBe(once);
  });

  test('shorter than what has passed closes at once', () => {
    const run = step(aRun(), 4 * MINUTE, { plan: wanting({ length: 3 * MINUTE }) });
    expect(run.phase).toBe('closing');
  });

  test('an end can be set and taken away while open', () => {
    const endless = step(aRun(), MINUTE, { plan: wanting({ length: 'none' }) });
    expect(endless.deadlineAt).toBeUndefined();
    const ended = step(endless, 20 * MINUTE, { plan: wanting({ length: 25 * MINUTE }) });
    expect(ended.deadlineAt).toBe(25 * MINUTE);
  });
});

describe('[H4] closing', () => {
  test('at the deadline, with the countdown', () => {
    expect(step(aRun(), 10 * MINUTE - 1).phase).toBe('open');
    expect(step(aRun(), 10 * MINUTE)).toMatchObject({
      phase: 'closing',
      closesAt: 10 * MINUTE + 30_000,
    });
  });

  test('on demand, and cancelled again', () => {
    const closing = step(aRun(), MINUTE, { plan: wanting({ phase: 'closing' }) });
    expect(closing).toMatchObject({ phase: 'closing', closesAt: MINUTE + 30_000 });
    expect(step(closing, 2 * MINUTE - 31_000)).toMatchObject({
      phase: 'open',
      closesAt: undefined,
    });
  });

  test('extended after the deadline', () => {
    const closing = step(aRun(), 10 * MINUTE);
    const now = 10 * MINUTE + 12_000;
    const extended = step(closing, now, { plan: wanting({ length: 15 * MINUTE }) });
    expect(extended.phase).toBe('open');
    expect(remainingMs(extended, now)).toBe(5 * MINUTE);
  });

  test('cut short', () => {
    const closing = step(aRun(), MINUTE, { plan: wanting({ phase: 'closing' }) });
    expect(step(closing, MINUTE + 1, { plan: wanting({ phase: 'closed' }) }).phase).toBe('ending');
  });

  test('too late to extend once the sessions are being ended', () => {
    const ending = aRun({ phase: 'ending', closesAt: 11 * MINUTE });
    const run = step(ending, 11 * MINUTE, {
      plan: wanting({ length: 60 * MINUTE }),
      openSessions: [sessionId('x')],
    });
    expect(run).toBe(ending);
  });
});

describe('[H5] pause', () => {
  test('keeps what is left, without a deadline, and gives it back', () => {
    const paused = step(aRun(), 4 * MINUTE, { plan: wanting({ paused: true }) });
    expect(paused).toMatchObject({ deadlineAt: undefined, remainingMs: 6 * MINUTE });
    const still = step(paused, 60 * MINUTE, { plan: wanting({ paused: true }) });
    expect(still).toBe(paused);
    expect(step(paused, 60 * MINUTE).deadlineAt).toBe(66 * MINUTE);
  });

  test('five minutes more while paused are there on resuming', () => {
    const paused = step(aRun(), 4 * MINUTE, { plan: wanting({ paused: true }) });
    const longer = wanting({ paused: true, length: 15 * MINUTE });
    expect(step(paused, 30 * MINUTE, { plan: longer }).remainingMs).toBe(11 * MINUTE);
  });
});

describe('[H6] closed is said only when nothing that can be ended is left', () => {
  const ending = aRun({ phase: 'ending', closesAt: 0 });

  test('not while sessions are open or unknown', () => {
    expect(step(ending, 10, { openSessions: [sessionId('x')] })).toBe(ending);
    expect(step(ending, 10, { openSessions: undefined })).toBe(ending);
    expect(step(ending, 10)).toMatchObject({ phase: 'closed', closedAt: 10 });
  });

  test('a session that will not end does not hold it up for ever', () => {
    const stuck = { openSessions: [sessionId('x')] };
    expect(step(ending, ENDING_LIMIT_MS, stuck).phase).toBe('closed');
  });
});
