import { expect, test } from 'vitest';
import { userId, writerId } from '../breakout/ids';
import { edit, emptyDoc } from './merge';
import { fits } from './size';
import { indexEdits, indexRecord, keysOfEpoch } from './stored-index';

const me = writerId('w');

test('[K1] the index knows people, breakouts and their chunks, and forgets what has gone', () => {
  const chunks = [
    { term: 2, n: 1 },
    { term: 5, n: 1 },
  ];
  let doc = edit(emptyDoc, indexEdits.addPeople([userId('u1'), userId('u2')]), me);
  doc = edit(doc, indexEdits.setEpoch(10, chunks), me);
  doc = edit(doc, indexEdits.setEpoch(9, []), me);
  const stored = indexRecord.read(JSON.parse(JSON.stringify(indexRecord.write(doc))));
  expect(stored.type).toBe('ok');
  expect(indexRecord.decode(doc)).toEqual({
    epochs: new Map([
      [9, []],
      [10, chunks],
    ]),
    people: new Set(['u1', 'u2']),
  });
  expect(keysOfEpoch(10, chunks)).toEqual(['journal-10-2-1', 'journal-10-5-1', 'seats-10']);
  doc = edit(doc, indexEdits.setEpoch(9, null), me);
  expect([...indexRecord.decode(doc).epochs.keys()]).toEqual([10]);
});

test('a thousand people and thirty breakouts of forty chunks fit', () => {
  const people = Array.from({ length: 1_000 }, (_, at) => userId(`34587645000000${10_000 + at}`));
  const chunks = Array.from({ length: 40 }, (_, n) => ({ term: 1_000 + n, n: 1 }));
  let doc = edit(emptyDoc, indexEdits.addPeople(people), me);
  for (let epoch = 1; epoch <= 30; epoch++) {
    doc = edit(doc, indexEdits.setEpoch(epoch, chunks), me);
  }
  expect(fits(indexRecord.write(doc))).toBe(true);
});
