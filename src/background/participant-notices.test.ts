import { beforeEach, describe, expect, test } from 'vitest';
import english from '../../locales/notices/en.json';
import { apple, aPlan, aRoom, aRun, aWanted, ben, birch, ana, MINUTE } from '../breakout/fixtures';
import { writerId, type Millis } from '../breakout/ids';
import type { HelpVerdict, Plan, Wanted } from '../breakout/plan';
import type { Run } from '../breakout/run';
import type { Telling } from '../breakout/showing';
import { noticesIn } from '../i18n/notices';
import { FakeWorld } from '../live/fake-board';
import { users } from '../live/fixtures';
import { MergedRecord } from '../records/merged-record';
import { personEdits, personRecord } from '../records/person';
import { ParticipantNotices } from './participant-notices';

const SECOND: Millis = 1_000;
const question = { epoch: 1, room: apple, ask: 1 };

let world: FakeWorld;
let said: string[];
let told: Telling[];
let run: Run | undefined;
let plan: Plan;
let leading: boolean;
let person: MergedRecord<ReturnType<ReturnType<typeof personRecord>['decode']>>;
let notices: ParticipantNotices;

/** The background of Ben, who is in Apple. */
beforeEach(async () => {
  world = new FakeWorld();
  const { timers, storage } = world;
  said = [];
  told = [];
  leading = true;
  run = aRun();
  want({});
  person = new MergedRecord({
    storage,
    definition: personRecord(ben),
    writer: writerId('writer'),
    timers,
    repair: () => 'conductor',
  });
  await person.open();
  person.edit(personEdits.set({ at: question }));
  notices = new ParticipantNotices({
    board: { me: users.ben, ui: { notify: async (text) => void said.push(text) } },
    timers,
    held: {
      plan: {
        get value() {
          return plan;
        },
      },
      person,
    },
    conducting: {
      get run() {
        return run;
      },
    },
    heard: { conductorNow: () => timers.now(), localTime: (at) => at },
    lead: {
      get leading() {
        return leading;
      },
    },
    notices: noticesIn('en', english),
    tellings: { add: (notice) => void told.push(notice) },
  });
});

function want(wanted: Partial<Wanted>): void {
  const rooms = [
    { ...aRoom(apple), name: 'Apple' },
    { ...aRoom(birch, 1), name: 'Birch' },
  ];
  plan = aPlan({ rooms }, aWanted({ changedBy: 'Ana', ...wanted }));
}

/** What the conductor does, after somebody has wanted it. */
function happen(change: Partial<Run>): void {
  notices.evaluate();
  run = { ...aRun(), ...run, ...change };
  notices.evaluate();
}

/** The clock goes on; a background looks about twice in each second. */
async function until(leftMs: Millis): Promise<void> {
  while (10 * MINUTE - world.timers.now() > leftMs) {
    await world.timers.advance(SECOND / 2);
    notices.evaluate();
  }
}

/** The time of day that English notices say. */
const clock = (at: Millis): string =>
  new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(at);
const saidLike = (): readonly string[] => said.map((text) => text.replace(/[\u202f\u00a0]/g, ' '));
const at = (time: Millis): string => clock(time).replace(/[\u202f\u00a0]/g, ' ');

describe('[E7] answering', () => {
  test('whoever has joined is told until when', () => {
    notices.arrived(question);
    expect(saidLike()).toEqual([`You're in Apple until ${at(10 * MINUTE)}.`]);
  });

  test('without an end, only where', () => {
    run = aRun({ length: 'none', deadlineAt: undefined });
    notices.arrived(question);
    expect(said).toEqual(["You're in Apple."]);
  });

  test('“Not now” has a way back', () => {
    notices.wayBack(question);
    expect(said).toEqual(['Apple is open. To join, click the Breakout Rooms icon.']);
  });

  test('a window in the way is said once for each question', () => {
    for (let tries = 0; tries < 3; tries++) notices.blocked(question);
    expect(said).toEqual(['Apple is open. To join, click the Breakout Rooms icon.']);
    notices.blocked({ ...question, ask: 2 });
    expect(said).toHaveLength(2);
  });

  test('where rooms are chosen, too', () => {
    for (let tries = 0; tries < 3; tries++) notices.blockedChoice({ epoch: 1, ask: 1 });
    expect(said).toEqual(['Rooms are open. To choose one, click the Breakout Rooms icon.']);
  });

  test('in a whole breakout that nobody touches there are four, and no fifth', async () => {
    notices.evaluate();
    notices.arrived(question);
    await until(0);
    happen({ phase: 'closing', closesAt: world.timers.now() + 30 * SECOND });
    happen({ phase: 'closed' });
    notices.back();
    expect(said).toHaveLength(4);
    expect(said.at(-1)).toBe('Rooms close in 30 seconds');
  });

  test('what a facilitator does is told besides', async () => {
    notices.evaluate();
    notices.arrived(question);
    await until(MINUTE);
    want({ phase: 'closing' });
    happen({ phase: 'closing', closesAt: world.timers.now() + 30 * SECOND });
    notices.back();
    expect(said).toHaveLength(5);
    expect(said.at(-1)).toBe('Welcome back');
  });

  test('whoever is back is welcomed', () => {
    notices.back();
    expect(said).toEqual(['Welcome back']);
  });
});

describe('[E7] the clock', () => {
  test('five minutes and one before the end, once each', async () => {
    await until(5 * MINUTE + SECOND);
    expect(said).toEqual([]);
    await until(5 * MINUTE);
    expect(said).toEqual(['5 minutes left in Apple']);
    await until(MINUTE + SECOND);
    expect(said).toHaveLength(1);
    await until(0);
    expect(said).toEqual(['5 minutes left in Apple', 'One minute left in Apple']);
  });

  test('after an extension they are due again', async () => {
    await until(5 * MINUTE);
    want({ length: 15 * MINUTE });
    happen({ length: 15 * MINUTE, deadlineAt: 15 * MINUTE });
    said = [];
    await until(0);
    expect(said).toEqual(['5 minutes left in Apple']);
  });

  test.each<[string, Partial<Run>]>([
    ['while the clock stands still', { paused: true, deadlineAt: undefined, remainingMs: MINUTE }],
    ['where no end was set', { length: 'none', deadlineAt: undefined }],
    ['when it would be too late for it', { deadlineAt: 4 * MINUTE + 40 * SECOND }],
    ['in a breakout that is not longer', { length: MINUTE, deadlineAt: MINUTE }],
  ])('nothing is warned of %s', (_, change) => {
    run = aRun(change);
    notices.evaluate();
    expect(said).toEqual([]);
  });

  test('it wakes for the next warning', async () => {
    expect(notices.nextAt()).toBe(5 * MINUTE);
    await until(5 * MINUTE);
    expect(notices.nextAt()).toBe(9 * MINUTE);
    await until(MINUTE);
    expect(notices.nextAt()).toBeUndefined();
  });
});

describe('[E7] changes of the end', () => {
  test.each<[string, Partial<Run>, string]>([
    [
      'added',
      { length: 15 * MINUTE, deadlineAt: 15 * MINUTE },
      `Ana added 5 minutes: until ${at(15 * MINUTE)}`,
    ],
    ['set', { length: 8 * MINUTE, deadlineAt: 8 * MINUTE }, `Ana set the end: ${at(8 * MINUTE)}`],
    ['removed', { length: 'none', deadlineAt: undefined }, 'Ana removed the time limit'],
    ['paused', { paused: true, deadlineAt: undefined, remainingMs: MINUTE }, 'Paused by Ana'],
    ['closing', { phase: 'closing', closesAt: 30 * SECOND }, 'Rooms close in 30 seconds'],
  ])('%s', (_, change, text) => {
    happen(change);
    notices.evaluate();
    expect(saidLike()).toEqual([text]);
  });

  test('the clock goes on', () => {
    run = aRun({ paused: true, deadlineAt: undefined, remainingMs: 7 * MINUTE });
    happen({ paused: false, deadlineAt: 7 * MINUTE, remainingMs: undefined });
    expect(said).toEqual(['Ana started the clock again']);
  });

  describe('the closing is cancelled', () => {
    const closing = (change: Partial<Run> = {}): void => {
      run = aRun({ phase: 'closing', closesAt: 30 * SECOND, ...change });
    };
    const open = { phase: 'open', closesAt: undefined } as const;

    test.each<[string, Partial<Run>, string]>([
      ['with the end that was', {}, `Rooms stay open until ${at(10 * MINUTE)}`],
      ['without an end', { length: 'none', deadlineAt: undefined }, 'Rooms stay open'],
      [
        'while the clock stands still',
        { paused: true, deadlineAt: undefined, remainingMs: MINUTE },
        'Rooms stay open',
      ],
    ])('%s, told once', (_, change, text) => {
      closing(change);
      happen(open);
      notices.evaluate();
      expect(saidLike()).toEqual([text]);
    });

    test('by more time: only that is told, unless the clock stands still', () => {
      const length = 15 * MINUTE;
      closing();
      happen({ ...open, length, deadlineAt: length });
      expect(saidLike()).toEqual([`Ana added 5 minutes: until ${at(length)}`]);
      const paused = { paused: true, deadlineAt: undefined } as const;
      closing({ ...paused, remainingMs: MINUTE });
      notices.evaluate();
      said = [];
      happen({ ...open, length, remainingMs: 6 * MINUTE });
      expect(said).toEqual(['Rooms stay open']);
    });

    test('not to whoever is in no room', () => {
      closing();
      person.edit(personEdits.set({ at: undefined }));
      happen(open);
      expect(said).toEqual([]);
    });

    test('in a window, for whoever chose so', () => {
      closing({ length: 'none', deadlineAt: undefined });
      person.edit(personEdits.set({ inWindow: true }));
      happen(open);
      expect(said).toEqual([]);
      expect(told).toEqual([
        { kind: 'notice', epoch: 1, text: 'Rooms stay open', offers: 'nothing' },
      ]);
    });

    test('an opening is no closing that was cancelled', () => {
      run = aRun({ phase: 'opening' });
      happen({ phase: 'open' });
      expect(said).toEqual([]);
    });
  });

  test('what stands already when a page begins is no change', () => {
    run = aRun({ phase: 'closing', closesAt: 30 * SECOND, paused: true });
    notices.evaluate();
    expect(said).toEqual([]);
  });
});

describe('[E7] answers to a call for help', () => {
  const call = { epoch: 1, room: apple, call: 1, reason: 'stuck', open: true, at: 0 } as const;
  const answer = (verdict: HelpVerdict['verdict'], toCall = 1): void => {
    want({ help: new Map([[ben, { call: toCall, verdict, by: ana, byName: 'Ana' }]]) });
    notices.evaluate();
    notices.evaluate();
  };

  test.each([
    ['coming', ['Ana is on the way']],
    ['cannot', ["Ana can't come now, sorry"]],
    ['done', []],
  ] as const)('%s', (verdict, texts) => {
    person.edit(personEdits.set({ help: call }));
    answer(verdict);
    expect(said).toEqual(texts);
  });

  test('an answer to an earlier call, or to one that was taken back, is none', () => {
    person.edit(personEdits.set({ help: { ...call, call: 2 } }));
    answer('coming', 1);
    person.edit(personEdits.set({ help: { ...call, open: false } }));
    answer('coming');
    expect(said).toEqual([]);
  });
});

describe('[E7] who is told, and where', () => {
  const everything = async (): Promise<void> => {
    await until(5 * MINUTE);
    happen({ phase: 'closing', closesAt: world.timers.now() + 30 * SECOND });
  };

  test('in a window, for whoever chose so, with an offer beside the warning', async () => {
    person.edit(personEdits.set({ inWindow: true }));
    await everything();
    expect(said).toEqual([]);
    expect(told).toEqual([
      { kind: 'notice', epoch: 1, text: '5 minutes left in Apple', offers: 'more-time' },
      { kind: 'notice', epoch: 1, text: 'Rooms close in 30 seconds', offers: 'nothing' },
    ]);
  });

  test('nobody outside of the rooms, and nothing in a tab that does not lead', async () => {
    leading = false;
    await everything();
    leading = true;
    run = aRun();
    person.edit(personEdits.set({ at: undefined }));
    await everything();
    expect(said).toEqual([]);
  });
});
