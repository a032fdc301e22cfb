/**
 * What the next version of the app could be: this one, but for what it stores. A translation of all
 * that goes between a page of it and storage, so that both versions can meet on one board.
 */
import { writerId } from '../../src/breakout/ids';
import { decodeDoc, encodeDoc } from '../../src/records/doc-codec';
import type { FrameLink, Json } from '../harness/world/api';

/** `adds`: fields that this version does not know. `raises`: the number, too, so that it may not read them. */
export type Step = 'adds' | 'raises';

/** A register of merged records, and a field of the others. */
const ADDED = 'added-by-the-next';

export function nextVersion(link: FrameLink, step: Step): FrameLink {
  return {
    async request(command, args) {
      const sent = command === 'STORAGE_SET' ? inField(args, 'value', written(step)) : args;
      const reply = await link.request(command, sent);
      if (command === 'STORAGE_GET') return reply === undefined ? undefined : read(reply);
      if (command !== 'STORAGE_WATCH' || reply === undefined) return reply;
      return inField(reply, 'current', (stored) => inField(stored, 'value', read));
    },
    listen: (onPush) =>
      link.listen((push) => {
        const ofStorage = push.name.startsWith('storage:change:') && push.payload !== undefined;
        onPush(
          ofStorage ? { ...push, payload: inField(push.payload ?? null, 'value', read) } : push,
        );
      }),
  };
}

/** Whether a stored value has what the next version has added. */
export function hasAdded(value: Json | undefined): boolean {
  const data = fieldsOf(fieldsOf(value)?.['data']);
  if (data === undefined) return false;
  if (!isMerged(data)) return ADDED in data;
  const doc = decodeDoc(data);
  return typeof doc !== 'string' && ADDED in doc.registers;
}

/** Whether only the next version may read it. */
export const isRaised = (value: Json | undefined): boolean => fieldsOf(value)?.['raised'] === true;

const written =
  (step: Step) =>
  (value: Json): Json => {
    const record = fieldsOf(value);
    if (record === undefined || typeof record['v'] !== 'number') return value;
    const raise = step === 'raises' ? { v: record['v'] + 1, raised: true } : {};
    return { ...inField(record, 'data', withAdded), ...raise };
  };

function read(value: Json): Json {
  const record = fieldsOf(value);
  if (!isRaised(value) || typeof record?.['v'] !== 'number') return value;
  return { v: record['v'] - 1, data: record['data'] ?? null };
}

function withAdded(value: Json): Json {
  const data = fieldsOf(value);
  if (data === undefined) return value;
  if (!isMerged(data)) return { ...data, [ADDED]: 1 };
  const doc = decodeDoc(data);
  if (typeof doc === 'string') return value;
  const registers = { [ADDED]: [1, 1, writerId('next')] as const, ...doc.registers };
  return encodeDoc({ ...doc, registers }) as Json;
}

type Fields = { readonly [key: string]: Json };

const isMerged = (data: Fields): boolean => 'g' in data && 'r' in data;

function fieldsOf(value: Json | undefined): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function inField(value: Json, name: string, change: (field: Json) => Json): { [key: string]: Json };
function inField(value: Json, name: string, change: (field: Json) => Json): Json {
  const fields = fieldsOf(value);
  const field = fields?.[name];
  return field === undefined ? value : { ...fields, [name]: change(field) };
}
