import { equal, hears, holds, refuses } from './check';
import type { Page, Rule } from './rule';

const TIMER = 'D:websdk-reference-timer';

const MINUTE = 60_000;

export const timerRules: readonly Rule[] = [
  {
    name: 'start, get, pause, resume, prolong and stop give the timer, in milliseconds',
    source: TIMER,
    async run(board) {
      const states = await board.in('ana', async ({ miro }) => {
        const { timer } = miro.board;
        const seen = [
          await timer.start(60_000),
          await timer.pause(),
          await timer.resume(),
          await timer.prolong(30_000),
          await timer.get(),
          await timer.stop(),
        ];
        return seen.map(({ status, totalDuration }) => [status, totalDuration]);
      });
      const longer = MINUTE + 30_000;
      equal(states, [
        ['STARTED', MINUTE],
        ['PAUSED', MINUTE],
        ['STARTED', MINUTE],
        ['STARTED', longer],
        ['STARTED', longer],
        ['STOPPED', longer],
      ]);
    },
  },
  {
    name: 'there is one timer on the board',
    source: TIMER,
    async run(board) {
      const running = ({ miro }: Page) => miro.board.timer.isStarted();
      equal(await board.in('ben', running), false);
      await board.in('ana', ({ miro }) => miro.board.timer.start(60_000).then(() => {}));
      equal(await board.in('ben', running), true);
      const rest = await board.in(
        'ben',
        async ({ miro }) => (await miro.board.timer.get()).restDuration,
      );
      holds(rest > MINUTE / 2 && rest <= MINUTE, `about a minute left, not ${rest} ms`);
    },
  },
  {
    name: 'a duration must be greater than 0',
    source: TIMER,
    async run(board) {
      for (const duration of [0, -5])
        await refuses(board, 'ana', {
          action: ({ miro }, ms) => miro.board.timer.start(ms).then(() => {}),
          args: duration,
          words: /greater than 0/,
        });
    },
  },
  {
    name: 'start, update and finish are events that carry the timer',
    source: TIMER,
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        const { timer } = miro.board;
        for (const event of ['start', 'update', 'finish'] as const)
          await timer.on(event, (told) => void heard.push([event, told.timer.status]));
        await timer.start(60_000);
        await timer.prolong(1_000);
      });
      await board.wait(62_000);
      await hears(board, 'ana', [
        ['start', 'STARTED'],
        ['update', 'STARTED'],
        ['finish', 'STOPPED'],
      ]);
    },
  },
  {
    name: "canUse('timer') is true on a paid plan",
    source: `${TIMER}, D:websdk-reference-board`,
    async run(board) {
      equal(await board.in('ana', ({ miro }) => miro.board.canUse('timer')), true);
    },
  },
];
