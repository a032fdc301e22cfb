import { describe, test } from 'vitest';
import { platformRules, type BoardUnderTest, type Hands, type Person } from '../platform-rules';
import type { Surface } from './api';
import { createBench, type Visitor } from './bench';

/** The world in process as a board on which rules can be tried. */
function boardInProcess(): BoardUnderTest {
  const { world, clock, join, run } = createBench();
  const people: Record<Person, Visitor> = {
    ana: join({ name: 'Ana' }),
    ben: join({ name: 'Ben' }),
    cho: join({ name: 'Cho', authorised: false }),
  };
  const pageOf = (name: string) => {
    const [person, surface = 'background'] = name.split('/') as [Person, Surface?];
    return { miro: people[person].miro(surface), heard: people[person].heard(surface) };
  };
  const by = (person: Person): Hands => {
    const { tab } = people[person];
    return {
      clickIcon: async () => world.clickIcon(tab),
      clickCanvas: async () => world.clickCanvas(tab),
      pinPanel: async (pinned) => world.pinPanel(tab, pinned),
      closePanel: async () => world.closePanel(tab),
      closeModal: async () => world.closeModal(tab),
      select: async (items) => world.select(tab, items),
      answerInvitation: async (answer) => world.answerInvitation(tab, answer),
    };
  };
  return {
    in: async (page: string, action: (page: never, args: never) => unknown, args: unknown = null) =>
      run(Promise.resolve(action(pageOf(page) as never, args as never))) as never,
    by,
    wait: (ms) => clock.advance(ms),
  };
}

describe.each(Object.entries(platformRules))(
  'the documented platform, in process: %s',
  (_, rules) => {
    test.each(rules)('$source: $name', ({ run }) => run(boardInProcess()));
  },
);
