// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startI18n } from '../../../i18n/start';
import { facilitatorActions } from '../../../live/actions/facilitator-actions';
import { claim } from '../../../live/edits/roles';
import { createRooms } from '../../../live/edits/rooms';
import { facilitatorView } from '../../../live/facilitator-view';
import { FakeDesk } from '../../../live/fake-desk';
import { crowd, users } from '../../../live/fixtures';
import type { PrepareView } from '../../../live/views';
import { Announcer } from '../../../ui/announcer.svelte';
import { Levels } from '../levels.svelte';
import ListPage from './ListPage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const people = crowd(12);

/** Twelve people sit in two rooms; Ana pastes a list. */
async function pasted(lines: (names: readonly string[]) => readonly string[]) {
  const desk = new FakeDesk({ online: [users.ana, ...people] });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  const view = facilitatorView(desk.snapshot()) as PrepareView;
  const actions = facilitatorActions(desk);
  render(ListPage, { view, actions, levels: new Levels(), announcer: new Announcer() });
  const text = lines(people.map(({ name }) => name)).join('\n');
  await fireEvent.input(screen.getByLabelText('Names'), { target: { value: text } });
  const seats = () =>
    new Map([...desk.snapshot().seatsOf(1)].map(([user, { room }]) => [user, room] as const));
  const [first, second] = view.rooms;
  if (first === undefined || second === undefined) throw new Error('fixture');
  return { desk, seats, first, second };
}

const group = (title: string): readonly string[] =>
  within(screen.getByRole('list', { name: title }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.trim());
const use = () => fireEvent.click(screen.getByRole('button', { name: 'Use this list' }));

describe('[L3] the preview of a list, in three groups: matched, not here yet, here but not on it', () => {
  test('nobody who is not on the list is reshuffled, unless that is asked for', async () => {
    const { desk, seats } = await pasted(([one, two, three]) => [
      `${one};Apple`,
      `${two};Apple`,
      `${three};Birch`,
      'Eva Late;Birch',
    ]);
    expect(group('Matched: 3')).toHaveLength(3);
    expect(group('Not here yet: 1')).toEqual(['Eva Late Birch']);
    expect(group('Here, not on the list: 9')).toHaveLength(9);
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Place these 9 evenly' }).checked,
    ).toBe(false);
    const before = seats();
    await use();
    const unlisted = people.slice(3).map(({ id }) => id);
    expect(unlisted.filter((user) => seats().get(user) !== before.get(user))).toEqual([]);
    expect(
      desk
        .snapshot()
        .expectedOf(1)
        .map(({ name }) => name),
    ).toEqual(['Eva Late']);
  });

  test('“Place these 9 evenly” seats them around those on the list', async () => {
    const { seats, first } = await pasted(([one, two, three]) =>
      [one, two, three].map((name) => `${name};Apple`),
    );
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Place these 9 evenly' }));
    await use();
    const inFirst = [...seats()].filter(([, room]) => room === first.id).map(([user]) => user);
    expect(inFirst).toHaveLength(6);
    expect(people.slice(0, 3).every(({ id }) => inFirst.includes(id))).toBe(true);
  });

  test('whoever is moved is named with both rooms before anything is done, and first', async () => {
    const { seats, first, second } = await pasted((names) => names.map((name) => `${name};Apple`));
    const moved = second.people.length;
    const rows = group('Matched: 12');
    expect(rows.slice(0, moved).every((row) => row.endsWith('Birch → Apple'))).toBe(true);
    expect(rows.slice(moved).every((row) => row.endsWith('stays in Apple'))).toBe(true);
    screen.getByText(`0 seated · ${String(moved)} moved · 0 expected`);
    expect([...seats().values()].filter((room) => room === first.id)).toHaveLength(12 - moved);
  });
});

describe('[L4] rooms of a list that do not exist', () => {
  const create = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

  test('none of them does: they are created, and the list is used as it is', async () => {
    const { desk, seats } = await pasted((names) =>
      names.map((name, at) => `${name};${at % 2 === 0 ? 'Red' : 'Blue'}`),
    );
    expect(create(/^Create 2 rooms/).checked).toBe(true);
    await use();
    const [, , red, blue] = desk.snapshot().plan.rooms;
    expect([red?.name, blue?.name]).toEqual(['Red', 'Blue']);
    expect([...seats().values()].filter((room) => room === red?.id)).toHaveLength(6);
  });

  test('that can be refused: then the list moves nobody', async () => {
    await pasted((names) => names.map((name) => `${name};Red`));
    await fireEvent.click(create(/^Create (the )?room/));
    expect(create(/^Create (the )?room/).checked).toBe(false);
    screen.getByText('0 seated · 0 moved · 0 expected');
  });

  test('some do: the others are created only on request', async () => {
    await pasted(([one, two]) => [`${one};Apple`, `${two};Red`]);
    expect(create(/^Create (the )?room/).checked).toBe(false);
  });
});
