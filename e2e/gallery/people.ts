/** People and rooms for the gallery: short and long names, two scripts, as many as asked for. */
import { roomId, userId } from '../../src/breakout/ids';
import type { MyRoom, PersonState, PersonView, RoomView } from '../../src/live/views';

const LATIN = [
  'Ana Kim',
  'Ben Novak',
  'Chloé Tremblay',
  'Dana Lind',
  'Emil Moser',
  'Fay Oduya',
  'Gia Park',
  'Hugo Rossi',
  'Ines Silva',
  'Jo Tan',
  'Kim Ueda',
  'Liv Vang',
  'Maximiliane von Hohenstein-Wartenburg',
];
const JAPANESE = ['山田 太郎', '佐藤 花子', '鈴木 一郎', '高橋 美咲', '田中 健', '伊藤 さくら'];

export type Script = 'latin' | 'japanese';

export const nameAt = (at: number, script: Script): string => {
  const names = script === 'latin' ? LATIN : JAPANESE;
  const name = names[at % names.length] ?? '';
  return at < names.length ? name : `${name} ${Math.floor(at / names.length) + 1}`;
};

export const personAt = (at: number, state: PersonState, script: Script): PersonView => ({
  id: userId(`u${at}`),
  name: nameAt(at, script),
  state,
  facilitator: false,
});

const ROOMS = ['Apple', 'Birch', 'Cedar', 'Daisy', 'Elm', 'Fig', 'Ginkgo', 'Hazel'];
const JAPANESE_ROOMS = ['さくら', 'うめ', 'もも', 'すぎ', 'ひのき', 'まつ', 'たけ', 'かえで'];

const isInside = (state: PersonState): boolean => state === 'in' || state === 'native-in';

export interface RoomsWanted {
  readonly rooms: number;
  readonly people: number;
  readonly script: Script;
  /** The state of the person at this index. */
  readonly state: (at: number) => PersonState;
}

export function makeRooms({ rooms, people, script, state }: RoomsWanted): RoomView[] {
  const names = script === 'latin' ? ROOMS : JAPANESE_ROOMS;
  return Array.from({ length: rooms }, (_, index) => {
    const seated = Array.from({ length: people }, (__, at) => at)
      .filter((at) => at % rooms === index)
      .map((at) => personAt(at, state(at), script));
    const inside = seated.filter((person) => isInside(person.state));
    const [only] = inside;
    return {
      id: roomId(`r${index}`),
      number: index + 1,
      name:
        index === 1 && script === 'latin' && rooms > 5
          ? 'Customer interviews and what we learned from them'
          : (names[index % names.length] ?? '') + (index < names.length ? '' : ' 2'),
      hue: index % 10,
      task: '',
      link: index % 3 === 2 ? 'https://meet.example/abc' : undefined,
      frame: 'here' as const,
      people: seated,
      inside: inside.length,
      problem: undefined,
      alone: seated.length > 1 && inside.length === 1 ? only?.id : undefined,
    };
  });
}

export const myRoom = (script: Script, others: readonly PersonState[], task: string): MyRoom => ({
  id: roomId('r2'),
  name: script === 'latin' ? 'Cedar' : 'もも',
  hue: 2,
  task,
  link: 'https://meet.example/abc',
  others: others.map((state, at) => ({ name: nameAt(at + 6, script), state })),
});

/** The same rooms, with one person in each who stays there. */
export function withHosts(rooms: readonly RoomView[]): RoomView[] {
  return rooms.map((room) => ({
    ...room,
    people: room.people.map((person, at) => (at === 0 ? { ...person, pinned: true } : person)),
  }));
}
