import { describe, expect, test } from 'vitest';
import { apple, aRoom, aRun, ben, birch, cem, theSeats } from '../../breakout/fixtures';
import { roomId } from '../../breakout/ids';
import { aSnapshot, planWanting } from '../fixtures';
import type { Snapshot } from '../snapshot';
import { closeRoom, keepRoom } from './room-closing';

const cedar = roomId('cedar');
const open = (change: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({
    plan: planWanting({}, { rooms: [aRoom(apple), aRoom(birch, 1), aRoom(cedar, 2)] }),
    run: aRun(),
    seatsOf: () => theSeats([ben, apple, 3], [cem, birch]),
    ...change,
  });

describe('[R5] closing one room', () => {
  test('its people are asked to the smallest room, or to the one that was chosen', () => {
    const closing = { 'room/apple/closing': 1 };
    expect(closeRoom(open(), apple, undefined)).toEqual({
      plan: closing,
      seats: { epoch: 1, changes: { [ben]: [cedar, 4] } },
    });
    expect(closeRoom(open(), apple, birch).seats?.changes).toEqual({ [ben]: [birch, 4] });
    expect(closeRoom(open(), cedar, undefined)).toEqual({ plan: { 'room/cedar/closing': 1 } });
  });

  test('not the last one that stays, nor twice, nor before the opening', () => {
    const closing = new Map([
      [birch, 1],
      [cedar, 1],
    ]);
    const { plan } = open();
    expect(closeRoom(open({ plan: { ...plan, closing } }), apple, undefined)).toEqual({});
    expect(closeRoom(open({ plan: { ...plan, closing } }), birch, undefined)).toEqual({});
    expect(closeRoom(open({ run: undefined }), apple, undefined)).toEqual({});
  });

  test('can be taken back', () => {
    const { plan } = open();
    const closing = new Map([[apple, 1]]);
    expect(keepRoom(open({ plan: { ...plan, closing } }), apple)).toEqual({
      plan: { 'room/apple/closing': null },
    });
    expect(keepRoom(open(), apple)).toEqual({});
  });
});
