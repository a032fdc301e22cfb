import type { PanelView } from '../../src/live/views';

/** [I1] Right after a split, on the screen of whoever made it: everyone has a room, evenly. */
export function evenSplit(view: PanelView): string[] {
  if (view.screen !== 'prepare' || view.rooms.length === 0) return [];
  const sizes = view.rooms.map(({ people }) => people.length);
  const uneven = Math.max(...sizes) - Math.min(...sizes) > 1;
  return [
    ...(uneven ? [`[I1] a split made rooms of ${sizes.join(', ')}`] : []),
    ...view.unseated.map(({ name }) => `[I1] a split left out ${name}`),
  ];
}
