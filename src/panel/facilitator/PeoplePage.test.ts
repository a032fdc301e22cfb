// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '../../breakout/fixtures';
import { startI18n } from '../../i18n/start';
import { facilitatorActions } from '../../live/actions/facilitator-actions';
import { claim } from '../../live/edits/roles';
import { createRooms } from '../../live/edits/rooms';
import { facilitatorView } from '../../live/facilitator-view';
import { FakeDesk } from '../../live/fake-desk';
import { crowd, users } from '../../live/fixtures';
import { Announcer } from '../../ui/announcer.svelte';
import { Levels } from './levels.svelte';
import PeoplePage from './PeoplePage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const everyone = crowd(12).map((person, at) =>
  at === 0 ? { ...person, name: 'Zoë Núñez' } : person,
);
const [zoe, second, third] = everyone;

/** Twelve people, of whom two have opened the app and one has gone since. */
function setUp() {
  if (zoe === undefined || second === undefined || third === undefined) throw new Error('fixture');
  const desk = new FakeDesk({
    online: [users.ana, ...everyone],
    people: new Map([zoe, second].map(({ id }) => [id, aPerson({ here: true })])),
  });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 3, desk));
  desk.happen({
    online: [users.ana, ...everyone.filter((one) => one !== third)],
    names: new Map(everyone.map(({ id, name }) => [id, name])),
  });
  render(PeoplePage, {
    view: facilitatorView(desk.snapshot()),
    level: { at: 'people' },
    actions: facilitatorActions(desk),
    levels: new Levels(),
    announcer: new Announcer(),
  });
}

const shown = (): readonly string[] =>
  screen
    .queryAllByRole('heading', { level: 3 })
    .filter((heading) => heading.closest('section')?.hidden === false)
    .flatMap((heading) => [...(heading.closest('section')?.querySelectorAll('li') ?? [])])
    .filter((row) => !row.hidden)
    .map((row) => row.textContent.trim());
const search = (typed: string): Promise<boolean> =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find a person' }), {
    target: { value: typed },
  });
const pick = (state: RegExp): Promise<boolean> => {
  const field = screen.getByLabelText<HTMLSelectElement>('State');
  const found = [...field.options].find(({ text }) => state.test(text.trim()));
  if (found === undefined) throw new Error(`There is no ${String(state)}.`);
  return fireEvent.change(field, { target: { value: found.value } });
};

describe('[Z5] the list of people', () => {
  test('is searched without accents, in any order of the parts; facilitators are not in it', async () => {
    setUp();
    expect(shown()).toHaveLength(12);
    await search('nunez zo');
    expect(shown()).toEqual([expect.stringContaining('Zoë Núñez')]);
    await search('Ana');
    expect(shown()).toEqual([]);
    screen.getByText('Nobody matches this search.');
  });

  test('shows those of one state: waiting, away, without the app', async () => {
    setUp();
    await pick(/^waiting \(2\)$/);
    expect(shown()).toHaveLength(2);
    await pick(/^away \(1\)$/);
    expect(shown()).toEqual([expect.stringContaining('Person 03')]);
    await pick(/^without the app \(9\)$/);
    expect(shown()).toHaveLength(9);
    await pick(/^Everyone$/);
    expect(shown()).toHaveLength(12);
  });
});
