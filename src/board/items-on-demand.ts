import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import type { Board } from './port';

/** Items of the board are for jobs that most pages never do: their code comes when it is asked for. */
export function itemsOnDemand(sdk: Miro, caller: Caller): Board['items'] {
  return async () => {
    const { miroItems } = await import('./miro-items');
    return miroItems(sdk, caller);
  };
}
