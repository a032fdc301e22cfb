import { describe, expect, test } from 'vitest';
import { HOME_TAB_MS, LEAVE_AFTER_MS, RESTORE_WITHIN_MS } from './afterwards';
import { attendantSteps, stepsOfLead } from './attendant-step';
import type { AttendantStep, AttendantView } from './attendant-view';
import { STALE_BEAT_MS } from './beat';
import {
  apple,
  aPerson,
  aPlan,
  aRun,
  aRunRoom,
  aRoom,
  ben,
  bensTab,
  birch,
  MINUTE,
  theSeats,
} from './fixtures';
import { frameId, sessionId, tabId } from './ids';
import type { Answer, Question } from './person';
import type { Telling } from './showing';
import { CLAIM_AFTER_MS, PUT_ELSEWHERE_MS } from './which-tab';

const toApple: Question = { epoch: 1, room: apple, ask: 1 };
const toBirch: Question = { epoch: 1, room: birch, ask: 1 };
const said = (kind: Answer['kind'], question: Question = toApple): Answer => ({
  ...question,
  kind,
});
const home = { epoch: 1, tab: bensTab, viewport: { x: 1, y: 2, width: 3, height: 4 } };
const appleSession = sessionId('session-apple');

/** Ben, seated in Apple, a minute after the opening, nothing has happened yet. */
function view(change: Partial<AttendantView> = {}): AttendantView {
  return {
    me: { user: ben, tab: bensTab },
    leading: true,
    visible: true,
    plan: aPlan(),
    seats: theSeats([ben, apple]),
    seatsHeld: true,
    run: aRun(),
    person: aPerson(),
    now: MINUTE,
    beatAgeMs: 1_000,
    quietMs: 1_000,
    silentMs: 1_000,
    sinceRefusedMs: Infinity,
    overMs: undefined,
    inside: 'nowhere',
    joined: undefined,
    modal: undefined,
    choosing: undefined,
    telling: undefined,
    toTell: undefined,
    strayed: undefined,
    away: false,
    unshown: undefined,
    visit: undefined,
    beside: undefined,
    beganInside: false,
    endIsNear: false,
    dueMs: 0,
    spread: 0.5,
    ...change,
  };
}
/** What comes first. */
const attendantStep = (of: AttendantView): AttendantStep | undefined => attendantSteps(of)[0];
const kindsOf = (of: AttendantView): readonly string[] => attendantSteps(of).map((step) => step.do);

const inApple = {
  person: aPerson({ answer: said('yes'), home, at: toApple }),
  inside: appleSession,
};

describe('[A3] the question', () => {
  test('[I3] is put to whoever has a seat', () => {
    expect(attendantStep(view())).toEqual({ do: 'ask', question: toApple });
  });

  test('is not put before our seats are those the rooms were opened with', () => {
    expect(attendantStep(view({ seatsHeld: false }))).toBeUndefined();
  });

  test.each([
    ['without a seat', { seats: theSeats() }],
    ['in a room we do not know yet', { plan: aPlan({ rooms: [aRoom(birch)] }) }],
    ['while opening', { run: aRun({ phase: 'opening' as const }) }],
    ['while closing', { run: aRun({ phase: 'closing' as const, closesAt: 2 * MINUTE }) }],
    ['without a live beat', { beatAgeMs: undefined }],
    ['after 30 s of silence', { beatAgeMs: STALE_BEAT_MS }],
    ['after "not now"', { person: aPerson({ answer: said('later') }) }],
    ['when it is open already', { modal: toApple }],
    ['after leaving by hand', { person: aPerson({ answer: said('left') }) }],
  ])('is not put %s', (_, change) => {
    expect(attendantStep(view(change))).toBeUndefined();
  });

  test('is put anew when asked again, but not after "not this time"', () => {
    const again = { seats: theSeats([ben, apple, 2]) };
    const ask = { do: 'ask', question: { ...toApple, ask: 2 } };
    expect(attendantStep(view({ ...again, person: aPerson({ answer: said('later') }) }))).toEqual(
      ask,
    );
    expect(attendantStep(view({ ...again, person: aPerson({ answer: said('left') }) }))).toEqual(
      ask,
    );
    expect(
      attendantStep(view({ ...again, person: aPerson({ answer: said('never') }) })),
    ).toBeUndefined();
  });

  test('[I6] an answer to another epoch answers nothing', () => {
    const old = aPerson({ answer: { ...toApple, epoch: 0, kind: 'never' } });
    expect(attendantStep(view({ person: old }))).toEqual({ do: 'ask', question: toApple });
  });
});

describe('[A2] a question that is void is withdrawn', () => {
  test.each([
    ['it was answered in the panel', { person: aPerson({ answer: said('later') }) }],
    ['the seat has moved', { seats: theSeats([ben, birch]) }],
    ['rooms are closing', { run: aRun({ phase: 'closing' as const, closesAt: 2 * MINUTE }) }],
    ['the breakout is over', { run: aRun({ phase: 'closed' as const }) }],
    ['another tab leads', { leading: false }],
  ])('when %s', (_, change) => {
    expect(attendantStep(view({ modal: toApple, ...change }))).toEqual({ do: 'withdraw' });
  });

  test('not because the conductor is silent', () => {
    expect(attendantStep(view({ modal: toApple, beatAgeMs: STALE_BEAT_MS }))).toBeUndefined();
  });
});

test('[V9] what visits have left to be done each tab does by itself, at any time', () => {
  const steps = [
    ['recognise', 'recognise-visit'],
    ['come-back', 'end-visit'],
  ] as const;
  for (const [visit, step] of steps) {
    const run = aRun({ phase: 'closed' });
    expect(kindsOf(view({ ...inApple, visit }))).toEqual([step]);
    expect(kindsOf(view({ ...inApple, visit, leading: false }))).toEqual([step]);
    expect(kindsOf(view({ visit, run, leading: false }))).toEqual([step]);
  }
});

describe('[A4] on yes', () => {
  const yes = { answer: said('yes') };

  test('home is noted, then the session joined, then the room entered', () => {
    expect(attendantStep(view({ person: aPerson(yes) }))).toEqual({ do: 'note-home', epoch: 1 });
    expect(attendantStep(view({ person: aPerson({ ...yes, home }) }))).toEqual({
      do: 'join',
      question: toApple,
      session: appleSession,
      goesTo: frameId('frame-apple'),
    });
    const joined = view({ person: aPerson({ ...yes, home }), inside: appleSession });
    expect(attendantStep(joined)).toEqual({
      do: 'arrive',
      question: toApple,
      frame: frameId('frame-apple'),
    });
    expect(attendantStep(view(inApple))).toBeUndefined();
  });

  test('what could not be shown then is shown later, by the tab that was to show it, while they are there', () => {
    const frame = frameId('frame-apple');
    const unshown = { person: aPerson({ ...inApple.person, at: { ...toApple, frame } }) };
    const failed = { ...inApple, ...unshown, unshown: frame };
    const show = { do: 'show', room: apple };
    expect(attendantStep(view(failed))).toEqual(show);
    expect(attendantStep(view({ ...failed, leading: false }))).toEqual(show);
    expect(attendantStep(view({ ...failed, unshown: undefined }))).toBeUndefined();
    const closing = aRun({ phase: 'closing', closesAt: 2 * MINUTE });
    expect(attendantStep(view({ ...failed, run: closing }))).toBeUndefined();
    expect(kindsOf(view({ ...failed, unshown: frameId('frame-birch') }))).toEqual([]);
    const moving = { ...unshown.person, answer: said('yes', toBirch) };
    expect(kindsOf(view({ ...failed, person: moving }))).not.toContain('show');
  });

  test('home is noted anew in another tab, but not by somebody who is in a room', () => {
    const elsewhere = { ...home, tab: tabId('other') };
    const coming = aPerson({ ...yes, home: elsewhere });
    expect(attendantStep(view({ person: coming }))).toEqual({ do: 'note-home', epoch: 1 });
    const moved = { answer: said('yes', toBirch), home: elsewhere, at: toApple };
    expect(attendantStep(view({ person: aPerson(moved) }))).toMatchObject({ do: 'join' });
  });

  test('waits for the session, and goes without one when the room works without', () => {
    const room = (change: object) =>
      aRun({ rooms: new Map([[apple, aRunRoom('apple', { session: undefined, ...change })]]) });
    const person = aPerson({ ...yes, home });
    expect(attendantStep(view({ person, run: room({}) }))).toBeUndefined();
    const problem = { reason: 'sessions-taken', detail: '', at: 0 } as const;
    expect(attendantStep(view({ person, run: room({ problem }) }))).toMatchObject({ do: 'arrive' });
  });

  test('[I4] after a reload the session is joined again without a question', () => {
    const reloaded = { ...inApple, inside: 'unknown' as const };
    expect(attendantStep(view(reloaded))).toEqual({ do: 'look', session: appleSession });
    expect(attendantStep(view({ ...inApple, inside: 'nowhere' }))).toMatchObject({
      do: 'join',
      // Who has arrived is not moved again.
      goesTo: undefined,
    });
  });

  test('a yes that comes while closing brings nobody in', () => {
    const closing = aRun({ phase: 'closing', closesAt: 2 * MINUTE });
    expect(
      attendantStep(view({ person: aPerson({ ...yes, home }), run: closing })),
    ).toBeUndefined();
  });

  test('a move asks, and the person stays where they are until they say yes', () => {
    const moved = { ...inApple, seats: theSeats([ben, birch]) };
    expect(attendantStep(view(moved))).toEqual({ do: 'ask', question: toBirch });
    const person = { ...inApple.person, answer: said('later', toBirch) };
    expect(attendantStep(view({ ...moved, person }))).toBeUndefined();
    const agreed = { ...inApple.person, answer: said('yes', toBirch) };
    expect(attendantStep(view({ ...moved, person: agreed }))).toMatchObject({
      do: 'join',
      session: sessionId('session-birch'),
    });
  });
});

describe('[Q2] whoever is moved before they have come', () => {
  const inBirch = { seats: theSeats([ben, birch]) };
  const joining = view({ person: aPerson({ answer: said('yes'), home }), ...inBirch });

  test('is asked about the new room, and not brought into the first one any more', () => {
    expect(attendantSteps(joining)).toEqual([{ do: 'ask', question: toBirch }]);
    expect(attendantSteps({ ...joining, modal: toBirch })).toEqual([]);
    // Nor without a live beat, when it cannot be asked.
    expect(attendantSteps({ ...joining, beatAgeMs: undefined })).toEqual([]);
    expect(kindsOf({ ...joining, seats: theSeats([ben, apple]) })).toEqual(['join']);
  });

  test('[A5] leaves that one, should joining it have worked', () => {
    const unknown: AttendantView = { ...joining, inside: 'unknown' };
    expect(attendantStep(unknown)).toEqual({ do: 'look', session: appleSession });
    expect(attendantStep({ ...unknown, inside: appleSession })?.do).toBe('leave');
  });
});

describe('[A10] should the first step fail, others are due', () => {
  test('a question, where one cannot be let into one’s room', () => {
    const cut = view({ ...inApple, inside: 'nowhere', seats: theSeats([ben, birch]) });
    expect(kindsOf(cut)).toEqual(['join', 'ask']);
    expect(kindsOf({ ...cut, modal: toBirch })).toEqual(['join']);
  });

  test('[A6] the way home, where one cannot leave', () => {
    const run = aRun({ phase: 'closed' });
    const over = view({ ...inApple, run, overMs: LEAVE_AFTER_MS * 2 });
    expect(kindsOf(over)).toEqual(['leave', 'restore']);
    // Whoever is only waiting to be freed waits with that, too.
    expect(kindsOf({ ...over, overMs: 0 })).toEqual([]);
  });

  test('[A7] all of it, where it cannot be found out where a reloaded tab looks', () => {
    const reloaded = view({
      beganInside: true,
      person: aPerson({
        answer: said('yes'),
        at: toApple,
        home: { ...home, tab: tabId('other') },
      }),
    });
    expect(kindsOf(reloaded)).toEqual(['recognise', 'join', 'recognise']);
  });
});

describe('[A5] whoever leaves by hand', () => {
  const left = { ...inApple.person, answer: said('left') };

  test('leaves the session, then goes back to where they were', () => {
    expect(attendantStep(view({ person: left, inside: appleSession }))).toEqual({
      do: 'leave',
      session: appleSession,
    });
    expect(attendantStep(view({ person: left }))).toEqual({ do: 'depart', to: home.viewport });
  });

  test('[I4] keeps the seat: a yes from the panel is all it takes to return', () => {
    const again = { ...left, at: undefined, answer: said('yes') };
    expect(attendantStep(view({ person: again }))).toMatchObject({ do: 'join' });
  });
});

describe('[A6] [I5] after the end', () => {
  const closed = { ...inApple, run: aRun({ phase: 'closed' }), overMs: 0 };

  test('waits to be freed by the end of the session, then leaves by itself', () => {
    expect(attendantStep(view({ ...closed, overMs: LEAVE_AFTER_MS }))).toBeUndefined();
    expect(attendantStep(view({ ...closed, overMs: LEAVE_AFTER_MS * 1.5 }))).toEqual({
      do: 'leave',
      session: appleSession,
    });
  });

  test('who came by Miro’s own invitation looks whether they are still in', () => {
    const guest = { room: apple, ask: 1, state: 'invited' } as const;
    const run = aRun({ phase: 'closed', guests: new Map([[ben, guest]]) });
    const unsure = { ...closed, run, person: aPerson(), inside: 'unknown' as const };
    expect(attendantStep(view(unsure))).toEqual({ do: 'look', session: appleSession });
  });

  test('a tab that does not lead may be in a session by itself: its view comes first', () => {
    const other = { ...closed, leading: false, overMs: 2 * LEAVE_AFTER_MS };
    expect(attendantStep(view(other))).toMatchObject({ do: 'restore' });
    const leave = { do: 'leave', session: appleSession };
    expect(attendantStep(view({ ...other, person: aPerson() }))).toEqual(leave);
    expect(attendantStep(view({ ...other, person: aPerson(), inside: 'nowhere' }))).toBeUndefined();
  });

  test('where another tab has cleared the place, the answer says where to look', () => {
    const person = aPerson({ answer: said('yes') });
    const unsure = { ...closed, person, inside: 'unknown' as const };
    const look = { do: 'look', session: appleSession };
    expect(attendantStep(view(unsure))).toEqual(look);
    expect(attendantStep(view({ ...unsure, leading: false }))).toEqual(look);
    // On the next day nobody asks Miro for that.
    expect(attendantStep(view({ ...unsure, overMs: undefined }))).toEqual({
      do: 'look',
      session: undefined,
    });
  });

  test('is brought back, once: home is cleared before', () => {
    const freed = { ...closed, inside: 'nowhere' as const };
    expect(attendantStep(view(freed))).toEqual({ do: 'restore', to: home.viewport });
    expect(attendantStep(view({ ...freed, person: aPerson() }))).toBeUndefined();
  });

  test('[I7] also when nobody says so: deadline, countdown and grace have passed', () => {
    const silent = {
      ...inApple,
      inside: 'nowhere' as const,
      now: 10 * MINUTE + 40_000,
      overMs: 10,
    };
    expect(attendantStep(view(silent))).toMatchObject({ do: 'restore' });
    expect(attendantStep(view({ ...silent, now: 10 * MINUTE + 39_999 }))).not.toMatchObject({
      do: 'restore',
    });
  });

  test('[A9] [T3] also without a length, half an hour after the last beat', () => {
    const endless = aRun({ length: 'none', deadlineAt: undefined });
    const left = { ...inApple, run: endless, inside: 'nowhere' as const, overMs: 0 };
    expect(attendantStep(view({ ...left, quietMs: 30 * MINUTE }))).toMatchObject({ do: 'restore' });
    expect(attendantStep(view({ ...left, quietMs: 30 * MINUTE - 1 }))).toMatchObject({
      do: 'join',
    });
  });

  test('[T6] by the own clock nothing is over as long as a beat may still come', () => {
    const late = { ...inApple, inside: 'nowhere' as const, overMs: undefined };
    expect(attendantStep(view({ ...late, now: undefined }))).toMatchObject({ do: 'join' });
    expect(attendantStep(view({ ...late, now: 60 * MINUTE }))).toEqual({ do: 'forget' });
  });

  test('not on the next day, and not who had left before', () => {
    const freed = { ...closed, inside: 'nowhere' as const };
    expect(attendantStep(view({ ...freed, overMs: RESTORE_WITHIN_MS }))).toEqual({ do: 'forget' });
    expect(attendantStep(view({ ...freed, overMs: undefined }))).toEqual({ do: 'forget' });
    const gone = { ...inApple.person, at: undefined };
    expect(attendantStep(view({ ...freed, person: gone }))).toEqual({ do: 'forget' });
  });

  test('[A7] in the tab the view was taken from, and in the leading one if that is gone', () => {
    const other = { ...inApple.person, home: { ...home, tab: tabId('other') } };
    const freed = { ...closed, inside: 'nowhere' as const, person: other };
    expect(attendantStep(view(freed))).toBeUndefined();
    expect(attendantStep(view({ ...freed, overMs: HOME_TAB_MS - 1 }))).toBeUndefined();
    expect(attendantStep(view({ ...freed, overMs: HOME_TAB_MS }))).toMatchObject({
      do: 'restore',
    });
    // What Miro refuses to this tab it refuses to the other one, too.
    const refused = { ...freed, overMs: RESTORE_WITHIN_MS - 1 };
    expect(attendantStep(view({ ...refused, sinceRefusedMs: HOME_TAB_MS - 1 }))).toBeUndefined();
    expect(attendantStep(view({ ...refused, sinceRefusedMs: HOME_TAB_MS }))).toMatchObject({
      do: 'restore',
    });
    expect(
      attendantStep(view({ ...refused, overMs: RESTORE_WITHIN_MS, sinceRefusedMs: 0 })),
    ).toEqual({
      do: 'forget',
    });
    const mine = { ...closed, leading: false };
    expect(attendantStep(view(mine))).toMatchObject({ do: 'restore' });
  });

  test('[A7] a tab that was moved beside the one where home was noted goes back itself', () => {
    const to = { x: 5, y: 6, width: 7, height: 8 };
    const other = { ...inApple.person, home: { ...home, tab: tabId('other') } };
    const beside = { ...closed, inside: 'nowhere' as const, person: other, leading: false };
    const strayed = { to, returned: false };
    expect(attendantStep(view({ ...beside, strayed }))).toEqual({ do: 'return' });
    const back = { ...beside, leading: true, strayed: { to, returned: true } };
    expect(attendantStep(view(back))).toBeUndefined();
    // The other tab has gone, and this one is where it was: there is nothing left to restore.
    const alone = { ...back, overMs: HOME_TAB_MS };
    expect(attendantStep(view(alone))).toEqual({ do: 'forget' });
  });

  test('[A7] so does one whose user may have gone to the frame in it by hand, once', () => {
    const other = { ...inApple.person, home: { ...home, tab: tabId('other') } };
    const beside = { returned: false };
    const second = { ...closed, person: other, leading: false, beside };
    const back = { do: 'return-beside', frames: [frameId('frame-apple')] };
    expect(attendantStep(view(second))).toEqual(back);
    // The other tab is home already.
    const cleared = { ...inApple.person, home: undefined, at: undefined, was: toApple };
    expect(attendantStep(view({ ...second, person: cleared }))).toEqual(back);
    for (const change of [
      { beside: undefined },
      { beside: { returned: true } },
      { person: { ...other, home } },
      { overMs: RESTORE_WITHIN_MS },
    ]) {
      const step = attendantStep(view({ ...second, ...change }));
      expect(step?.do).not.toBe('return-beside');
    }
    // What it was moved by is stronger.
    const strayed = { to: home.viewport, returned: true };
    expect(attendantStep(view({ ...second, strayed }))?.do).not.toBe('return-beside');
  });

  test('[A6] a page that begins after a near end restores what it has taken over, and no more', () => {
    const late = { ...closed, inside: 'nowhere' as const, overMs: undefined, endIsNear: true };
    expect(attendantStep(view(late))).toEqual({ do: 'restore', to: home.viewport });
    expect(attendantStep(view({ ...late, endIsNear: false }))).toEqual({ do: 'forget' });
    const run = aRun({ epoch: 2, phase: 'closed' });
    expect(attendantStep(view({ ...late, run }))).toEqual({ do: 'forget' });
    // Another tab may be slower to bring itself back.
    const person = { ...inApple.person, home: { ...home, tab: tabId('other') } };
    const beside = { ...late, person };
    expect(attendantStep(view({ ...beside, silentMs: HOME_TAB_MS - 1 }))).toBeUndefined();
    expect(attendantStep(view({ ...beside, silentMs: HOME_TAB_MS }))).toEqual({ do: 'forget' });
    // A conductor hears nobody: its own last beat counts.
    expect(attendantStep(view({ ...beside, quietMs: 0, silentMs: HOME_TAB_MS }))).toEqual({
      do: 'forget',
    });
    expect(attendantStep(view({ ...beside, silentMs: 0, endIsNear: false }))).toEqual({
      do: 'forget',
    });
  });

  test('[A7] so it does when the room is left by hand', () => {
    const person = { ...inApple.person, answer: said('left') };
    const to = { x: 5, y: 6, width: 7, height: 8 };
    const left = { ...inApple, person, inside: 'nowhere' as const };
    expect(attendantStep(view({ ...left, strayed: { to, returned: false } }))).toEqual({
      do: 'return',
    });
    expect(attendantStep(view({ ...left, strayed: { to, returned: true } }))).toEqual({
      do: 'depart',
      to: undefined,
    });
  });
});

describe('[A7] whoever leaves the room in another tab', () => {
  const person = { ...inApple.person, at: undefined, answer: said('left') };
  const moved = { ...inApple, person, leading: false, away: true };
  const back = { do: 'come-back', to: home.viewport };

  test('is brought back in the tab that was moved, too, once', () => {
    expect(attendantStep(view(moved))).toEqual(back);
    expect(attendantStep(view({ ...moved, leading: true }))).toEqual(back);
    expect(attendantStep(view({ ...moved, away: false }))).toBeUndefined();
  });

  test('not before they are out, nor on the way in again, nor where home is another tab’s', () => {
    for (const change of [
      { at: toApple },
      { answer: said('yes') },
      { home: { ...home, tab: tabId('other') } },
      { home: undefined },
    ]) {
      const step = attendantStep(view({ ...moved, person: { ...person, ...change } }));
      expect(step).not.toMatchObject({ do: 'come-back' });
    }
  });

  test('[A6] at the end at the latest', () => {
    const closed = { ...moved, run: aRun({ phase: 'closed' }), overMs: 0 };
    expect(attendantStep(view(closed))).toEqual({ do: 'restore', to: home.viewport });
    const back = { ...closed, leading: true, inside: 'nowhere' as const, away: false };
    expect(attendantStep(view(back))).toEqual({ do: 'forget' });
  });
});

describe('[A7] a page that began while its user was in a room', () => {
  const person = { ...inApple.person, home: { ...home, tab: tabId('before') } };
  const began = { ...inApple, person, beganInside: true };
  const recognise = { do: 'recognise', frames: [frameId('frame-apple')] };

  test('looks whether it is the tab that was moved, before anything else, leading or not', () => {
    expect(attendantStep(view(began))).toEqual(recognise);
    expect(attendantStep(view({ ...began, leading: false }))).toEqual(recognise);
    const moved = { ...began, person: { ...person, answer: said('yes', toBirch) } };
    expect(attendantStep(view(moved))).toEqual(recognise);
    expect(attendantStep(view({ ...moved, beganInside: false }))).toMatchObject({ do: 'join' });
  });

  test('looks at the frame it was brought to, too, if the room has another one by now', () => {
    const frame = frameId('before');
    const at = { ...toApple, frame };
    expect(attendantStep(view({ ...began, person: { ...person, at } }))).toEqual({
      do: 'recognise',
      frames: [frame, frameId('frame-apple')],
    });
    const noFrame = aPlan({ rooms: [{ ...aRoom(apple), frame: undefined }] });
    expect(attendantStep(view({ ...began, plan: noFrame, person: { ...person, at } }))).toEqual({
      do: 'recognise',
      frames: [frame],
    });
  });

  test('not where home is its own, nor where nobody is in a room or the room has no frame', () => {
    const own = { ...person, home };
    const out = { ...person, at: undefined };
    const noFrame = aPlan({ rooms: [{ ...aRoom(apple), frame: undefined }] });
    for (const change of [{ person: own }, { person: out }, { plan: noFrame }]) {
      expect(attendantStep(view({ ...began, ...change }))).not.toMatchObject({ do: 'recognise' });
    }
  });

  test('after an end that it has not seen only if that is near', () => {
    const closed = { ...began, run: aRun({ phase: 'closed' }) };
    expect(attendantStep(view({ ...closed, overMs: 0 }))).toEqual(recognise);
    expect(attendantStep(view({ ...closed, endIsNear: true }))).toEqual(recognise);
    expect(attendantStep(view(closed))).not.toEqual(recognise);
  });
});

describe('[A7] a tab beside the one that was moved', () => {
  const person = { ...inApple.person, home: { ...home, tab: tabId('other') } };
  const second = { ...inApple, person, leading: false };
  const looks = { do: 'recognise', frames: [frameId('frame-apple')] };

  test('looks once where it is, when nothing else is due', () => {
    expect(attendantStep(view(second))).toEqual(looks);
    expect(attendantStep(view({ ...second, leading: true }))).toEqual(looks);
    const moved = { ...second, person: { ...person, answer: said('yes', toBirch) } };
    expect(attendantStep(view({ ...moved, leading: true }))).toMatchObject({ do: 'join' });
    const noted = { ...second, beside: { returned: false } };
    expect(attendantStep(view(noted))).toBeUndefined();
    const strayed = { to: home.viewport, returned: false };
    expect(attendantStep(view({ ...second, strayed }))).toBeUndefined();
  });

  test('is not moved when the room is left by hand in it, unless its user has gone to the frame', () => {
    const left = { ...person, answer: said('left') };
    const out = { ...second, leading: true, person: left, inside: 'nowhere' as const };
    expect(attendantStep(view({ ...out, beside: { returned: false } }))).toEqual({
      do: 'return-beside',
      frames: [frameId('frame-apple')],
    });
    const stays = { do: 'depart', to: undefined };
    expect(attendantStep(view({ ...out, beside: { returned: true } }))).toEqual(stays);
  });
});

describe('[A8] only the leading tab acts', () => {
  test('but any leaves what it has joined, when that is not its user’s room any more', () => {
    const beside = { ...inApple, leading: false, joined: appleSession };
    expect(attendantStep(view(beside))).toBeUndefined();
    const person = { ...inApple.person, answer: said('yes', toBirch), at: toBirch };
    const leave = { do: 'leave', session: appleSession };
    expect(attendantStep(view({ ...beside, person }))).toEqual(leave);
    expect(attendantStep(view({ ...beside, person, joined: undefined }))).toBeUndefined();
    // On the way to the other room they are still in this one.
    const going = { ...person, at: toApple };
    expect(attendantStep(view({ ...beside, person: going }))).toBeUndefined();
    const out = { ...inApple.person, answer: said('left'), at: undefined };
    expect(attendantStep(view({ ...beside, person: out }))).toEqual(leave);
  });

  test('another claims when a due step is not begun for three seconds', () => {
    expect(attendantStep(view({ leading: false }))).toBeUndefined();
    expect(attendantStep(view({ leading: false, dueMs: CLAIM_AFTER_MS }))).toEqual({ do: 'claim' });
  });

  test('another waits for nothing that each does by itself, and for the way home only once that is due', () => {
    const person = { ...inApple.person, home: { ...home, tab: tabId('gone') } };
    const closed = { ...inApple, leading: false, person, run: aRun({ phase: 'closed' }) };
    const left = (overMs: number) => stepsOfLead(view({ ...closed, overMs }));
    expect(left(HOME_TAB_MS - 1)).toEqual([]);
    expect(left(HOME_TAB_MS)).toEqual([{ do: 'restore', to: home.viewport }]);
    expect(stepsOfLead(view({ leading: false }))).toEqual([{ do: 'ask', question: toApple }]);
  });

  test('a question that another tab has put waits a minute for its answer', () => {
    const asked = { leading: false, person: aPerson({ asked: toApple }) };
    const step = (change: Partial<AttendantView>) => attendantStep(view({ ...asked, ...change }));
    expect(step({ dueMs: PUT_ELSEWHERE_MS - 1 })).toBeUndefined();
    expect(step({ dueMs: PUT_ELSEWHERE_MS, visible: false })).toBeUndefined();
    expect(step({ dueMs: PUT_ELSEWHERE_MS })).toEqual({ do: 'claim' });
  });

  test('[I7] [T6] one without a live beat does not take its user back to where another has brought them out', () => {
    const out = { answer: said('yes'), was: toApple };
    const step = (change: Partial<AttendantView>) =>
      attendantStep(
        view({
          leading: false,
          dueMs: CLAIM_AFTER_MS,
          beatAgeMs: undefined,
          person: aPerson(out),
          ...change,
        }),
      );
    expect(step({})).toBeUndefined();
    expect(step({ inside: 'unknown' })).toBeUndefined();
    expect(step({ beatAgeMs: 1_000 })).toEqual({ do: 'claim' });
    expect(step({ person: aPerson({ answer: said('yes') }) })).toEqual({ do: 'claim' });
    expect(step({ person: aPerson({ ...out, at: toApple }) })).toEqual({ do: 'claim' });
    const moved = aPerson({ ...out, answer: said('yes', toBirch) });
    expect(step({ person: moved, seats: theSeats([ben, birch]) })).toEqual({ do: 'claim' });
  });
});

describe('[E2] what is only told in a window', () => {
  const telling: Telling = { kind: 'message', epoch: 1, message: 'm1' };
  const inside = {
    inside: appleSession,
    person: aPerson({ answer: said('yes'), at: toApple, home }),
  };

  test('is shown when nothing else is to be done, in the leading tab only', () => {
    expect(attendantStep(view({ ...inside, toTell: telling }))).toEqual({ do: 'tell', telling });
    expect(attendantStep(view({ ...inside, toTell: telling, leading: false }))).toBeUndefined();
    expect(attendantStep(view({ ...inside, toTell: telling, telling }))).toBeUndefined();
  });

  test('waits for a question, and makes way for one', () => {
    const moved = { ...inside, seats: theSeats([ben, birch, 2]) };
    const question = { ...toBirch, ask: 2 };
    expect(attendantStep(view({ ...moved, toTell: telling }))).toEqual({ do: 'ask', question });
    expect(attendantStep(view({ ...moved, modal: question, toTell: telling }))).toBeUndefined();
    expect(attendantStep(view({ ...moved, telling }))).toEqual({ do: 'withdraw' });
  });

  test('[I5] goes when the rooms have closed, and when another tab leads', () => {
    const over = { ...inside, telling, run: aRun({ phase: 'ending' }) };
    expect(attendantStep(view(over))).toEqual({ do: 'withdraw' });
    expect(attendantStep(view({ ...inside, telling, leading: false }))).toEqual({
      do: 'withdraw',
    });
  });
});
