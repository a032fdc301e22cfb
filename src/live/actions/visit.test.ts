import { expect, test } from 'vitest';
import { ana, apple } from '../../breakout/fixtures';
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
