/** Moves that can be taken back: of one or several, before the opening or, as a question, after it. */
export const MOVES = { move: true, moves: true, 'ask-move': true, 'ask-moves': true } as const;

/** What can be taken back for a few seconds. */
export interface Undo {
  readonly what:
    | 'remove-room'
    | 'let-choose'
    | 'move-room'
    | 'close-room'
    | 'shuffle'
    | 'rooms'
    | 'list'
    | 'expected'
    | 'next-round'
    | 'finish'
    | 'use-setup'
    | 'remove-setup'
    | keyof typeof MOVES;
  /** Of the person or the room. */
  readonly name: string;
  /** How many people; of a room that was moved, its place among `of`. */
  readonly count?: number;
  readonly of?: number;
  /** Where one who was moved comes back to. */
  readonly from?: string | undefined;
}
