import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventsPort } from '../board/port';
import { userId } from '../breakout/ids';
import { broadcastPing, broadcastReady, onPing, onReady } from './events';

function loop(): EventsPort & { inject(name: string, payload: unknown): void } {
  const listeners = new Map<string, (payload: unknown) => void>();
  const inject = (name: string, payload: unknown) => listeners.get(name)?.(payload);
  return {
    inject,
    broadcast: async (name, payload) => inject(name, JSON.parse(JSON.stringify(payload))),
    async on(name, listen) {
      listeners.set(name, listen);
      return () => listeners.delete(name);
    },
  };
}

test('what is sent is heard', async () => {
  const events = loop();
  const heard: unknown[] = [];
  await onReady(events, (payload) => heard.push(payload));
  const stop = await onPing(events, (user) => heard.push(user));
  const ready = { user: userId('7'), name: 'Mia', epoch: 2 };
  await broadcastReady(events, ready);
  await broadcastPing(events, userId('7'));
  stop();
  await broadcastPing(events, userId('8'));
  expect(heard).toEqual([ready, '7']);
});

test('[I10] anything else is dropped, and throws nothing', async () => {
  const events = loop();
  const heard: unknown[] = [];
  await onReady(events, (payload) => heard.push(payload));
  await onPing(events, (user) => heard.push(user));
  fc.assert(
    fc.property(fc.anything(), (payload) => {
      events.inject('ready', payload);
      events.inject('ping', payload);
    }),
  );
  events.inject('ping', { user: 'a/b' });
  events.inject('ready', { user: '7', name: 'Mia', epoch: -1 });
  events.inject('ready', { user: '7', name: 7, epoch: 1 });
  expect(heard).toEqual([]);
  events.inject('ready', { user: '7', name: 'x'.repeat(9_000), epoch: 1 });
  expect(heard).toEqual([{ user: '7', name: 'x'.repeat(80), epoch: 1 }]);
});
