import { expect, test } from 'vitest';
import { ana, anasTab, apple } from '../../breakout/fixtures';
import { tabId } from '../../breakout/ids';
import { withTab } from '../../breakout/visit';
import { panelData } from '../../records/panel-data';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { FakeDesk } from '../fake-desk';
import { aFrame, users } from '../fixtures';
import { around } from '../jobs/glide';
import { facilitatorActions } from './facilitator-actions';

test('[V8] whoever goes back while the view is on its way to a room comes back, and none is left there', async () => {
  const desk = new FakeDesk({ me: users.ana });
  const frame = aFrame('f1');
  desk.frames.set(frame.id, frame);
  desk.apply({ plan: planEdits.setRoom(apple, { alive: true, name: 'Apple', frame: frame.id }) });
  const actions = facilitatorActions(desk);
  const before = desk.viewport;

  actions.visit(apple);
  actions.backToWhereIWas();
  await Promise.all(desk.jobs);

  expect(desk.glides).toEqual([around(frame), before]);
  expect(desk.snapshot().people.get(ana)?.visiting).toBeUndefined();
  expect(desk.failures).toEqual([]);
});

test('[V8] a visit that fails keeps nobody from the next', async () => {
  const desk = new FakeDesk({ me: users.ana });
  desk.apply({
    plan: planEdits.setRoom(apple, { alive: true, name: 'Apple', frame: aFrame('f1').id }),
  });
  const actions = facilitatorActions(desk);

  actions.visit(apple);
  await Promise.all(desk.jobs);
  expect(desk.failures).toMatchObject([{ code: 'not-found' }]);

  const frame = aFrame('f1');
  desk.frames.set(frame.id, frame);
  actions.visit(apple);
  await Promise.all(desk.jobs);
  expect(desk.glides).toEqual([around(frame)]);
});

test('[V9] the way back is gone in a window that was moved, or was reloaded there, and in no other one', async () => {
  const desk = new FakeDesk({ me: users.ana });
  desk.board.ui.panelData = async () => panelData(anasTab);
  const frame = { ...aFrame('f1'), x: 5_000 };
  desk.frames.set(frame.id, frame);
  desk.apply({ plan: planEdits.setRoom(apple, { alive: true, name: 'Apple', frame: frame.id }) });
  const actions = facilitatorActions(desk);
  const goesBack = async () => {
    desk.glides.length = 0;
    actions.backToWhereIWas();
    await Promise.all(desk.jobs);
    expect(desk.snapshot().people.get(ana)?.visiting).toBeUndefined();
    return desk.glides;
  };
  const before = desk.viewport;
  actions.visit(apple);
  await Promise.all(desk.jobs);
  expect(desk.snapshot().people.get(ana)?.visiting?.tabs).toEqual([{ tab: anasTab, from: before }]);
  expect(await goesBack()).toEqual([before]);

  const from = { ...before, x: 900 };
  const theirs = withTab({ room: apple, from }, tabId('other'), undefined);
  desk.apply({ person: personEdits.set({ visiting: theirs }) });
  expect(await goesBack()).toEqual([]);

  desk.apply({ person: personEdits.set({ visiting: theirs }) });
  desk.viewport = around(frame);
  expect(await goesBack()).toEqual([from]);

  // Of a room that has gone nobody can tell.
  desk.apply({ person: personEdits.set({ visiting: theirs }) });
  desk.apply({ plan: planEdits.setRoom(apple, { alive: false }) });
  expect(await goesBack()).toEqual([]);
  expect(desk.failures).toEqual([]);
});
