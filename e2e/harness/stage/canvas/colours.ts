/** Names that sticky notes' colours have in the SDK, as the board shows them. */
const STICKY: Readonly<Record<string, string>> = {
  gray: '#f5f6f8',
  light_yellow: '#fff9b1',
  yellow: '#f5d128',
  orange: '#ff9d48',
  light_green: '#d5f692',
  green: '#c9df56',
  dark_green: '#93d275',
  cyan: '#67c6c0',
  light_pink: '#ffcee0',
  pink: '#ea94bb',
  violet: '#be88c7',
  red: '#f16c7f',
  light_blue: '#a6ccf5',
  blue: '#6cd8fa',
  dark_blue: '#9ea9ff',
  black: '#1c1c1e',
};

/** What `fill` says, if it is a colour. Anything else, which an app may have sent, is none. */
export function colourOf(fill: string, otherwise: string): string {
  const named = Object.hasOwn(STICKY, fill) ? STICKY[fill] : undefined;
  if (named !== undefined) return named;
  return /^#[0-9a-f]{3,8}$/i.test(fill) || fill === 'transparent' ? fill : otherwise;
}

/** Black or white, whichever is easier to read on `colour` (#rgb or #rrggbb). */
export function inkOn(colour: string): string {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  if (hex === undefined) return '#1c1c1e';
  const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * (r ?? 0) + 0.587 * (g ?? 0) + 0.114 * (b ?? 0) > 110 ? '#1c1c1e' : '#ffffff';
}

const PEOPLE = [
  '#4a5bd4',
  '#0b8a5f',
  '#c2410c',
  '#a02c8b',
  '#0f7c9c',
  '#8a6100',
  '#b3243f',
  '#5d3fb5',
];

/** A person's colour, by their place in the list: all with contrast for white text. */
export const personColour = (index: number): string => PEOPLE[index % PEOPLE.length] ?? '#4a5bd4';

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '?')];
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : first[1];
  return `${first[0] ?? '?'}${last ?? ''}`.toUpperCase();
}
