/** What an app's manifest tells Miro, as far as the mocked board cares. D:app-manifest. */
export interface Manifest {
  readonly name: string | undefined;
  /** What the app asks its users to allow. */
  readonly scopes: readonly string[];
}

/** @param text the YAML as Miro documents it: a plain value a line, and lists of them */
export function readManifest(text: string): Manifest {
  const name = /^appName:\s*["']?(.+?)["']?\s*$/m.exec(text)?.[1];
  const [, list = ''] = /^scopes:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?\r?\n?)*)/m.exec(text) ?? [];
  return {
    name,
    scopes: [...list.matchAll(/^\s*-\s*["']?([\w:]+)/gm)].map(([, scope = '']) => scope),
  };
}
