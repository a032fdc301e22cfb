import type { Json } from './api';
import { asObject, handedOver, type JsonObject } from './args';
import type { Core } from './core';
import type { Credits } from './credits';
import type { Failures } from './failures';
import type { Link } from './model';
import { carry } from './network';
import { sentences } from './sentences';

type Result = Json | undefined | void;

/** What the world does when a page calls. A throw becomes a rejection with that message. */
export interface Command {
  /** Credits, D:websdk-reference-rate-limiting. 0: not in the price table. */
  readonly price?: number | (() => number);
  /** D:add-permission-scopes-to-your-app and the reference page of each command. */
  readonly scope?: 'boards:read' | 'boards:write' | 'identity:read';
  /** Stays in the browser (network.ts). */
  readonly local?: boolean;
  /** Refused to viewers, with the documented sentence naming this feature. */
  readonly changes?: string;
  readonly run: (link: Link, args: JsonObject) => Result | Promise<Result>;
}

export type CommandTable = Readonly<Record<string, Command>>;

export interface Switchboard {
  /**
   * Settles as Miro's command would, after the network's delay; never, once the page has gone.
   * `args` are the world's from now on.
   */
  request(link: Link, name: string, args: Json): Promise<Json | undefined>;
}

export function createSwitchboard(
  core: Core,
  table: ReadonlyMap<string, Command>,
  guards: { readonly credits: Credits; readonly failures: Failures },
): Switchboard {
  function check(link: Link, name: string, command: Command, key: unknown): void {
    const price = typeof command.price === 'function' ? command.price() : (command.price ?? 0);
    guards.failures.check({ user: link.user.id, command: name, priced: price > 0, key });
    if (command.scope && !core.scopes.has(command.scope))
      throw new Error(sentences.scope(name, command.scope));
    guards.credits.charge(link.user, price);
    if (command.changes !== undefined && link.user.role === 'viewer')
      throw new Error(sentences.forbidden(command.changes));
  }

  async function execute(link: Link, name: string, args: Json): Promise<Json | undefined> {
    const command = table.get(name);
    if (!command) throw new Error(sentences.unknownCommand(name));
    const payload = asObject(args, 'payload');
    check(link, name, command, payload['key']);
    const result = await command.run(link, payload);
    return result ?? undefined;
  }

  return {
    request(link, name, args) {
      const way = table.get(name)?.local ? 'local' : 'call';
      return new Promise((resolve, reject) => {
        const reply = (settle: () => void): void =>
          carry(core, link, {
            way,
            lane: 'down',
            deliver: () => {
              if (link.alive) settle();
            },
          });
        const arrive = (): void => {
          // What a page has sent is carried out though the page has gone; not so if its tab has.
          if (!core.tabs.has(link.tab.id)) return;
          execute(link, name, args).then(
            (result) => {
              const answer = handedOver(result);
              reply(() => resolve(answer));
            },
            (error: unknown) => reply(() => reject(toError(error))),
          );
        };
        carry(core, link, { way, lane: 'up', deliver: arrive });
      });
    },
  };
}

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
