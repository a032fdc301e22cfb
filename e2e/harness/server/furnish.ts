import type { WorldApi } from '../world/api';
import { crowd } from './crowd';

/** Who is on the overview's board. Diego has not agreed to the app: he is reached by Miro's own means. */
const PEOPLE = [
  { name: 'Ana' },
  { name: 'Ben' },
  { name: 'Chloé' },
  { name: 'Diego', authorised: false },
] as const;

const NOTES = [
  { text: 'Shorter stand-ups', fill: 'light_yellow' },
  { text: 'Pairing on the importer', fill: 'light_green' },
  { text: 'Too many meetings on Tuesday', fill: 'light_pink' },
  { text: 'The new test board!', fill: 'light_blue' },
  { text: 'Who owns the release notes?', fill: 'orange' },
  { text: 'Lunch walks', fill: 'light_green' },
] as const;

const FRAMES = [
  'What to start',
  'What to stop',
  'What to keep',
  'What to try',
  'Thanks',
  'Parking',
];

/** Without browsers of their own: on the board, online, and doing nothing. */
function gather(world: WorldApi, people: number): void {
  for (const name of crowd(people)) world.openTab(world.addUser({ name }), { visible: false });
}

type Part = (world: WorldApi) => void;

const parts: Readonly<Record<string, Part>> = {
  people(world) {
    for (const person of PEOPLE) world.addUser(person);
  },
  notes: (world) => byHand(world, putNotes),
  frames: (world) => byHand(world, putFrames),
  hundreds: (world) => gather(world, 499),
  thousand: (world) => gather(world, 999),
};

/** @param kinds names of `parts`, separated by commas; others are ignored */
export function furnish(world: WorldApi, kinds: string): void {
  for (const kind of kinds.split(',')) if (Object.hasOwn(parts, kind)) parts[kind]?.(world);
}

/** Items are made in somebody's tab. */
function byHand(world: WorldApi, put: (world: WorldApi, tab: string) => void): void {
  const user = world.board().users[0]?.id ?? world.addUser({ name: 'Ana' });
  const tab = world.openTab(user, { visible: false });
  put(world, tab);
  world.closeTab(tab);
}

function putNotes(world: WorldApi, tab: string): void {
  world.createItem(tab, {
    type: 'text',
    x: 0,
    y: -220,
    width: 560,
    height: 56,
    text: '<strong>Team retro</strong>: what did we learn?',
  });
  NOTES.forEach(({ text, fill }, i) => {
    world.createItem(tab, {
      type: 'sticky_note',
      x: -195 + (i % 3) * 195,
      y: -75 + Math.floor(i / 3) * 195,
      width: 160,
      height: 172,
      text,
      fill,
    });
  });
}

function putFrames(world: WorldApi, tab: string): void {
  FRAMES.forEach((text, i) => {
    world.createItem(tab, {
      type: 'frame',
      x: 1200 + (i % 3) * 900,
      y: -300 + Math.floor(i / 3) * 650,
      width: 800,
      height: 500,
      text,
    });
  });
}
