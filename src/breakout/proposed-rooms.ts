/** Rooms to propose for so many people: three or four each, at least two, at most 100. */
export function proposedRooms(people: number): number {
  const groupOf = people <= 15 ? 3 : 4;
  return Math.min(100, Math.max(2, Math.round(people / groupOf)));
}
