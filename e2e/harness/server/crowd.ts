/** Names for a great many people: all different, in several writings, and some sharing a first name. */

const FIRST = [
  'Ada',
  'Ben',
  'Chloé',
  'Dana',
  'Emil',
  'Fátima',
  'Gia',
  'Hugo',
  'Ines',
  'João',
  'Kenji',
  'Łukasz',
  'Mia',
  'Noor',
  'Øyvind',
  'Priya',
  'Quentin',
  'Rosa',
  'Søren',
  'Tomás',
  'Uma',
  'Vera',
  'Wei',
  'Ximena',
  'Yusuf',
] as const;

const LAST = [
  'Abe',
  'Brandt',
  'Costa',
  'Duarte',
  'Eriksen',
  'Faure',
  'García',
  'Hoang',
  'Ivanova',
  'Jansen',
  'Kowalski',
  'López',
  'Meyer',
  'Nakamura',
  'Okafor',
  'Patel',
  'Quist',
  'Rossi',
  'Şahin',
  'Tanaka',
  'Urban',
  'Varga',
  'Weiss',
  'Xu',
  'Young',
  'Zhang',
  'Ólafsson',
  'Müller',
  'Nguyen',
  'Silva',
  'Papadopoulou',
  'van Dijk',
  'de la Cruz',
  'O’Brien',
  'Kim',
  'Haddad',
  'Lindqvist',
  'Bauer',
  'Moreau',
  'Ferreira',
] as const;

/** So many there are; whoever comes after them would be called like somebody else. */
export const MOST_PEOPLE = FIRST.length * LAST.length;

/** The first so many names of always the same order. */
export function crowd(people: number): readonly string[] {
  return Array.from({ length: Math.min(people, MOST_PEOPLE) }, (_, at) => {
    const first = FIRST[at % FIRST.length] ?? '';
    // Two more each time the first names begin again: that way each pair occurs once.
    const last = LAST[(at + 2 * Math.floor(at / FIRST.length)) % LAST.length] ?? '';
    return `${first} ${last}`;
  });
}
