import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleStep } from './in-step';

interface Both {
  readonly name: string;
  readonly title: string | undefined;
  /** On the board. */
  readonly frame: string;
}

const called = fc.constantFrom('Apple', 'Birch', 'Cedar');
const both: fc.Arbitrary<Both> = fc.record({
  name: called,
  title: fc.option(called, { nil: undefined }),
  frame: fc.oneof(called, fc.constant('')),
});

function taken({ name, title, frame }: Both): Both {
  switch (titleStep({ name, title }, frame)) {
    case 'nothing':
      return { name, title, frame };
    case 'remember':
      return { name, title: name, frame };
    case 'name-room':
      return { name: frame, title: frame, frame };
    case 'title-frame':
      return { name, title: name, frame: name };
  }
}

test('[O8] one step brings both in step, and then there is nothing to do', () => {
  fc.assert(
    fc.property(both, (before) => {
      const after = taken(before);
      expect(after).toEqual({ name: after.name, title: after.name, frame: after.name });
      expect(titleStep(after, after.frame)).toBe('nothing');
    }),
  );
});

test('[O8] whichever was renamed alone is followed; of both the room wins', () => {
  fc.assert(
    fc.property(called, called, (agreed, fresh) => {
      fc.pre(agreed !== fresh);
      expect(taken({ name: agreed, title: agreed, frame: fresh }).name).toBe(fresh);
      expect(taken({ name: fresh, title: agreed, frame: agreed }).frame).toBe(fresh);
      expect(taken({ name: fresh, title: agreed, frame: 'Other' }).frame).toBe(fresh);
      // A frame that was given no title, or lost it, takes its room's name.
      expect(taken({ name: agreed, title: agreed, frame: '' }).frame).toBe(agreed);
    }),
  );
});
