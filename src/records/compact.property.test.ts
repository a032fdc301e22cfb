import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_COUNTER } from '../breakout/counter';
import { frameId, roomId, writerId } from '../breakout/ids';
import { compact } from './compact';
import { edit, emptyDoc, merge, valueAt, type Changes, type Doc } from './merge';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';

const room = fc.constantFrom(...['r1', 'r2', 'r3'].map(roomId));
const name = fc.constantFrom('Apple', 'Birch', '');
const changes: fc.Arbitrary<Changes> = fc.oneof(
  fc.tuple(room, name).map(([id, text]) => planEdits.setRoom(id, { alive: true, name: text })),
  fc.tuple(room, fc.boolean()).map(([id, alive]) => planEdits.setRoom(id, { alive })),
  fc
    .tuple(room, fc.constantFrom(frameId('f1'), null))
    .map(([id, frame]) => planEdits.setRoom(id, { frame })),
  name.map((text) => planEdits.setTask(text)),
);
const doc: fc.Arbitrary<Doc> = fc
  .array(fc.tuple(changes, fc.constantFrom(...['a', 'b'].map(writerId))), { maxLength: 12 })
  .map((edits) => edits.reduce((made, [change, by]) => edit(made, change, by), emptyDoc));

const live = (of: Doc): unknown => {
  const { removed: _, wanted: _wanted, ...view } = planRecord.decode(of);
  return view;
};

test('[M13] the live view is the same before and after, and nothing removed is left', () => {
  fc.assert(
    fc.property(doc, (before) => {
      const after = compact(before);
      expect(live(after)).toEqual(live(before));
      expect(Object.values(after.registers).some(([value]) => value === null)).toBe(false);
      expect(merge(before, after)).toBe(after);
      expect(merge(after, before)).toBe(after);
    }),
  );
});

test('[M13] what is edited afterwards outranks every copy of before', () => {
  fc.assert(
    fc.property(doc, changes, (before, change) => {
      const after = edit(compact(before), change, writerId('c'));
      const merged = merge(before, after);
      for (const [path, value] of Object.entries(change)) {
        expect(valueAt(merged, path) ?? null).toEqual(value);
      }
    }),
  );
});

test('[M13] at the last generation nothing is dropped', () => {
  const last: Doc = { generation: MAX_COUNTER, registers: { task: [null, 1, writerId('a')] } };
  expect(compact(last)).toBe(last);
});
