/** For the build, which writes the words of each part (`words-in-use.ts`); the parts are in `parts.ts`. */
export const PART_NAMES = [
  'Unclaimed',
  'Facilitator',
  'First',
  'Prepare',
  'Opening',
  'Open',
  'Closing',
  'After',
  'AfterBoard',
  'Participant',
  'CallLink',
  'Choosing',
  'InRoom',
  'Ended',
  'LevelOf',
  'Lift',
  'Announcements',
  'Notices',
  'OwnNotices',
  'MoreMenu',
  'NeedsYou',
  'PrepareFields',
  'RoomName',
  'RoomTiles',
] as const;

export type PartName = (typeof PART_NAMES)[number];
