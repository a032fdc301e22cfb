/** One text in an empty place near where its orderer looks. */
import type { Job } from '../../../breakout/work';
import { escaped, liesAt, removeAll, type Bench, type JobRunner } from './job';

/** Readable from where the orderer looks: its size goes by what they see. */
const SHARE_OF_VIEW = 0.3;
const FONT_SHARE = 1 / 18;
const HIGH_FOR_WIDE = 0.5;
/** Miro's own range of font sizes. D:websdk-reference-text */
const FONT = { least: 10, most: 288 };

export function putText({ text }: Extract<Job, { kind: 'text' }>): JobRunner {
  return {
    async go(bench) {
      const { items, ledger } = bench;
      const { width: seen } = await bench.view.get();
      const width = seen * SHARE_OF_VIEW;
      const blueprint = bench.blueprint ?? (await draw(bench, width));
      const there = found(bench, blueprint.at);
      ledger.reached({ done: 0, of: 1 });
      if (there === undefined) {
        const fontSize = Math.round(Math.min(FONT.most, Math.max(FONT.least, width * FONT_SHARE)));
        const look = { width, fontSize, align: 'center' } as const;
        ledger.add(await items.createText({ words: escaped(text), ...blueprint.at, ...look }));
      } else ledger.add(there.id);
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

async function draw(bench: Bench, width: number) {
  const at = await bench.frames.emptySpace({ width, height: width * HIGH_FOR_WIDE });
  return bench.draw({ at, rooms: [] });
}

function found({ found: items, me }: Bench, at: { readonly x: number; readonly y: number }) {
  return items.find((item) => item.type === 'text' && item.createdBy === me && liesAt(item, at));
}
