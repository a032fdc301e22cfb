import { describe, expect, test } from 'vitest';
import { aRun } from '../breakout/fixtures';
import { Unheeded } from './unheeded';

const before = aRun();
const after = { ...before, seq: before.seq + 1 };

describe('[C10] something has been left undone', () => {
  test('for as long as it is wanted and nothing is heard of the conductor', () => {
    const unheeded = new Unheeded();
    unheeded.note(false, before, 1_000);
    expect(unheeded.lastedMs(9_000)).toBe(0);
    unheeded.note(true, before, 10_000);
    unheeded.note(true, before, 10_800);
    expect(unheeded.lastedMs(11_000)).toBe(1_000);
    unheeded.heard(11_000);
    expect(unheeded.lastedMs(11_400)).toBe(400);
    unheeded.note(true, after, 11_500);
    expect(unheeded.lastedMs(11_600)).toBe(100);
    unheeded.note(false, after, 11_700);
    expect(unheeded.lastedMs(20_000)).toBe(0);
  });

  test('a beat, or that the run changes, answers the question whether it lives; sleep makes it void', () => {
    const unheeded = new Unheeded();
    unheeded.asked(500);
    unheeded.note(true, before, 1_000);
    expect(unheeded.unansweredMs(2_000)).toBeUndefined();
    unheeded.asked(2_000);
    expect(unheeded.unansweredMs(2_700)).toBe(700);
    unheeded.heard(2_000);
    expect(unheeded.unansweredMs(2_700)).toBe(0);
    unheeded.asked(2_800);
    expect(unheeded.unansweredMs(2_900)).toBe(100);
    // Read again, it is the same run.
    unheeded.note(true, { ...before }, 2_900);
    expect(unheeded.unansweredMs(2_900)).toBe(100);
    unheeded.note(true, after, 3_000);
    expect(unheeded.unansweredMs(9_000)).toBe(0);
    unheeded.askAgain();
    expect(unheeded.unansweredMs(9_000)).toBeUndefined();
  });

  test('an answer counts for ten seconds; what could not be sent has asked nobody', () => {
    const unheeded = new Unheeded();
    unheeded.note(true, before, 1_000);
    unheeded.asked(2_000);
    unheeded.heard(3_000);
    unheeded.heard(9_000);
    expect(unheeded.unansweredMs(12_999)).toBe(0);
    expect(unheeded.unansweredMs(13_000)).toBeUndefined();
    unheeded.asked(13_000);
    unheeded.notAsked(13_500);
    expect(unheeded.unansweredMs(14_000)).toBeUndefined();
    expect(unheeded.lastedMs(14_000)).toBe(500);
  });

  test('[C3] whoever has just taken over waits half a minute before doing so again', () => {
    const unheeded = new Unheeded();
    unheeded.claimed(1_000);
    unheeded.note(true, before, 2_000);
    expect(unheeded.lastedMs(30_999)).toBe(0);
    expect(unheeded.lastedMs(31_000)).toBe(29_000);
  });
});
