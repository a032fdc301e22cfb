import * as v from 'valibot';
import { registerAt, type Doc } from './merge';

/** As the definition of a record sees a register: may this value stand at this path? */
export interface RegisterKind {
  matches(path: string): boolean;
  accepts(value: unknown): boolean;
}

/** One kind of register: its place, with `*` for each id in it, and what may stand there. */
export interface RegisterOf<S extends v.GenericSchema> extends RegisterKind {
  /** @param ids in the order of the pattern's asterisks */
  path(...ids: readonly (string | number)[]): string;
  /** `undefined` when it was never set, was removed, or cannot be read. */
  in(doc: Doc, ...ids: readonly (string | number)[]): v.InferOutput<S> | undefined;
}

export function register<S extends v.GenericSchema>(pattern: string, schema: S): RegisterOf<S> {
  const parts = pattern.split('*');
  const places = new RegExp(`^${parts.join('[\\w-]{1,64}')}$`);
  const path = (...ids: readonly (string | number)[]) =>
    parts.map((part, index) => `${part}${ids[index] ?? ''}`).join('');
  return {
    matches: (candidate) => places.test(candidate),
    accepts: (value) => v.is(schema, value),
    path,
    in(doc, ...ids) {
      const found = registerAt(doc, path(...ids));
      if (found === undefined || found[0] === null) return undefined;
      const parsed = v.safeParse(schema, found[0]);
      return parsed.success ? parsed.output : undefined;
    },
  };
}

/** The ids that stand for the pattern's first `*` in registers below `prefix`, for example `room/`. */
export function idsUnder(doc: Doc, prefix: string): ReadonlySet<string> {
  const ids = Object.keys(doc.registers)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('/', 1)[0] ?? '');
  return new Set(ids);
}
