import type { RoomId } from '../ids';
import { nameParts } from './name-parts';

export interface NamedRoom {
  readonly id: RoomId;
  readonly name: string;
}

/** "3", "#3", "Room 3", "Raum 3", "第3": the number of a room, counted from 1, and nothing else. */
const NUMBER =
  /^(?:#|no\.?|nr\.?|room|group|team|breakout|raum|gruppe|sala|grupo|equipo|equipe|équipe|salle|groupe|ルーム|部屋|グループ|チーム)?\s*(\d{1,3})$/iu;

/** The room that is called so; else the one with this number in the list. A name goes first. */
export function roomOf(text: string, rooms: readonly NamedRoom[]): RoomId | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  const named = rooms.find(({ name }) => plain(name) === wanted);
  return (named ?? rooms[(roomNumber(text) ?? 0) - 1])?.id;
}

export function roomNumber(text: string): number | undefined {
  const found = NUMBER.exec(text.normalize('NFKC').trim());
  return found === null ? undefined : Number(found[1]);
}

/** The order of words matters here: "A 1" and "1 A" are two rooms. */
export const plain = (name: string): string => nameParts(name).join(' ');

export const sameRoomName = (a: string, b: string): boolean => plain(a) === plain(b);
