import { describe, expect, test } from 'vitest';
import {
  ANSWER_MS,
  ANSWER_OWN_MS,
  elect,
  LEAD_HIDDEN_MS,
  LEAD_VISIBLE_MS,
  newerBeat,
  OFFLINE_MS,
  outranks,
  PING_MS,
  RANK_MS,
  SILENCE_HIDDEN_MS,
  SILENCE_VISIBLE_MS,
  UNHEEDED_MS,
  UNHEEDED_OWN_MS,
  type Observation,
} from './election';
import type { Beat } from './beat';
import { tabId, userId } from './ids';

const ana = userId('1');
const ben = userId('2');
const cem = userId('3');

function beat(over: Partial<Beat> = {}): Beat {
  return {
    term: 1,
    seq: 1,
    user: ana,
    tab: tabId('a'),
    visible: true,
    at: 0,
    planDigest: '',
    seatsDigest: '',
    runDigest: '',
    ...over,
  };
}

/** Ben looks on while Ana conducts, all is well. */
function seen(over: Partial<Observation> = {}): Observation {
  return {
    me: { user: ben, tab: tabId('b') },
    leading: true,
    visible: true,
    facilitators: [ana, ben, cem],
    online: new Set([ana, ben, cem]),
    beat: beat(),
    silentMs: 1_000,
    offlineMs: 0,
    pingedMs: undefined,
    pingAnswered: false,
    unheededMs: 0,
    unansweredMs: undefined,
    work: 'running',
    workMs: 60_000,
    starter: ana,
    ...over,
  };
}

describe('[I7] [C1] at most one conductor acts', () => {
  test('the one whose beat is greatest conducts', () => {
    expect(elect(seen({ me: { user: ana, tab: tabId('a') } }))).toBe('conduct');
    expect(elect(seen())).toBe('follow');
  });

  test('[C6] nobody conducts when there is nothing to do, and no participant ever', () => {
    expect(elect(seen({ work: 'none' }))).toBe('idle');
    expect(elect(seen({ me: { user: userId('9'), tab: tabId('z') }, silentMs: 1e9 }))).toBe('idle');
  });

  test('of two beats the greater (term, user, tab) counts, in whichever order they arrive', () => {
    const small = beat({ term: 3, user: ana });
    const great = beat({ term: 3, user: ben });
    expect(outranks(great, small)).toBe(true);
    expect(newerBeat(small, great)).toBe(great);
    expect(newerBeat(great, small)).toBe(great);
    const later = beat({ term: 3, user: ben, seq: 9 });
    expect(newerBeat(later, great)).toBe(later);
    expect(newerBeat(great, later)).toBe(later);
  });
});

describe('[C2] when an opening is ordered and nobody beats', () => {
  const ordered = { work: 'ordered', beat: undefined, workMs: 0 } as const;

  test('the starter claims at once', () => {
    expect(elect(seen({ ...ordered, starter: ben }))).toBe('claim');
  });

  test('the others only after it has had its chance, in list order', () => {
    const firstMs = OFFLINE_MS + RANK_MS;
    expect(elect(seen({ ...ordered, workMs: firstMs + RANK_MS - 1 }))).toBe('follow');
    expect(elect(seen({ ...ordered, workMs: firstMs + RANK_MS }))).toBe('claim');
  });

  test('a tab that does not lead leaves it to the one that does', () => {
    expect(elect(seen({ ...ordered, starter: ben, leading: false }))).toBe('follow');
  });
});

describe('[C3] a conductor that has gone is replaced in list order', () => {
  test('three seconds after its user went offline', () => {
    const gone = { online: new Set([ben, cem]) };
    expect(elect(seen({ ...gone, offlineMs: OFFLINE_MS - 1 }))).toBe('follow');
    expect(elect(seen({ ...gone, offlineMs: OFFLINE_MS }))).toBe('claim');
    const third = { ...gone, me: { user: cem, tab: tabId('c') } };
    expect(elect(seen({ ...third, offlineMs: OFFLINE_MS }))).toBe('follow');
    expect(elect(seen({ ...third, offlineMs: OFFLINE_MS + RANK_MS }))).toBe('claim');
  });

  test('after 25 s of silence when its last beat said visible, 75 s when hidden', () => {
    expect(elect(seen({ silentMs: SILENCE_VISIBLE_MS - 1 }))).toBe('follow');
    expect(elect(seen({ silentMs: SILENCE_VISIBLE_MS }))).toBe('claim');
    const hidden = beat({ visible: false });
    expect(elect(seen({ beat: hidden, silentMs: SILENCE_HIDDEN_MS - 1 }))).toBe('follow');
    expect(elect(seen({ beat: hidden, silentMs: SILENCE_HIDDEN_MS }))).toBe('claim');
  });
});

describe("[C4] a reloaded tab asks its predecessor's beat for a sign of life", () => {
  const mine = { beat: beat({ user: ben, tab: tabId('old') }) };

  test('it pings, waits, and claims when nothing answers', () => {
    expect(elect(seen(mine))).toBe('ping');
    expect(elect(seen({ ...mine, pingedMs: PING_MS - 1 }))).toBe('follow');
    expect(elect(seen({ ...mine, pingedMs: PING_MS }))).toBe('claim');
  });

  test('it follows when the other tab lives, and judges it like any conductor', () => {
    const answered = { ...mine, pingedMs: PING_MS, pingAnswered: true };
    expect(elect(seen(answered))).toBe('follow');
    expect(elect(seen({ ...answered, silentMs: SILENCE_VISIBLE_MS }))).toBe('claim');
  });
});

test('[C5] a conductor that is no facilitator any more is replaced', () => {
  expect(elect(seen({ facilitators: [ben, cem] }))).toBe('claim');
});

test('[C1] a greater term outranks a greater user and a greater tab', () => {
  const older = beat({ term: 1, user: cem, tab: tabId('z') });
  const newer = beat({ term: 2, user: ana, tab: tabId('a') });
  expect(outranks(newer, older)).toBe(true);
  expect(outranks(older, newer)).toBe(false);
  expect(newerBeat(older, newer)).toBe(newer);
  expect(newerBeat(newer, older)).toBe(newer);
});

describe('[C9] a tab beside the one that acts for its user', () => {
  const beside = (over: Partial<Observation>) => elect(seen({ leading: false, ...over }));

  test('takes its place when that one should have taken over and has not', () => {
    const patienceMs = SILENCE_VISIBLE_MS + LEAD_VISIBLE_MS;
    expect(beside({ silentMs: patienceMs - 1 })).toBe('follow');
    expect(beside({ silentMs: patienceMs })).toBe('lead');
    expect(beside({ silentMs: patienceMs, visible: false })).toBe('follow');
    const hiddenMs = SILENCE_VISIBLE_MS + LEAD_HIDDEN_MS;
    expect(beside({ silentMs: hiddenMs, visible: false })).toBe('lead');
    const offlineMs = OFFLINE_MS + LEAD_VISIBLE_MS;
    expect(beside({ silentMs: 10_000, offlineMs: offlineMs - 1 })).toBe('follow');
    expect(beside({ silentMs: 10_000, offlineMs })).toBe('lead');
  });

  test('does so when the conductor was that very tab, which nobody hears any more', () => {
    const own = beat({ user: ben, tab: tabId('closed') });
    expect(beside({ beat: own })).toBe('follow');
    const silentMs = SILENCE_VISIBLE_MS + LEAD_VISIBLE_MS;
    expect(beside({ beat: own, silentMs })).toBe('lead');
    // It leads now, and asks whether the other tab lives.
    expect(elect(seen({ beat: own, silentMs }))).toBe('ping');
  });

  test('does so when rooms were ordered and nobody opens them', () => {
    const ordered = { work: 'ordered', starter: ben, beat: undefined } as const;
    expect(beside({ ...ordered, workMs: LEAD_VISIBLE_MS - 1 })).toBe('follow');
    expect(beside({ ...ordered, workMs: LEAD_VISIBLE_MS })).toBe('lead');
  });

  test('leaves it to that one to replace whom nobody wants as a conductor any more', () => {
    const put = { facilitators: [ben, cem] };
    expect(elect(seen(put))).toBe('claim');
    expect(beside(put)).toBe('follow');
    expect(beside({ ...put, silentMs: LEAD_VISIBLE_MS })).toBe('lead');
  });

  test('never of somebody who does not facilitate, or where there is nothing to do', () => {
    const long = { silentMs: 600_000, offlineMs: 600_000 };
    expect(beside({ ...long, me: { user: userId('9'), tab: tabId('b') } })).toBe('idle');
    expect(beside({ ...long, work: 'none' })).toBe('idle');
  });
});

describe('[C10] something has been left undone', () => {
  const pressed = seen({ unheededMs: UNHEEDED_MS });

  test('the conductor is asked whether it lives, and replaced if it does not answer', () => {
    expect(elect({ ...pressed, unheededMs: UNHEEDED_MS - 1 })).toBe('follow');
    expect(elect(pressed)).toBe('ping');
    expect(elect({ ...pressed, unansweredMs: ANSWER_MS - 1 })).toBe('follow');
    expect(elect({ ...pressed, unansweredMs: ANSWER_MS })).toBe('claim');
  });

  test('in list order', () => {
    const me = { user: cem, tab: tabId('c') };
    expect(elect({ ...pressed, me, unansweredMs: ANSWER_MS + RANK_MS - 1 })).toBe('follow');
    expect(elect({ ...pressed, me, unansweredMs: ANSWER_MS + RANK_MS })).toBe('claim');
  });

  test('by another tab of its own user before anybody else', () => {
    const own = { ...pressed, me: { user: ana, tab: tabId('z') }, pingAnswered: true };
    expect(elect({ ...own, unheededMs: UNHEEDED_OWN_MS })).toBe('ping');
    expect(elect({ ...own, unansweredMs: ANSWER_OWN_MS })).toBe('claim');
    expect(UNHEEDED_OWN_MS + ANSWER_OWN_MS).toBeLessThan(UNHEEDED_MS + ANSWER_MS);
  });

  test('[C9] a tab that does not lead waits longer, and then leads', () => {
    const beside = { ...pressed, leading: false, silentMs: 15_000 };
    const unheededMs = UNHEEDED_MS + LEAD_VISIBLE_MS;
    expect(elect({ ...beside, unheededMs: unheededMs - 1 })).toBe('follow');
    expect(elect({ ...beside, unheededMs })).toBe('ping');
    expect(elect({ ...beside, unheededMs, unansweredMs: ANSWER_MS })).toBe('lead');
  });
});
