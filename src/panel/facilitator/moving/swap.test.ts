// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '../../../breakout/fixtures';
import type { UserId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import { facilitatorActions } from '../../../live/actions/facilitator-actions';
import { claim } from '../../../live/edits/roles';
import { createRooms } from '../../../live/edits/rooms';
import { facilitatorView } from '../../../live/facilitator-view';
import { FakeDesk } from '../../../live/fake-desk';
import { crowd, users } from '../../../live/fixtures';
import { Announcer } from '../../../ui/announcer.svelte';
import { Levels } from '../levels.svelte';
import PeoplePage from '../PeoplePage.svelte';
import { swapOf } from './swap';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const everyone = crowd(4);

/** Four people in two rooms, the first two of them in one. */
function setUp() {
  const desk = new FakeDesk({
    online: [users.ana, ...everyone],
    people: new Map(everyone.map(({ id }) => [id, aPerson({ here: true })])),
  });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  const actions = facilitatorActions(desk);
  const [apple, birch] = desk.snapshot().plan.rooms;
  const [one, two, three, four] = everyone.map(({ id }) => id);
  if (!apple || !birch || !one || !two || !three || !four) throw new Error('fixture');
  actions.move([
    [one, apple.id],
    [two, apple.id],
    [three, birch.id],
    [four, birch.id],
  ]);
  return { desk, actions, apple, birch, one, two, three, four };
}
const seatOf = ({ desk }: { desk: FakeDesk }, user: UserId) =>
  facilitatorView(desk.snapshot()).rooms.find(({ people }) => people.some(({ id }) => id === user))
    ?.id;

describe('[Z7] changing places', () => {
  test('is for two people who sit in two rooms', () => {
    const { desk, actions, one, two, three, four } = setUp();
    const swap = (...who: readonly UserId[]) => swapOf(facilitatorView(desk.snapshot()), who);
    expect(swap(one, three)?.people.map(({ id }) => id)).toEqual([one, three]);
    expect(swap(one)).toBeUndefined();
    expect(swap(one, two)).toBeUndefined();
    expect(swap(one, three, four)).toBeUndefined();
    actions.move([[three, undefined]]);
    expect(swap(one, three)).toBeUndefined();
  });

  test('is one press, and thus one undo; the focus follows the first of them', async () => {
    const told = setUp();
    const { desk, actions, apple, birch, one, two, three } = told;
    const announcer = new Announcer();
    let presses = 0;
    const props = () => ({
      view: facilitatorView(desk.snapshot()),
      level: { at: 'people' } as const,
      actions: {
        ...actions,
        move: (moves: Parameters<typeof actions.move>[0]) => {
          presses += 1;
          actions.move(moves);
          void page.rerender(props());
        },
      },
      levels: new Levels(),
      announcer,
    });
    const page = render(PeoplePage, props());
    const row = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
    await fireEvent.keyDown(row(/^Person 01, /), { key: ' ' });
    expect(screen.queryByRole('button', { name: 'Swap them' })).toBeNull();
    await fireEvent.keyDown(row(/^Person 03, /), { key: ' ' });
    await fireEvent.click(screen.getByRole('button', { name: 'Swap them' }));
    await tick();

    expect(seatOf(told, one)).toBe(birch.id);
    expect(seatOf(told, three)).toBe(apple.id);
    expect(seatOf(told, two)).toBe(apple.id);
    expect(document.activeElement).toBe(row(/^Person 01, /));
    expect(screen.queryByRole('button', { name: 'Swap them' })).toBeNull();
    expect(presses).toBe(1);
  });
});
