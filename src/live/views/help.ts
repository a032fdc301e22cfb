import type { Millis, RoomId, UserId } from '../../breakout/ids';
import type { HelpReason } from '../../breakout/person';

export interface HelpView {
  readonly user: UserId;
  readonly name: string;
  readonly room: RoomId;
  readonly roomName: string;
  readonly reason: HelpReason;
  readonly waitedMs: Millis;
  /** Somebody said "coming". */
  readonly claimedBy: string | undefined;
  readonly claimedByMe: boolean;
}
