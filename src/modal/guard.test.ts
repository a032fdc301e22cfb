import { expect, test } from 'vitest';
import { Guard } from './guard';

function guardAt() {
  const clock = { now: 5000 };
  return { clock, guard: new Guard(() => clock.now) };
}

test('nothing is accepted in the first 700 ms', () => {
  const { clock, guard } = guardAt();
  for (const ms of [0, 100, 699]) {
    clock.now = 5000 + ms;
    guard.began();
    expect(guard.accepts()).toBe(false);
  }
});

test('after that a press is accepted', () => {
  const { clock, guard } = guardAt();
  clock.now = 5700;
  guard.began();
  expect(guard.accepts()).toBe(true);
});

test('a press that began too early does not count when it is released later', () => {
  const { clock, guard } = guardAt();
  clock.now = 5600;
  guard.began();
  clock.now = 5800;
  expect(guard.accepts()).toBe(false);
});

test('a click that no press came before is accepted, once it is time', () => {
  const { clock, guard } = guardAt();
  expect(guard.accepts()).toBe(false);
  clock.now = 6000;
  expect(guard.accepts()).toBe(true);
});
