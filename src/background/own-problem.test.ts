import { beforeEach, describe, expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import { ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { FakeWorld } from '../live/fake-board';
import { MergedRecord } from '../records/merged-record';
import { personRecord } from '../records/person';
import { OwnProblem } from './own-problem';

const offline = new BoardError('disconnected', 'No answer.');
const taken = new BoardError('window-taken', 'Another window.');

let world: FakeWorld;
let person: MergedRecord<Person>;
let problem: OwnProblem;

beforeEach(async () => {
  world = new FakeWorld();
  const { storage, timers } = world;
  const definition = personRecord(ben);
  const writer = writerId('ben');
  person = new MergedRecord({ storage, definition, writer, timers, repair: () => 'conductor' });
  await person.open();
  problem = new OwnProblem({ held: { person }, timers });
});

const told = (): string | undefined =>
  person.value.problem && `${person.value.problem.step}: ${person.value.problem.problem.reason}`;

describe('[I11] what fails', () => {
  test('stands in the own record with its reason, until it is not to be done any more', () => {
    problem.note('join a', offline);
    expect(told()).toBe('join a: offline');
    expect(person.value.problem?.problem.detail).toBe('No answer.');
    problem.settle((step) => step === 'join a');
    expect(told()).toBeUndefined();
  });

  test('is told anew for another reason, and not for the same one', async () => {
    problem.note('ask a 1', offline);
    const first = person.value.problem;
    await world.timers.advance(5_000);
    problem.note('ask a 1', offline);
    expect(person.value.problem).toEqual(first);
    problem.note('ask a 1', taken);
    expect(told()).toBe('ask a 1: window-taken');
  });

  test('is not taken back with something else', () => {
    problem.note('rename', offline);
    problem.note('join a', offline);
    problem.settle((step) => step === 'rename');
    expect(told()).toBe('join a: offline');
  });

  test('is taken back when a page before this one has noted it', async () => {
    problem.note('join a', offline);
    await world.timers.advance(1_000);
    new OwnProblem({ held: { person }, timers: world.timers }).settle((step) => step === 'join a');
    expect(told()).toBeUndefined();
  });
});
