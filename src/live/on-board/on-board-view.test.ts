import { expect, test } from 'vitest';
import { userId } from '../../breakout/ids';
import type { RoomView } from '../views';
import { listForChat } from './on-board-view';

const room = (number: number, people: readonly string[], link?: string) => ({
  number,
  name: `Room ${number}`,
  people: people.map((name) => ({
    id: userId(name),
    name,
    state: 'in' as const,
    facilitator: false,
  })),
  link,
});

test('the list for the chat says who goes where, and where each room talks', () => {
  const rooms: readonly Pick<RoomView, 'number' | 'name' | 'people' | 'link'>[] = [
    room(1, ['Ben', 'Gia'], 'https://meet.example/abc'),
    room(2, ['Hugo']),
    room(3, []),
  ];
  expect(listForChat(rooms)).toBe(
    ['1. Room 1: Ben, Gia · https://meet.example/abc', '2. Room 2: Hugo', '3. Room 3: –'].join(
      '\n',
    ),
  );
});
