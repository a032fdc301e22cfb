// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { frameId } from '../../breakout/ids';
import type { Settings } from '../../breakout/plan';
import { startI18n } from '../../i18n/start';
import { facilitatorActions } from '../../live/actions/facilitator-actions';
import { claim } from '../../live/edits/roles';
import { createRooms } from '../../live/edits/rooms';
import { facilitatorView } from '../../live/facilitator-view';
import { FakeDesk } from '../../live/fake-desk';
import { aFrame, crowd, users } from '../../live/fixtures';
import { Levels } from './levels.svelte';
import SettingsPage from './SettingsPage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

/** The page before the opening, over records that are kept. */
function setUp(change: Partial<Settings> = {}) {
  const desk = new FakeDesk({
    online: [users.ana, ...crowd(4)],
    frames: [aFrame('hall', 'Hall'), aFrame('stage', 'Stage')],
  });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  const actions = facilitatorActions(desk);
  actions.setSettings(change);
  const view = facilitatorView(desk.snapshot());
  render(SettingsPage, {
    view,
    actions: { ...actions, loadFrames: () => undefined },
    levels: new Levels(),
  });
  return () => desk.snapshot().plan.settings;
}

const choose = (label: string, option: string): Promise<boolean> => {
  const field = screen.getByLabelText<HTMLSelectElement>(label);
  const found = [...field.options].find(({ text }) => text === option);
  if (found === undefined) throw new Error(`There is no “${option}”.`);
  return fireEvent.change(field, { target: { value: found.value } });
};

describe('settings are kept as they are chosen', () => {
  test.each<[string, string, Partial<Settings>]>([
    ['When rooms open', 'bring everyone after ten seconds', { asking: 'bring' }],
    ['Whoever comes late', 'waits until you place them', { late: 'wait' }],
    ['Whoever comes late', 'chooses a room', { late: 'choose' }],
    ['Countdown before rooms close', '2 minutes', { closingMs: 120_000 }],
    ['Afterwards everyone goes to', 'Stage', { plenary: frameId('stage') }],
    ['How people get their room', 'everyone chooses their own', { seating: 'chosen' }],
  ])('%s: %s', async (label, option, kept) => {
    const settings = setUp();
    const before = settings();
    await choose(label, option);
    expect(settings()).toEqual({ ...before, ...kept });
  });

  test.each<[string, string, Partial<Settings>, Partial<Settings>]>([
    ['When rooms open', 'ask everyone to join', { asking: 'bring' }, { asking: 'ask' }],
    ['Whoever comes late', 'gets the smallest room', { late: 'wait' }, { late: 'smallest' }],
    [
      'Afterwards everyone goes to',
      'where they were before',
      { plenary: frameId('hall') },
      { plenary: undefined },
    ],
  ])('%s: back to “%s”', async (label, option, before, after) => {
    const settings = setUp(before);
    expect(settings()).toMatchObject(before);
    await choose(label, option);
    expect(settings()).toMatchObject(after);
  });

  test('Miro’s board timer, and whether names are kept, are ticks; the latter says what it means', async () => {
    const settings = setUp({ boardTimer: true, names: true });
    screen.getByText(/facilitators can see who was in which room/);
    await fireEvent.click(screen.getByLabelText("Show Miro's board timer while rooms are open"));
    await fireEvent.click(screen.getByLabelText('Keep who was where'));
    expect(settings()).toMatchObject({ boardTimer: false, names: false });
  });

  test('[S8] where everyone chooses, there is no question of late arrivals', () => {
    setUp({ seating: 'chosen' });
    expect(screen.queryByLabelText('Whoever comes late')).toBeNull();
  });
});
