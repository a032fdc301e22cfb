/** Calls by message, with their answers: the same for Node's operator and for the overview. */
import type { Json } from '../world/api';
import type { HostedWorld } from './boards';
import type { OperationName } from './operations';
import type { ClientMessage, ServerMessage } from './protocol';

type Plain<T> = T extends ReadonlyMap<string, infer V> ? Record<string, V> : T;

/** A hosted world at a distance. */
export type Operator = {
  readonly [M in OperationName]: (
    ...args: Parameters<HostedWorld[M]>
  ) => Promise<Plain<Awaited<ReturnType<HostedWorld[M]>>>>;
};

type Answer = Extract<ServerMessage, { t: 'answer' }>;

/** Checked against OperationName below; listed here so that a browser need not load the shapes. */
const NAMES = [
  'setVisible',
  'reloadTab',
  'clickIcon',
  'answerConsent',
  'clickCanvas',
  'pinPanel',
  'closePanel',
  'closeModal',
  'answerInvitation',
  'setViewport',
  'select',
  'createItem',
  'moveItem',
  'renameItem',
  'deleteItem',
  'startTimer',
  'stopTimer',
  'setDialect',
  'addUser',
  'updateUser',
  'removeUser',
  'setNetwork',
  'setOnline',
  'openTab',
  'closeTab',
  'setForeignSession',
  'setForeignWindow',
  'fail',
  'clearFailures',
  'commands',
  'board',
  'tab',
  'items',
  'storage',
  'putStorage',
  'pass',
  'restart',
  'duplicateBoard',
] as const satisfies readonly OperationName[];

export interface Caller {
  readonly call: Operator;
  /** The same by name, for a person's page: the server adds the tab. */
  send(method: string, args: readonly unknown[]): Promise<Json | undefined>;
  answered(answer: Answer): void;
  /** Everything unanswered rejects with this sentence. */
  ended(reason: string): void;
}

export function callerOf(post: (text: string) => void): Caller {
  const waiting = new Map<
    number,
    { resolve: (value: Json | undefined) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;

  const send: Caller['send'] = (method, args) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const message: ClientMessage = { t: 'call', id: lastId, method, args: [...args] };
      post(JSON.stringify(message));
    });

  // The server's answer has the type of the method's result: both ends are compiled together.
  const call = Object.fromEntries(
    NAMES.map((name) => [name, (...args: unknown[]) => send(name, args)]),
  ) as unknown as Operator;

  return {
    call,
    send,
    answered(answer) {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asker?.resolve(answer.value);
      else asker?.reject(new Error(answer.message));
    },
    ended(reason) {
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}

/** Fails to compile when an operation is missing in NAMES. */
type Missing = Exclude<OperationName, (typeof NAMES)[number]>;
const complete: [Missing] extends [never] ? true : Missing = true;
void complete;
