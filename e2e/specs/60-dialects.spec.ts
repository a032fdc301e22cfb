import { expect, test, type Board } from '../actors/board';
import type { Facilitator, Participant } from '../actors/person';
import type { Dialect } from '../harness/world/dialect';

/** Each switch turned away from its default; a switch without a line here does not compile. */
const OTHER: { readonly [S in keyof Dialect]: Dialect[S] } = {
  sessionsSurviveStarter: false,
  secondJoin: 'rejects',
  mayEnd: 'anyone',
  membership: 'tab',
  membershipEvents: 'starter',
  tabCloseLeaves: false,
  inviteWithoutApp: false,
  inviteTakesModal: false,
  inviteResolves: 'after-answers',
  usersShape: 'ids',
  sessionEvents: 'documented',
  bringNeedsCallerInside: true,
  broadcastToOwnTab: false,
  viewersMaySet: false,
  watchMissing: 'calls',
  watchCost: 50,
  storageOrdered: false,
  storageConflates: true,
  backgroundMayCloseModal: false,
  panelWithoutClick: false,
  iconKeepsSelection: false,
  longNotification: 'cuts',
  timerStartWhileRunning: 'replaces',
  timerEvents: 'caller',
  creditsPer: 'app',
  offlinePushes: 'lost',
};

type Switch = keyof Dialect;
type Switches = readonly [Switch, ...Switch[]];

/** Switches that have to do with different things share a story: the whole matrix takes minutes. */
const TOGETHER: readonly Switches[] = [
  [
    'secondJoin',
    'mayEnd',
    'membershipEvents',
    'inviteResolves',
    'watchMissing',
    'storageOrdered',
    'timerEvents',
    'iconKeepsSelection',
  ],
  [
    'membership',
    'usersShape',
    'inviteTakesModal',
    'viewersMaySet',
    'watchCost',
    'panelWithoutClick',
    'timerStartWhileRunning',
    'longNotification',
  ],
  [
    'sessionsSurviveStarter',
    'sessionEvents',
    'inviteWithoutApp',
    'storageConflates',
    'backgroundMayCloseModal',
  ],
  ['tabCloseLeaves', 'bringNeedsCallerInside', 'broadcastToOwnTab', 'creditsPer', 'offlinePushes'],
];

const ALONE: readonly Switches[] = TOGETHER.flat().map((name) => [name]);

interface Story {
  readonly board: Board;
  readonly ana: Facilitator;
  readonly ben: Participant;
  readonly room: string;
}

/** What the main story has no need of, but the switch is about. */
const MEANWHILE: { readonly [S in Switch]?: (story: Story) => Promise<void> } = {
  async sessionsSurviveStarter({ ana, ben, room }) {
    await ana.reload();
    await ana.openPanel();
    await expect(ana.panel.numbers).toContainText('1 in');
    await ben.expectInRoom(room);
  },
  async secondJoin({ ana, ben, room }) {
    const other = (await ana.panel.roomNames()).find((name) => name !== room) ?? '';
    await ana.panel.openRoom(room);
    await ana.panel.move('Ben', other);
    await ben.modal.go();
    await ben.expectInRoom(other);
    await ana.panel.back();
  },
  async offlinePushes({ board, ana, ben }) {
    const id = await board.idOf('Ben');
    await board.operator.setOnline(id, false);
    await ana.panel.button('Add 5 minutes').click();
    await expect(ana.panel.clock).toHaveText(/\b14:\d\d$/);
    await board.operator.setOnline(id, true);
    await expect(ben.panel.clock).toHaveText(/\b14:\d\d$/, { timeout: 40_000 });
  },
};

/** A story is to be as short as it can be: `DIALECTS=each` tells it for each switch by itself. */
for (const switches of process.env['DIALECTS'] === 'each' ? ALONE : TOGETHER) {
  test(`Dialects: from opening to coming back with ${switches.join(', ')} otherwise`, async ({
    board,
  }) => {
    const dialect = Object.fromEntries(switches.map((name) => [name, OTHER[name]]));
    await board.operator.setDialect(dialect);
    const clock = 'movable';
    const role = switches.includes('viewersMaySet') ? 'viewer' : 'editor';
    const [ana, ben, eva] = await Promise.all([
      board.facilitator('Ana', { clock }),
      board.participant('Ben', { clock, role }),
      board.participant('Eva', { clock, authorised: false }),
    ]);
    await ana.prepare(switches.includes('secondJoin') ? 2 : 1);
    const rooms = await ana.panel.roomNames();
    const home = await board.viewOf('Ben');
    // Nobody is invited by Miro who has only just come.
    await board.pass({ seconds: 16 });
    await ana.open();
    const room = await ben.join();
    await board.pass({ seconds: 8 });
    if (switches.includes('inviteWithoutApp')) await expect(ana.panel.numbers).toBeVisible();
    else await eva.acceptMiro(rooms);

    for (const name of switches) await MEANWHILE[name]?.({ board, ana, ben, room });

    await ana.close();
    await Promise.all([ben.expectInNoRoom(), eva.expectInNoRoom()]);
    await expect.poll(() => board.sessions()).toEqual({});
    await expect.poll(() => board.viewOf('Ben')).toEqual(home);
    await expect(ben.stage.window).toHaveCount(0);
  });
}

test('Dialects: no switch is left out', () => {
  expect(TOGETHER.flat().sort()).toEqual(Object.keys(OTHER).sort());
});
