import type { Epoch } from './ids';
import type { ChoiceQuestion, Question } from './person';

/** What is told in a window and wants no answer: it makes way for a question. */
export type Telling =
  | { readonly kind: 'message'; readonly epoch: Epoch; readonly message: string }
  | {
      /** A notification, for people who chose to be told in a window. */
      readonly kind: 'notice';
      readonly epoch: Epoch;
      readonly text: string;
      /** What can be done about it, beside "OK". */
      readonly offers: 'nothing' | 'more-time';
    };

/** What one modal is about. */
export type Showing =
  | { readonly kind: 'question'; readonly question: Question }
  /** Which room? */
  | { readonly kind: 'choose'; readonly question: ChoiceQuestion }
  | Telling;
