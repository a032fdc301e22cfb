import { beforeEach, expect, test } from 'vitest';
import { Rereading, type RereadingDeps } from './rereading';

let read: string[];
let rereading: Rereading;

const copy = (name: string) => ({
  reread: () => {
    read.push(name);
    return Promise.reject(new Error('offline'));
  },
});

beforeEach(() => {
  read = [];
  const held: RereadingDeps = {
    plan: copy('plan'),
    run: copy('run'),
    beat: copy('beat'),
    person: copy('person'),
    people: copy('people'),
    seats: (epoch) => copy(`seats ${String(epoch)}`),
  };
  rereading = new Rereading(held);
});

test('[M10] with each beat a conductor reads everything again, of people’s records some', () => {
  rereading.atBeat(3, true);
  expect(read).toEqual(['plan', 'run', 'seats 3', 'people']);
  read.length = 0;
  rereading.atBeat(undefined, true);
  expect(read).toEqual(['plan', 'run', 'people', 'person']);
});

test('[M10] everybody reads their own record again, with every second beat', () => {
  for (let beat = 0; beat < 4; beat++) rereading.atBeat(3, false);
  expect(read).toEqual(['person', 'person']);
});

test('after a sleep it is read whether somebody else conducts', () => {
  rereading.afterSleep();
  expect(read).toEqual(['run', 'beat']);
});
