/** Everything that is read from the board or from a file, each with a valid sample and all that is made of it. */
import {
  ana,
  apple,
  aPerson,
  aPlan,
  aRun,
  ben,
  birch,
  theSeats,
} from '../../src/breakout/fixtures';
import { fillerOf } from '../../src/breakout/fillers';
import { frameId, itemId, roomId, tabId, type UserId } from '../../src/breakout/ids';
import type { Json } from '../../src/breakout/json';
import { recapOf } from '../../src/breakout/recap';
import { readTag, withTag } from '../../src/breakout/session-tag';
import { setupOf } from '../../src/breakout/setup';
import { bothViews } from '../../src/live/both-views';
import { aSnapshot, users } from '../../src/live/fixtures';
import { otherView } from '../../src/live/modal-others-view';
import { modalView } from '../../src/live/modal-view';
import { panelView } from '../../src/live/panel-view';
import type { Snapshot } from '../../src/live/snapshot';
import { beatRecord } from '../../src/records/beat';
import { blueprintRecord } from '../../src/records/blueprint';
import type { MergedDefinition, OwnedDefinition } from '../../src/records/definition';
import { fillersEdits, fillersRecord } from '../../src/records/fillers';
import { onPing, onReady } from '../../src/records/events';
import { expectedEdits } from '../../src/records/expected-edits';
import { expectedIn } from '../../src/records/expected';
import { mayConcern } from '../../src/records/hints';
import { journalRecord } from '../../src/records/journal';
import { labelEdits, labelsRecord } from '../../src/records/labels';
import { edit, emptyDoc, merge, type Changes, type Doc } from '../../src/records/merge';
import { sendMessage } from '../../src/records/message-edits';
import {
  modalData,
  modalResult,
  readModalData,
  readModalResult,
  readPlace,
} from '../../src/records/modal';
import { personEdits, personRecord } from '../../src/records/person';
import { contentDigest, planRecord } from '../../src/records/plan';
import { planEdits } from '../../src/records/plan-edits';
import { runRecord } from '../../src/records/run';
import { seatsEdits, seatsRecord } from '../../src/records/seats';
import {
  readKeptSetup,
  readSetupFile,
  writeKeptSetup,
  writeSetupFile,
} from '../../src/records/setup-document';
import { setupsEdits, setupsRecord } from '../../src/records/setups';
import { indexEdits, indexRecord, keysOfEpoch } from '../../src/records/stored-index';
import { toJson } from '../../src/records/to-json';
import { workEdits, workRecord } from '../../src/records/work';
import { writerId } from '../../src/breakout/ids';

export interface Reader {
  readonly name: string;
  readonly sample: Json;
  /** Reads, and makes of it all that a screen or a rule would. @returns what people may see of it */
  readonly use: (raw: unknown) => unknown;
}

const question = { epoch: 1, room: apple, ask: 1 };

function docOf(...all: readonly Changes[]): Doc {
  return all.reduce((doc, changes) => edit(doc, changes, writerId('w')), emptyDoc);
}

/** The four screens on which a record can be seen: both roles' panels and a modal. */
function screens(change: Partial<Snapshot>): unknown {
  const plan = aPlan();
  const shared = {
    plan,
    run: aRun(),
    seatsOf: () => theSeats([ben, apple]),
    people: new Map([[ben, aPerson({ here: true })]]),
    ...change,
  };
  const views = [users.ana, users.ben].map((me) =>
    panelView(aSnapshot({ ...shared, me }), bothViews),
  );
  const asked = { kind: 'question', question } as const;
  return [...views, modalView(aSnapshot({ ...shared, me: users.ben }), asked, otherView)];
}

function merged<T>(
  definition: MergedDefinition<T>,
  doc: Doc,
  view: (value: T, doc: Doc) => unknown,
): Reader {
  return {
    name: definition.key,
    sample: definition.write(doc),
    use(raw) {
      const reading = definition.read(raw);
      if (reading.type !== 'ok') return reading.type;
      const copy = merge(doc, reading.value);
      definition.read(definition.write(copy));
      return [
        view(definition.decode(reading.value), reading.value),
        view(definition.decode(copy), copy),
      ];
    },
  };
}

function owned<T>(
  definition: OwnedDefinition<T>,
  value: T,
  view: (value: T) => unknown = (read) => read,
): Reader {
  return {
    name: definition.key,
    sample: definition.write(value, undefined),
    use(raw) {
      const reading = definition.read(raw);
      if (reading.type !== 'ok') return reading.type;
      definition.supersedes(value, reading.value);
      definition.supersedes(reading.value, value);
      definition.write(reading.value, raw);
      return view(reading.value);
    },
  };
}

const order = { by: ana, byName: 'Ana', planDigest: 'p', seatsDigest: 's' };
const plan = docOf(
  planEdits.setRoom(apple, { alive: true, name: 'Apple', order: 0, hue: 1, task: 'Three ideas' }),
  planEdits.setRoom(birch, {
    alive: true,
    name: 'Birch',
    order: 1,
    hue: 2,
    link: 'https://a.example',
    title: 'Birch',
    given: true,
    places: 4,
    locked: true,
  }),
  planEdits.setRoom(roomId('gone'), { alive: false }),
  planEdits.setFacilitator(ana, { name: 'Ana', order: 0, seated: true }),
  planEdits.setTask('Talk'),
  planEdits.setLength(600_000),
  planEdits.setSettings({ boardTimer: true, closingMs: 30_000, seating: 'chosen', late: 'choose' }),
  planEdits.tryAgain({ tries: 1 }),
  planEdits.setPinned(ben, true),
  planEdits.setPrepared(1),
  planEdits.setWanted(1, { phase: 'open', order, length: 600_000, paused: false }),
  planEdits.setVerdict(1, ben, { call: 1, verdict: 'coming', by: ana, byName: 'Ana' }),
  sendMessage([], {
    id: 'm',
    epoch: 1,
    text: 'Hi',
    room: undefined,
    by: ana,
    byName: 'Ana',
    at: 1,
  }),
);
const person = docOf(
  personEdits.set({
    here: true,
    name: 'Ben',
    lead: tabId('t'),
    asked: question,
    answer: { ...question, kind: 'yes' },
    choice: { kind: 'room', epoch: 1, ask: 1, room: apple, seat: 1 },
    choosing: { epoch: 1, ask: 1 },
    unattended: 1,
    at: question,
    home: { epoch: 1, tab: tabId('t'), viewport: { x: 0, y: 0, width: 9, height: 9 } },
    help: { epoch: 1, room: apple, call: 1, reason: 'stuck', open: true, at: 1 },
    problem: { step: 'join', problem: { reason: 'unknown', detail: 'No', at: 1 } },
    heard: { epoch: 1, ids: ['m'] },
  }),
);
const seats = docOf(
  seatsEdits.seat([[ben, { room: apple, ask: 1 }]]),
  expectedEdits.expect([{ name: 'Dora', room: birch }]),
);
const setup = setupOf(aPlan(), () => undefined);
const job = { kind: 'names', texts: [{ room: apple, text: 'Ben' }] } as const;
const chunk = {
  keeps: 'names',
  openedAt: 1,
  names: new Map([[ben, 'Ben']]),
  rooms: new Map([[apple, 'Apple']]),
  notes: [{ what: 'in', at: 1, user: ben, room: apple }],
  end: { at: 9, planned: 600_000, tookPart: 1, neverJoined: 0 },
  full: false,
} as const;

/** What an event says, as whoever hears it gets it. */
function heard(hear: typeof onPing | typeof onReady): (raw: unknown) => unknown {
  return (raw) => {
    const got: unknown[] = [];
    const events: Parameters<typeof onPing>[0] = {
      broadcast: () => Promise.resolve(),
      on: (_: string, listen: (payload: unknown) => void) => {
        listen(raw);
        return Promise.resolve(() => undefined);
      },
    };
    void hear(events, (payload: unknown) => void got.push(payload));
    return got;
  };
}

const inPeople = (value: ReturnType<ReturnType<typeof personRecord>['decode']>) =>
  screens({ people: new Map<UserId, typeof value>([[ben, value]]) });

export const readers: readonly Reader[] = [
  merged(planRecord, plan, (value, doc) => [
    screens({ plan: value, planDigest: contentDigest(doc) }),
  ]),
  merged(personRecord(ben), person, inPeople),
  merged(seatsRecord(1), seats, (value, doc) =>
    screens({ seatsOf: () => value, expectedOf: () => expectedIn(doc) }),
  ),
  merged(
    indexRecord,
    docOf(indexEdits.setEpoch(1, [{ term: 1, n: 1 }]), indexEdits.addPeople([ana, ben])),
    ({ epochs }) => [...epochs].map(([epoch, chunks]) => keysOfEpoch(epoch, chunks)),
  ),
  merged(labelsRecord, docOf(labelEdits.put(apple, itemId('1'), 'Ben')), (value) => [...value]),
  merged(fillersRecord, docOf(fillersEdits.claim(new Map(), ana, [apple])), (value) =>
    fillerOf(value, apple),
  ),
  merged(
    setupsRecord,
    docOf(setupsEdits.keep({ id: 's', name: 'Mine', order: 1, setup })),
    (value) => value,
  ),
  merged(
    workRecord(ana),
    docOf(workEdits.order(1, 1, job), workEdits.made(1, [itemId('1')])),
    (value) => value,
  ),
  owned(runRecord, aRun(), (run) => screens({ run })),
  owned(beatRecord, {
    term: 1,
    seq: 1,
    user: ana,
    tab: tabId('t'),
    visible: true,
    at: 1,
    planDigest: 'p',
    seatsDigest: 's',
    runDigest: '1.1',
  }),
  owned(blueprintRecord(ana), {
    n: 1,
    at: { x: 0, y: 0 },
    rooms: [{ name: 'Apple', wide: false, notes: [itemId('1')] }],
    copies: {
      size: { width: 1_600, height: 900 },
      originals: [{ item: itemId('1'), kind: 'card', x: 1, y: 1, digest: 'd' }],
      rooms: [{ room: apple, frame: frameId('2') }],
    },
  }),
  {
    name: 'journal',
    sample: journalRecord.write(chunk),
    use(raw) {
      const reading = journalRecord.read(raw);
      if (reading.type !== 'ok') return reading.type;
      return recapOf([{ term: 1, chunk: reading.value }], false);
    },
  },
  {
    name: 'modal data',
    sample: modalData({ kind: 'question', question }, { tab: tabId('one'), offsetMs: 5 }),
    use: readModalData,
  },
  {
    name: 'clock of modal data',
    sample: modalData({ kind: 'question', question }, { tab: tabId('one'), offsetMs: 5 }),
    use: readPlace,
  },
  {
    name: 'modal result',
    sample: modalResult({ type: 'answered', answer: { ...question, kind: 'yes' } }),
    use: readModalResult,
  },
  {
    name: 'modal result of choosing',
    sample: modalResult({ type: 'chosen', choice: { kind: 'later', epoch: 1, ask: 1 } }),
    use: readModalResult,
  },
  { name: 'ready', sample: { user: ben, name: 'Ben', epoch: 1 }, use: heard(onReady) },
  { name: 'ping', sample: { user: ben }, use: heard(onPing) },
  {
    name: 'session tag',
    sample: withTag('With Ana', { epoch: 1, room: apple }),
    use: (raw) => (typeof raw === 'string' ? readTag(raw) : undefined),
  },
  {
    name: 'set-up file',
    sample: toJson(JSON.parse(writeSetupFile('Mine', setup))),
    use: (raw) => readSetupFile(JSON.stringify([raw]).slice(1, -1)),
  },
  {
    name: 'set-up with a text on the board',
    sample: writeKeptSetup('Mine', setup) ?? null,
    use: readKeptSetup,
  },
  {
    name: 'hints',
    sample: planRecord.write(plan),
    use: (raw) => [
      mayConcern(ben, { plan: raw, run: undefined, person: undefined }),
      mayConcern(ben, { plan: {}, run: raw, person: raw }),
    ],
  },
];
