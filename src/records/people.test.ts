import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoragePort } from '../board/port';
import { realTimers } from '../board/timers';
import { userId, writerId, type UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { FakeStorage } from './fake-storage';
import { edit, emptyDoc } from './merge';
import { People } from './people';
import { personEdits, personRecord } from './person';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** One storage for each key, made when first asked for. */
function board() {
  const keys = new Map<string, { storage: FakeStorage; port: StoragePort }>();
  const watched: string[] = [];
  const at = (key: string) => {
    const storage = new FakeStorage();
    const made = keys.get(key) ?? { storage, port: storage.client({ tellsMissing: true }) };
    keys.set(key, made);
    return made;
  };
  const port: StoragePort = {
    watch(key, listen) {
      watched.push(key);
      return at(key).port.watch(key, listen);
    },
    read: (key) => at(key).port.read(key),
    write: (key, value) => at(key).port.write(key, value),
    remove: (key) => at(key).port.remove(key),
  };
  const put = (user: UserId, change: Partial<Person> | undefined) => {
    const { key, write } = personRecord(user);
    const doc = edit(emptyDoc, personEdits.set(change ?? {}), writerId('w'));
    at(key).storage.put(change === undefined ? undefined : write(doc));
  };
  return { port, put, watched, at };
}

function follow(users: readonly UserId[], storage: StoragePort): People {
  const people = new People({ storage, timers: realTimers, onChange: () => undefined });
  people.follow(users);
  return people;
}

const [mia, ben, lin] = [userId('1'), userId('2'), userId('3')];

test('knows exactly the people it follows who have a record, and says when it has asked for all', async () => {
  const { port, put } = board();
  put(mia, { here: true, name: 'Mia' });
  put(lin, { here: true, name: 'Lin' });
  const people = follow([mia, ben], port);
  expect(people.settled).toBe(false);
  await wait(1_000);
  expect(people.settled).toBe(true);
  expect([...people.known.values()].map(({ name }) => name)).toEqual(['Mia']);

  put(ben, { here: true, name: 'Ben' });
  people.follow([ben, lin]);
  await wait(1_000);
  expect([...people.known.values()].map(({ name }) => name).toSorted()).toEqual(['Ben', 'Lin']);
  put(ben, undefined);
  await wait(1_000);
  expect([...people.known.keys()]).toEqual([lin]);
});

test('[I10] a record that cannot be read leaves the last good copy', async () => {
  const { port, put, at } = board();
  put(mia, { here: true, name: 'Mia' });
  const people = follow([mia], port);
  await wait(1_000);
  at(personRecord(mia).key).storage.put({ v: 1, data: { g: 0, r: [[1, 'w', [[7, 'name']]]] } });
  await wait(1_000);
  expect(people.known.get(mia)?.name).toBe('Mia');
});

test('[I9] what was lost on the way is read again, a few people at a time', async () => {
  const { port, put, at } = board();
  const crowd = Array.from({ length: 12 }, (_, index) => userId(String(index)));
  for (const user of crowd) put(user, { here: true, name: 'before' });
  const people = follow(crowd, port);
  await wait(1_000);
  const reads = crowd.map((user) => vi.spyOn(at(personRecord(user).key).port, 'read'));
  const read = (): number => reads.filter(({ mock }) => mock.calls.length > 0).length;
  void people.reread();
  await wait(1_000);
  expect(read()).toBe(5);
  void people.reread();
  void people.reread();
  await wait(1_000);
  expect(read()).toBe(12);
});

test('[M10] whoever has not been heard of for longest is read again first', async () => {
  const { port, put, at } = board();
  const crowd = Array.from({ length: 40 }, (_, index) => userId(String(index)));
  for (const user of crowd) put(user, { here: true, name: 'before' });
  const people = follow(crowd, port);
  await wait(1_000);
  const lost = crowd[39] ?? userId('none');
  // Everybody is heard of but one, whose push is lost.
  for (const user of crowd) if (user !== lost) put(user, { here: true, name: 'after' });
  await wait(1_000);
  const read = vi.spyOn(at(personRecord(lost).key).port, 'read');
  void people.reread();
  await wait(1_000);
  expect(read).toHaveBeenCalledTimes(1);
});

test('[I9] begins no more than 300 subscriptions a minute after the first few, in the order given', async () => {
  const { port, watched } = board();
  const crowd = Array.from({ length: 1_000 }, (_, index) => userId(String(index)));
  const people = follow(crowd, port);
  await wait(0);
  const atOnce = watched.length;
  expect(atOnce).toBeLessThanOrEqual(60);
  await wait(60_000);
  expect(watched.length - atOnce).toBeLessThanOrEqual(300);
  expect(watched.length - atOnce).toBeGreaterThan(290);
  expect(watched.slice(0, 3)).toEqual(['person-0', 'person-1', 'person-2']);
  people.follow([]);
  await wait(120_000);
  expect(watched.length - atOnce).toBeLessThanOrEqual(300);
  people.close();
});
