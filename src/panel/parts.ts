/** Every part of the panel that is loaded when it is needed, or ahead of that. */
import { Part } from '../ui/part.svelte';
import type { PartName } from './part-names';

export const parts = {
  Afresh: new Part('Afresh', () => import('./Afresh.svelte')),
  Unclaimed: new Part('Unclaimed', () => import('./facilitator/Unclaimed.svelte')),
  Facilitator: new Part('Facilitator', () => import('./facilitator/Facilitator.svelte')),
  First: new Part('First', () => import('./facilitator/prepare/First.svelte')),
  Prepare: new Part('Prepare', () => import('./facilitator/prepare/Prepare.svelte')),
  Opening: new Part('Opening', () => import('./facilitator/opening/Opening.svelte')),
  Open: new Part('Open', () => import('./facilitator/open/Open.svelte')),
  Closing: new Part('Closing', () => import('./facilitator/closing/Closing.svelte')),
  After: new Part('After', () => import('./facilitator/after/After.svelte')),
  AfterBoard: new Part('AfterBoard', () => import('./facilitator/on-board/AfterBoard.svelte')),
  Participant: new Part('Participant', () => import('./participant/Participant.svelte')),
  Coming: new Part('Coming', () => import('./participant/Coming.svelte')),
  CallLink: new Part('CallLink', () => import('./participant/CallLink.svelte')),
  Choosing: new Part('Choosing', () => import('./participant/Choosing.svelte')),
  InRoom: new Part('InRoom', () => import('./participant/InRoom.svelte')),
  Leaving: new Part('Leaving', () => import('./participant/Leaving.svelte')),
  LevelOf: new Part('LevelOf', () => import('./facilitator/LevelOf.svelte')),
  Lift: new Part('Lift', () => import('./facilitator/moving/Lift.svelte')),
  Announcements: new Part('Announcements', () => import('./Announcements.svelte')),
  Notices: new Part('Notices', () => import('./Notices.svelte')),
  OwnNotices: new Part('OwnNotices', () => import('./participant/OwnNotices.svelte')),
  MoreMenu: new Part('MoreMenu', () => import('./facilitator/MoreMenu.svelte')),
  NeedsYou: new Part('NeedsYou', () => import('./facilitator/open/NeedsYou.svelte')),
  PrepareFields: new Part(
    'PrepareFields',
    () => import('./facilitator/prepare/PrepareFields.svelte'),
  ),
  FoundOnBoard: new Part('FoundOnBoard', () => import('./facilitator/setups/FoundOnBoard.svelte')),
  RoomName: new Part('RoomName', () => import('./facilitator/RoomName.svelte')),
  RoomTiles: new Part('RoomTiles', () => import('./facilitator/RoomTiles.svelte')),
} satisfies Record<PartName, Part<unknown>>;
