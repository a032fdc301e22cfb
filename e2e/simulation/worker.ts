/**
 * One process of `npm run sim`: plays the seeds it is given and tells its parent of each. It is
 * built into one file first: that loads in an instant, and runs faster than modules one by one.
 */
import { everyday, type Came, type Rejection } from './calls/everyday';
import { everyRejection, inWords } from './calls/sweep';
import { neverOccurred } from './coverage';
import { play, type Outcome } from './play';
import { scriptOf, type Crowd, type Script } from './script';
import { shrink } from './shrink';

/** What the parent asks for. */
export type Order =
  | { readonly type: 'play'; readonly seed: number; readonly people: Crowd }
  | { readonly type: 'shrink'; readonly script: Script }
  | { readonly type: 'missing'; readonly coverage: Outcome['coverage'] }
  | { readonly type: 'rejections' }
  | { readonly type: 'reject'; readonly rejection: Rejection };

/** In the order of the orders. */
export type Reply =
  | { readonly type: 'played'; readonly seed: number; readonly outcome: Outcome }
  | { readonly type: 'shrunk'; readonly outcome: Outcome }
  | { readonly type: 'missing'; readonly situations: readonly string[] }
  | { readonly type: 'rejections'; readonly rejections: readonly Rejection[] }
  | { readonly type: 'rejected'; readonly words: string; readonly came: Came };

async function obey(order: Order): Promise<Reply> {
  switch (order.type) {
    case 'play': {
      const { seed, people } = order;
      return { type: 'played', seed, outcome: await play(scriptOf(seed, people)) };
    }
    case 'shrink':
      return { type: 'shrunk', outcome: await shrink(order.script) };
    case 'missing':
      return { type: 'missing', situations: neverOccurred(order.coverage) };
    case 'rejections':
      return { type: 'rejections', rejections: await everyRejection() };
    case 'reject': {
      const { rejection } = order;
      return { type: 'rejected', words: inWords(rejection), came: await everyday(rejection) };
    }
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
