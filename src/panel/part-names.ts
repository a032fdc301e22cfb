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
  'CannotChoose',
  'LevelOf',
  'Lift',
  'Announcements',
  'Notices',
  'MoreMenu',
  'NeedsYou',
  'PrepareFields',
  'RoomName',
  'RoomTiles',
] as const;

export type PartName = (typeof PART_NAMES)[number];
