import type { RoomId } from '../../breakout/ids';
import type { HelpReason } from '../../breakout/person';

export interface ParticipantActions {
  ready(ready: boolean): void;
  runIt(): void;
  join(): void;
  notNow(): void;
  notThisTime(): void;
  /** Where people choose their room. */
  choose(room: RoomId): void;
  /** Stays in the room they have, whatever they have chosen since. */
  chooseNothing(): void;
  leave(): void;
  backToFrame(): void;
  acceptMove(): void;
  stay(): void;
  askForHelp(reason: HelpReason): void;
  takeBackHelp(): void;
  goBackNow(): void;
  askForMoreTime(): void;
  takeBackMoreTime(): void;
  tellInWindow(on: boolean): void;
  /** A message has been opened. */
  markRead(message: string): void;
  lookAgain(): void;
  /** What could not be sent or done. */
  retry(): void;
}
