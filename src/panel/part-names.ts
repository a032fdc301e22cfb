/** For the build, which writes the words of each part (`words-in-use.ts`); the parts are in `parts.ts`. */
export const PART_NAMES = [
  'Afresh',
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
  'Coming',
  'CallLink',
  'Choosing',
  'InRoom',
  'Leaving',
  'LevelOf',
  'Lift',
  'Announcements',
  'Notices',
  'OwnNotices',
  'MoreMenu',
  'NeedsYou',
  'PrepareFields',
  'FoundOnBoard',
  'RoomName',
  'RoomTiles',
] as const;

export type PartName = (typeof PART_NAMES)[number];

/** Of these, all that somebody is shown who takes part and runs nothing. */
export const PARTICIPANTS_PARTS = [
  'Afresh',
  'Participant',
  'Coming',
  'CallLink',
  'Choosing',
  'InRoom',
  'Leaving',
  'Announcements',
  'OwnNotices',
] as const satisfies readonly PartName[];
