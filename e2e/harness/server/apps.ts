/** Which app a board runs: ours, or one that a stage asked for by address. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostApp, type HostedApp } from './hosted-app';
import { readManifest } from './manifest';
import { isLoopback, parse } from './origin';
import type { AppInfo } from './protocol';

export interface AppsOptions {
  /** Folder of our icons and manifest. */
  readonly publicDir: string;
  readonly bind: string;
  readonly open: boolean;
  /** Origins that may be hosted besides those on this machine. */
  readonly allowed: readonly string[];
  readonly boardPort: () => number;
}

export class Apps {
  readonly #options: AppsOptions;
  readonly #hosted = new Map<string, Promise<HostedApp>>();

  constructor(options: AppsOptions) {
    this.#options = options;
  }

  /**
   * @param wanted address of the app's `sdkUri` page, or null for ours
   * @param host by which the browser reaches this server
   * @throws with a sentence for the person who asked, if that app may not be hosted
   */
  async find(wanted: string | null, host: string): Promise<AppInfo> {
    if (!wanted) return ours(this.#options.publicDir);
    const target = permitted(wanted, this.#options.allowed);
    const { port } = await this.#host(target.origin);
    const { hostname } = new URL(`http://${host}`);
    const proxy = `http://${hostname}:${port}`;
    return {
      name: target.host,
      address: `${proxy}${target.pathname}${target.search}`,
      icon: null,
      origin: target.origin,
      scopes: null,
    };
  }

  close(): void {
    for (const app of this.#hosted.values()) {
      void app.then(
        ({ close }) => {
          close();
        },
        // It never opened: there is nothing to close.
        () => {},
      );
    }
    this.#hosted.clear();
  }

  #host(target: string): Promise<HostedApp> {
    const { bind, open, boardPort } = this.#options;
    const running = this.#hosted.get(target) ?? hostApp({ target, bind, open, boardPort });
    this.#hosted.set(target, running);
    return running;
  }
}

/** @throws if the address is not one that the server may fetch from on a page's behalf. */
export function permitted(wanted: string, allowed: readonly string[]): URL {
  const target = parse(wanted);
  if (!target || !/^https?:$/.test(target.protocol)) throw new Error('An app has an http address.');
  if (!isLoopback(target.hostname) && !allowed.includes(target.origin)) {
    throw new Error(`Start with --allow-app ${target.origin} first.`);
  }
  return target;
}

function ours(publicDir: string): AppInfo {
  const manifest = join(publicDir, 'app-manifest.yaml');
  const text = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
  const { name = 'Breakout Rooms', scopes } = readManifest(text);
  const icon = existsSync(join(publicDir, 'icon-outline.svg')) ? '/icon-outline.svg' : null;
  return { name, address: '/index.html', icon, origin: null, scopes };
}
