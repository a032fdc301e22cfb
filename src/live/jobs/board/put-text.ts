/** One text in an empty place near where its orderer looks, and what is to be kept with it. */
import { BoardError } from '../../../board/errors';
import type { NewText } from '../../../board/port';
import type { Job } from '../../../breakout/work';
import { KEPT_AS } from '../../../records/setup-document';
import type { Point } from '../frame-grid';
import { escaped, liesAt, removeAll, type Bench, type JobRunner } from './job';

/** Readable from where the orderer looks: its size goes by what they see. */
const SHARE_OF_VIEW = 0.3;
const FONT_SHARE = 1 / 18;
const HIGH_FOR_WIDE = 0.5;
/** Miro's own range of font sizes. D:websdk-reference-text */
const FONT = { least: 10, most: 288 };

export function putText(job: Extract<Job, { kind: 'text' | 'setup' }>): JobRunner {
  return {
    async go(bench) {
      const { items, ledger } = bench;
      const { width: seen } = await bench.view.get();
      const width = seen * SHARE_OF_VIEW;
      const blueprint = bench.blueprint ?? (await draw(bench, width));
      const there = found(bench, blueprint.at);
      ledger.reached({ done: 0, of: 1 });
      const id = there?.id ?? (await items.createText(textAt(job.text, blueprint.at, width)));
      ledger.add(id);
      // Keeping the same once more is harmless, and whether it was kept before is dearer to ask.
      if (job.kind === 'setup' && !(await items.keep(id, KEPT_AS, job.document)))
        throw new BoardError('not-found', 'The text has been deleted.');
      ledger.reached({ done: 1, of: 1 });
      return true;
    },
    undo(bench) {
      const there = bench.blueprint && found(bench, bench.blueprint.at);
      const recognised = there === undefined ? [] : [there.id];
      return removeAll(bench, [...new Set([...bench.ledger.made, ...recognised])]);
    },
  };
}

function textAt(text: string, at: Point, width: number): NewText {
  const fontSize = Math.round(Math.min(FONT.most, Math.max(FONT.least, width * FONT_SHARE)));
  return { words: escaped(text), ...at, width, fontSize, align: 'center' };
}

async function draw(bench: Bench, width: number) {
  const at = await bench.frames.emptySpace({ width, height: width * HIGH_FOR_WIDE });
  return bench.draw({ at, rooms: [] });
}

function found({ found: items, me }: Bench, at: Point) {
  return items.find((item) => item.type === 'text' && item.createdBy === me && liesAt(item, at));
}
