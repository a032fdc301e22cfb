import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId } from '../ids';
import { proposeList, type Known, type ListChoices, type Placement } from './placement';

const rooms = [
  { id: roomId('a'), name: 'Apple' },
  { id: roomId('b'), name: 'Birch' },
];
const undecided: ListChoices = { meant: new Map(), createRooms: false };

function known(name: string, change: Partial<Known> = {}): Known {
  return {
    id: userId(name.replaceAll(' ', '-')),
    name,
    room: undefined,
    facilitator: false,
    online: true,
    ...change,
  };
}

function placed(text: string, people: readonly Known[], choices = undecided): Placement {
  const proposal = proposeList(text, rooms, people, choices);
  if (proposal.type !== 'placement') throw new Error(proposal.type);
  return proposal.placement;
}

const summary = ({ matched, ambiguous, notHere, unlisted }: Placement) => ({
  matched: matched.map(({ user, change }) => `${user} ${change}`),
  ambiguous: ambiguous.map(({ entry }) => entry.name),
  notHere: notHere.map(({ entry }) => entry.name),
  unlisted,
});

describe('[L2] a name means', () => {
  test('whoever has its parts, whoever has more or fewer of them, or nobody', () => {
    const people = ['Anna Schmidt', 'Ben', 'Dr. Cem Öztürk (Sales)', 'Dana'].map((name) =>
      known(name),
    );
    expect(summary(placed('schmidt, anna\nBen Meyer\nCem O.\nEva', people))).toEqual({
      matched: ['Anna-Schmidt seated', 'Ben seated', 'Dr.-Cem-Öztürk-(Sales) seated'],
      ambiguous: [],
      notHere: ['Eva'],
      unlisted: ['Dana'],
    });
  });

  test('nobody by a guess: two people of one name, or one person on two lines', () => {
    const people = [known('Anna Meyer'), known('Anna Schmidt'), known('Ben')];
    expect(summary(placed('Anna', people))).toMatchObject({ matched: [], ambiguous: ['Anna'] });
    expect(summary(placed('Ben Arndt\nBen Bohm', people))).toMatchObject({
      matched: [],
      ambiguous: ['Ben Arndt', 'Ben Bohm'],
    });
    expect(summary(placed('Annabel', people))).toMatchObject({ notHere: ['Annabel'] });
  });

  test('whom somebody has chosen; no one twice', () => {
    const people = [known('Anna Meyer'), known('Anna Schmidt')];
    const meant = new Map([[1, userId('Anna-Meyer')]]);
    const first = placed('Anna; Apple\nAnna M.; Birch', people, { ...undecided, meant });
    expect(first.matched.map(({ user }) => user)).not.toHaveLength(2);
    const nobody = placed('Anna', people, { ...undecided, meant: new Map([[1, 'nobody']]) });
    expect(summary(nobody)).toMatchObject({ ambiguous: [], notHere: ['Anna'] });
  });
});

describe('[L3] who has a seat', () => {
  const people = [
    known('Anna', { room: roomId('a') }),
    known('Ben', { room: roomId('a') }),
    known('Cem', { room: roomId('a') }),
    known('Dana', { facilitator: true }),
  ];
  test('keeps it unless the list names another room; facilitators are not seated', () => {
    expect(summary(placed('Anna; Apple\nBen; Birch\nCem\nDana; Apple', people)).matched).toEqual([
      'Anna stays',
      'Ben moved',
      'Cem stays',
      'Dana facilitator',
    ]);
  });
});

describe('[L4] rooms that nobody knows', () => {
  test('are created only on request, where the list names one that exists', () => {
    const text = 'Anna; Red\nBen; red\nCem; 7\nDana; 2';
    const without = placed(text, [known('Anna')]);
    expect(without.unknownRooms).toEqual(['Red', '7']);
    expect(without.matched[0]?.to).toEqual({ type: 'any' });
    const created = placed(text, [known('Anna')], { ...undecided, createRooms: true });
    expect(created.matched[0]?.to).toEqual({ type: 'new', name: 'Red' });
    expect(created.notHere.map(({ to }) => to)).toEqual([
      { type: 'new', name: 'Red' },
      { type: 'new', name: '7' },
      { type: 'room', room: 'b' },
    ]);
    const byDefault = placed(text, [known('Anna')], { ...undecided, createRooms: undefined });
    expect(byDefault.createRooms).toBe(false);
    expect(byDefault.matched).toEqual(without.matched);
  });

  test('are created at first where the list names none that exists, until that is refused', () => {
    const text = 'Anna; Red\nBen; Blue\nCem';
    const byDefault = placed(text, [known('Anna')], { ...undecided, createRooms: undefined });
    expect(byDefault.createRooms).toBe(true);
    expect(byDefault.matched[0]?.to).toEqual({ type: 'new', name: 'Red' });
    const refused = placed(text, [known('Anna')], undecided);
    expect(refused.createRooms).toBe(false);
    expect(refused.matched[0]?.to).toEqual({ type: 'any' });
  });
});

test('[I1] nobody is meant twice, and everyone here is in exactly one group', () => {
  const name = fc
    .array(fc.constantFrom('Anna', 'Ben', 'C.', 'Cem', 'Ána', 'de', 'Meyer'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 8 }),
      fc.array(name, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(7), { maxLength: 4 }),
      (names, lines, chosen) => {
        const people = names.map((each, index) => known(each, { id: userId(`u${String(index)}`) }));
        const meant = new Map(chosen.map((user, line) => [line + 1, userId(`u${String(user)}`)]));
        const found = placed(lines.join('\n'), people, { ...undecided, meant });
        const users = found.matched.map(({ user }) => user);
        expect(new Set(users).size).toBe(users.length);
        for (const { id } of people) {
          const groups = [
            users.includes(id),
            found.ambiguous.some((line) => line.users.includes(id)),
            found.unlisted.includes(id),
          ];
          expect(groups.filter(Boolean)).toHaveLength(1);
        }
        const all = [...found.matched, ...found.ambiguous, ...found.notHere].map(
          ({ entry }) => entry.line,
        );
        expect(new Set(all).size + found.repeated.length).toBe(lines.length);
      },
    ),
    { numRuns: 500 },
  );
});

test('[I9] a thousand lines and five hundred people take no time', () => {
  const people = Array.from({ length: 500 }, (_, index) => known(`Anna Person ${String(index)}`));
  const text = Array.from({ length: 1_000 }, (_, index) => `Person ${String(index)}, Anna`).join(
    '\n',
  );
  const before = performance.now();
  const found = placed(text, people);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(found.matched).toHaveLength(500);
});
