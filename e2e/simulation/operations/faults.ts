/** What goes wrong, beside the networks, which are bad from the opening on. Calm ends all of it. */
import type { Actor } from '../actor';
import { sentences } from '../../harness/world/sentences';
import { CREDITS_PER_MINUTE } from '../../harness/world/credits';
import { toAnyone, toBoard, type Operation } from './operation';

const withApp = ({ present, hasApp }: Actor): boolean => present && hasApp;
/** Longer than Miro's minute would be too long for a play. */
const LIMITED_MS = 20_000;

export const faults: readonly Operation[] = [
  toAnyone('sets the clock', withApp, (actor, _scene, random) =>
    actor.setsClock(Math.round((random() - 0.5) * 240_000)),
  ),
  toAnyone(
    'falls asleep',
    (actor) => withApp(actor) && !actor.asleep,
    (actor) => actor.fallsAsleep(),
    { weight: 0.7 },
  ),
  toAnyone(
    'wakes',
    ({ asleep }) => asleep,
    (actor) => actor.wakes(),
    { weight: 2, after: ['falls asleep'] },
  ),
  toAnyone('has a call rejected', withApp, ({ id }, { sim }, random) =>
    sim.world.fail({ user: id, only: 'priced', nth: 1 + Math.floor(random() * 8) }),
  ),
  toAnyone(
    'has no credits left this minute',
    withApp,
    ({ id }, { sim }) => {
      const message = sentences.rateLimit(CREDITS_PER_MINUTE, 'minute');
      sim.world.fail({ user: id, only: 'priced', nth: 1, forEver: true, message });
      sim.clock.after(LIMITED_MS, () => sim.world.clearFailures());
    },
    { weight: 0.4 },
  ),
  toAnyone('loses every push', withApp, ({ id }, { sim }) => {
    sim.world.setNetwork(id, { loss: 1 });
    sim.clock.after(LIMITED_MS, () => sim.world.setNetwork(id, { loss: 0.02 }));
  }),
  toBoard(
    'another app takes the sessions',
    ({ sim }) => {
      sim.world.setForeignSession(true);
      sim.clock.after(LIMITED_MS, () => sim.world.setForeignSession(false));
    },
    { weight: 0.3 },
  ),
];
