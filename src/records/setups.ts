/** Key `setups`. Writers: facilitators' iframes, merged. Set-ups kept on this board, by name. */
import * as v from 'valibot';
import type { NamedSetup } from '../breakout/setup';
import { compare } from './canonical';
import { defineMerged, type MergedDefinition } from './definition';
import { keys } from './keys';
import type { Changes } from './merge';
import { idsUnder, register } from './register';
import { counter, text } from './schemas';
import { setupDocument, writeSetup } from './setup-document';
import { clip, MAX_NAME } from './text';

/** More than this with a name nobody finds again. */
export const MAX_SETUPS = 20;

const kept = register(
  'setup/*',
  // A document of a newer version is kept and not shown; it must not hide the others.
  v.object({ name: text(MAX_NAME), order: counter, document: v.unknown() }),
);

/** Newest first. */
export const setupsRecord: MergedDefinition<readonly NamedSetup[]> = defineMerged({
  key: keys.setups,
  version: 1,
  registers: [kept],
  decode: (doc) =>
    [...idsUnder(doc, 'setup/')]
      .map((id): NamedSetup | undefined => {
        const found = kept.in(doc, id);
        const setup = v.safeParse(setupDocument, found?.document);
        if (found === undefined || !setup.success) return undefined;
        return { id, name: found.name, order: found.order, setup: setup.output };
      })
      .filter((found) => found !== undefined)
      .sort((a, b) => compare(b.order, a.order) || compare(a.id, b.id)),
});

export const setupsEdits = {
  keep: ({ id, name, order, setup }: NamedSetup): Changes => ({
    [kept.path(id)]: { name: clip(name, MAX_NAME), order, document: writeSetup(setup) },
  }),
  remove: (id: string): Changes => ({ [kept.path(id)]: null }),
};
