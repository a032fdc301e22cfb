/**
 * Names as people mean them: without case, accents, punctuation and the order of their parts.
 * "Schmidt, Anna", "anna schmidt" and "ANNA  SCHMIDT" are one; so are "Müller" and "Mueller".
 */

/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** Accents, but not the marks that make another syllable of a kana (が is not か). */
const ACCENTS = /(?![\u3099\u309a])\p{M}/gu;
/** Within a part: O'Brien is one word. */
const APOSTROPHES = /['’ʼ`´]/gu;
const BETWEEN_PARTS = /[^\p{L}\p{N}]+/u;
/** How ä, ö, ü and ø are written where the keyboard lacks them. */
const WRITTEN_OUT = /([aou])e/gu;

/** The parts of a name in the order written, plain and in lower case. */
export function nameParts(name: string): readonly string[] {
  const parts = plainParts(name);
  if (parts.length > 0) return parts;
  // A name may be a smiley.
  const signs = name.replace(/\s+/gu, '');
  return signs === '' ? [] : [signs];
}

function plainParts(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłıþ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(APOSTROPHES, '');
  return plain
    .split(BETWEEN_PARTS)
    .filter((part) => part !== '')
    .map((part) => part.replace(WRITTEN_OUT, '$1'));
}

/** Equal for names that are written with the same parts, in whichever order. */
export function nameKey(name: string): string {
  return [...nameParts(name)].sort().join(' ');
}
