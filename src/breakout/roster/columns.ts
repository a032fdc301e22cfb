/** What the columns of a list are, by its first line. */
import type { Cell } from './cells';

export interface Columns {
  /** Joined by a space in this order: "First name" and "Last name" are two. */
  readonly name: readonly number[];
  readonly room: number | undefined;
}

const withoutHeader: Columns = { name: [0], room: 1 };

type Kind = 'first' | 'last' | 'name' | 'room';

/** In the app's languages, as nameless parts of a table are called; compared in lower case. */
const TITLES: Readonly<Record<Kind, readonly string[]>> = {
  first: ['first name', 'firstname', 'given name', 'vorname', 'nombre de pila', 'prénom', '名'],
  last: [
    'last name',
    'lastname',
    'surname',
    'family name',
    'nachname',
    'apellido',
    'apellidos',
  ].concat(['nom de famille', 'sobrenome', '姓']),
  name: ['name', 'names', 'full name', 'participant', 'participants', 'person', 'people', 'who']
    .concat(['namen', 'teilnehmer', 'teilnehmende', 'nombre', 'nombres', 'participante'])
    .concat(['participantes', 'nom', 'noms', 'nome', 'nomes', '名前', '氏名', '参加者', 'user']),
  room: ['room', 'rooms', 'group', 'team', 'breakout', 'breakout room', 'room name', 'raum']
    .concat(['gruppe', 'sala', 'grupo', 'equipo', 'equipe', 'salle', 'groupe', 'équipe'])
    .concat(['ルーム', '部屋', 'グループ', 'チーム', 'pre-assign room name']),
};

/** `undefined`: the first line is a person already. */
export function headerIn(cells: readonly Cell[]): Columns | undefined {
  const kinds = cells.map(({ text }) => kindOf(text));
  const at = (kind: Kind): number => kinds.indexOf(kind);
  const parts = [at('first'), at('last')].filter((index) => index >= 0);
  const name = at('name') >= 0 ? [at('name')] : parts;
  if (name.length === 0) return undefined;
  return { name, room: at('room') >= 0 ? at('room') : undefined };
}

export const columnsOf = (first: readonly Cell[]): Columns => headerIn(first) ?? withoutHeader;

function kindOf(title: string): Kind | undefined {
  const plain = title.toLowerCase();
  const kinds: readonly Kind[] = ['first', 'last', 'name', 'room'];
  return kinds.find((kind) => TITLES[kind].includes(plain));
}
