import { nameParts } from './name-parts';

/** Whether a name is one of those that are meant. */
export type NameTest = (name: string) => boolean;

/**
 * Finds names while they are typed, without case, accents, punctuation and the order of their parts:
 * "schm an" is Anna Schmidt. Each part that is typed stands somewhere in a part of the name. Nothing
 * typed finds everyone. Names are taken apart once, for a list is asked about at every keystroke.
 */
export function nameSearch(): (typed: string) => NameTest {
  const known = new Map<string, readonly string[]>();
  const partsOf = (name: string): readonly string[] => {
    const parts = known.get(name) ?? nameParts(name);
    known.set(name, parts);
    return parts;
  };
  return (typed) => {
    const wanted = nameParts(typed);
    return (name) => wanted.every((part) => partsOf(name).some((each) => each.includes(part)));
  };
}
