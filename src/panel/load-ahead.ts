import { withWords } from './with-words';

/**
 * What a panel may need later, whoever its user is: fetched behind the first screen, so that no
 * click waits. What cannot be fetched now is asked for again where it is shown.
 */
export function loadAhead(): void {
  void Promise.allSettled([
    withWords(import('./facilitator/with-rooms')),
    withWords(import('./participant/Participant.svelte')),
    withWords(import('./facilitator/LevelOf.svelte')),
  ]);
}
