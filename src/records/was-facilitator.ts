import type { UserId } from '../breakout/ids';
import { registerAt, type Doc } from './merge';

/** Of the plan: this user is a facilitator, or was one whose role was taken away. */
export function wasFacilitator(plan: Doc, user: UserId): boolean {
  return registerAt(plan, `facilitator/${user}`) !== undefined;
}
