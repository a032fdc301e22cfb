import { describe, test } from 'vitest';
import { platformRules, type BoardUnderTest, type Hands, type Person } from '../platform-rules';
import { SECOND_TAB } from '../rules/rule';
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
  let second: Visitor | undefined;
  const pageOf = (name: string) => {
    if (name === SECOND_TAB) {
      second ??= people.ana.secondTab();
      return { miro: second.miro(), heard: second.heard() };
    }
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
    async notified(person) {
      const { notifications } = people[person].view();
      return notifications.map(({ type, text }) => [type, text]);
    },
    async credits(person) {
      const user = world.board().users.find(({ id }) => id === people[person].id);
      return user?.credits.minute ?? 0;
    },
    wait: (ms) => clock.advance(ms),
  };
}

for (const [part, rules] of Object.entries(platformRules))
  describe(`the documented platform, in process: ${part}`, () => {
    for (const { source, name, run } of rules)
      test(`${source}: ${name}`, () => run(boardInProcess()));
  });
