import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ana, apple, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Message } from '../breakout/message';
import { edit, emptyDoc, merge, type Doc } from './merge';
import { sendMessage } from './message-edits';
import { decodeMessages } from './messages';
import { planRecord } from './plan';

type Sent = Omit<Message, 'slot'>;

const sentBy = (by: Message['by']) =>
  fc.record<Sent>({
    id: fc.stringMatching(/^[a-z0-9]{8}$/),
    epoch: fc.integer({ min: 1, max: 3 }),
    text: fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' }),
    room: fc.option(fc.constant(apple), { nil: undefined }),
    by: fc.constant(by),
    byName: fc.constant('Ana'),
    at: fc.integer({ min: 0, max: 1_000_000 }),
  });

const send = (doc: Doc, message: Sent, writer = 'w'): Doc =>
  edit(doc, sendMessage(decodeMessages(doc), message), writerId(writer));

const bytesOf = (doc: Doc): number =>
  new TextEncoder().encode(JSON.stringify(planRecord.write(doc))).length;

test('[E3] however much is written, messages take at most 20 KB of the plan, and can be read', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sentBy(ana), sentBy(ben)), { maxLength: 120 }), (all) => {
      const doc = all.reduce((known, message) => send(known, message), emptyDoc);
      expect(bytesOf(doc)).toBeLessThan(20_000);
      expect(planRecord.read(planRecord.write(doc))).toMatchObject({ type: 'ok' });
      expect(decodeMessages(doc).length).toBeLessThanOrEqual(50);
    }),
    { numRuns: 60 },
  );
});

test('[E3] the message just sent is kept, whatever its time says, and those of other breakouts go', () => {
  fc.assert(
    fc.property(fc.array(sentBy(ana), { maxLength: 30 }), sentBy(ana), (earlier, last) => {
      const before = earlier.reduce((known, message) => send(known, message), emptyDoc);
      const after = decodeMessages(send(before, last));
      expect(after.some(({ id, text }) => id === last.id && text === last.text)).toBe(true);
      expect(after.every(({ epoch }) => epoch === last.epoch)).toBe(true);
    }),
  );
});

test('[I2] two facilitators who write at the same moment are both heard', () => {
  fc.assert(
    fc.property(sentBy(ana), sentBy(ben), (anas, bens) => {
      fc.pre(anas.id !== bens.id && anas.epoch === bens.epoch);
      const both = merge(send(emptyDoc, anas, 'a'), send(emptyDoc, bens, 'b'));
      expect(decodeMessages(both).map(({ id }) => id)).toEqual(
        expect.arrayContaining([anas.id, bens.id]),
      );
    }),
  );
});

test('[I10] one id is one message, and an empty text is none', () => {
  const value = { id: 'm1', epoch: 1, room: null, byName: 'Ana', at: 5 };
  const doc = edit(
    emptyDoc,
    {
      'message/1/0': { ...value, text: 'first' },
      'message/1/1': { ...value, text: 'second' },
      'message/1/2': { ...value, id: 'm2', text: '' },
    },
    writerId('w'),
  );
  expect(decodeMessages(doc).map(({ id }) => id)).toEqual(['m1']);
});
