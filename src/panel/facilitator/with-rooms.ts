/**
 * What a facilitator sees once there are rooms, as one chunk: on an empty board it is loaded behind
 * the first screen (`load-ahead.ts`), long before anybody has created a room.
 */
export { default as AfterList } from './AfterList.svelte';
export { default as AfterSentence } from './AfterSentence.svelte';
export { default as ClosingFigure } from './ClosingFigure.svelte';
export { default as OpenList } from './open/OpenList.svelte';
export { default as OpenNow } from './open/OpenNow.svelte';
export { default as OpenSentence } from './open/OpenSentence.svelte';
export { default as PrepareFields } from './prepare/PrepareFields.svelte';
export { default as PrepareList } from './prepare/PrepareList.svelte';
export { default as RoomList } from './RoomList.svelte';
