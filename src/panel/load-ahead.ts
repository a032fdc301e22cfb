/**
 * The chunks that a panel may need later, whoever its user is: fetched behind the first screen, so
 * that no click waits. One that cannot be fetched now is asked for again where it is shown.
 */
export function loadAhead(): void {
  void Promise.allSettled([
    import('./facilitator/Unclaimed.svelte'),
    import('./facilitator/Facilitator.svelte'),
    import('./facilitator/with-rooms'),
    import('./participant/Participant.svelte'),
    import('./facilitator/LevelOf.svelte'),
  ]);
}
