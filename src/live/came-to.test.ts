import { describe, expect, test } from 'vitest';
import { apple, aPerson, aRun, ben, birch } from '../breakout/fixtures';
import type { NativeGuest } from '../breakout/run';
import { cameTo } from './came-to';
import { aSnapshot } from './fixtures';

const asGuest = (guest: Partial<NativeGuest>) =>
  aSnapshot({
    run: aRun({
      phase: 'closed',
      guests: new Map([[ben, { room: birch, ask: 1, state: 'invited', ...guest }]]),
    }),
  });

describe('[N1] [G4] who has met somebody in a round', () => {
  test.each<[boolean, Partial<NativeGuest>]>([
    [true, { state: 'in' }],
    [true, { state: 'left' }],
    [true, { state: 'shown' }],
    [true, { state: 'declined', at: apple }],
    [true, { state: 'no-answer', came: true }],
    [false, { state: 'invited' }],
    [false, { state: 'declined' }],
    [false, { state: 'no-answer' }],
  ])('%s: without the app, %o', (came, guest) => {
    expect(cameTo(asGuest(guest), 1, ben)).toBe(came);
  });

  test('[J2] where only counts are kept anybody may have, once they are counted', () => {
    const people = new Map([[ben, aPerson()]]);
    const run = aRun({ phase: 'closed', journal: { keeps: 'counts', chunks: [] } });
    expect(cameTo(aSnapshot({ people, run }), 1, ben)).toBe(false);
    const attended = { tookPart: 1, neverJoined: 0, shown: 0, stayed: 0 };
    expect(cameTo(aSnapshot({ people, run: { ...run, attended } }), 1, ben)).toBe(true);
  });
});
