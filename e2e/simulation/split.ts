import type { PanelView, RoomView } from '../../src/live/views';

/** [I1] Right after a split, on the screen of whoever made it: everyone has a room, evenly. */
export function evenSplit(view: PanelView): string[] {
  if (view.screen !== 'prepare' || view.rooms.length === 0) return [];
  const sizes = view.rooms.filter(takesMore).map(({ people }) => people.length);
  // [S5] With people who are kept where they are, sizes are only as even as that allows.
  const free = view.rooms.every(({ people }) => people.every(({ pinned }) => pinned !== true));
  const uneven = free && Math.max(...sizes) - Math.min(...sizes) > 1;
  return [
    ...(uneven ? [`[I1] a split made rooms of ${sizes.join(', ')}`] : []),
    ...view.unseated.map(({ name }) => `[I1] a split left out ${name}`),
  ];
}

/** [S11] A locked room gets nobody, and no division fills a room beyond its places. */
const takesMore = ({ locked, places, people }: RoomView): boolean =>
  locked !== true && (places === undefined || people.length < places);
