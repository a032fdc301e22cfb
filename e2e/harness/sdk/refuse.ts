/** Says which call is missing, so that an app that needs it fails where it needs it. */
export const notImplemented = (path: string): Error =>
  new Error(`Not implemented by the mocked board: ${path}`);

/** Names that the language itself looks up: promises, printing, JSON, module loaders. */
const LANGUAGE_LOOKUPS = new Set([
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'constructor',
  '$$typeof',
]);

const isLanguageLookup = (key: string | symbol): boolean =>
  typeof key === 'symbol' || LANGUAGE_LOOKUPS.has(key);

/** Can be read and passed on; throws when called. Its members are the same, one level down. */
function missing(path: string): unknown {
  return new Proxy(() => {}, {
    apply() {
      throw notImplemented(path);
    },
    get: (_target, key) => (isLanguageLookup(key) ? undefined : missing(`${path}.${String(key)}`)),
  });
}

/**
 * Gives a part of the SDK, of which only some is implemented, the whole's type: anything else of it
 * throws and names itself. The one place where the mocked board claims a type that it does not hold.
 */
export function refuseTheRest<Whole extends object>(part: Partial<Whole>, path: string): Whole {
  const whole = new Proxy(part, {
    get(target, key, receiver) {
      if (key in target || isLanguageLookup(key)) return Reflect.get(target, key, receiver);
      return missing(`${path}.${String(key)}`);
    },
  });
  return whole as Whole;
}
