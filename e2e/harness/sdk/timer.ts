import type { TimerInstance } from '@mirohq/websdk-types';
import type { Json } from '../world/api';
import type { Client } from './client';
import type { Board, Public } from './public';
import * as read from './read';

const statuses = ['STARTED', 'PAUSED', 'STOPPED'] as const;

function instance(value: Json | undefined): TimerInstance {
  const { restDuration, totalDuration, status } = read.object(value);
  return {
    restDuration: read.number(restDuration),
    totalDuration: read.number(totalDuration),
    status: statuses.find((known) => known === status) ?? 'STOPPED',
  };
}

/** `miro.board.timer`. */
export function createTimer(client: Client): Public<Board['timer']> {
  const call = async (command: string, duration?: number): Promise<TimerInstance> =>
    instance(await client.call(command, { duration }));
  return {
    get: () => call('TIMER_GET'),
    start: (duration) => call('TIMER_START', duration),
    stop: () => call('TIMER_STOP'),
    pause: () => call('TIMER_PAUSE'),
    resume: () => call('TIMER_RESUME'),
    prolong: (duration) => call('TIMER_PROLONG', duration),
    isStarted: async () => read.boolean(await client.call('TIMER_IS_STARTED')),
    on: (event, handler) =>
      client.subscribe(`timer:${event}`, handler, {
        handle: (payload) => handler({ timer: instance(read.object(payload)['timer']) }),
      }),
    off: (event, handler) => client.unsubscribe(`timer:${event}`, handler),
  };
}
