/** Who was where as a table for other programs, in the words of the reader's language. */
import type { Millis, RoomId, UserId } from '../../../breakout/ids';
import type { Recap } from '../../../breakout/recap';
import { t } from '../../../i18n/words';
import { roundedMinutes } from '../../../ui/countdown-text';

type Row = readonly (string | number)[];

/** The first row is the heading. */
export function recapRows(recap: Recap): readonly Row[] {
  return recap.keeps === 'names' ? named(recap) : counted(recap);
}

export const roomName = (recap: Recap, room: RoomId): string => recap.rooms.get(room) ?? '';

export const personName = (recap: Recap, user: UserId | undefined): string =>
  user === undefined ? t('recap.someone') : (recap.names.get(user) ?? t('recap.unnamed'));

function named(recap: Recap): readonly Row[] {
  const about = (room: RoomId, user: UserId | undefined) =>
    [roomName(recap, room), personName(recap, user)] as const;
  const { stays, calls, never } = recap;
  const heading = [t('recap.room'), t('recap.person'), ...columns()];
  return [
    heading,
    ...times(recap).map((row): Row => ['', ...row]),
    ...[...recap.rooms.keys()].flatMap((of) => [
      ...stays
        .filter(({ room }) => room === of)
        .map(({ room, user, fromAt, toAt }): Row => [
          ...about(room, user),
          t('recap.was-there'),
          ...span(recap, { fromAt, toAt }),
        ]),
      ...calls
        .filter(({ room }) => room === of)
        .map(({ room, user, at }): Row => [...about(room, user), ...call(recap, at)]),
      ...never
        .filter(({ room }) => room === of)
        .map(({ room, user }): Row => [...about(room, user), t('recap.never'), '', '', '']),
    ]),
  ];
}

function counted(recap: Recap): readonly Row[] {
  const rooms = [...recap.rooms.keys()].flatMap((room): readonly Row[] => {
    const { most = 0, used } = recap.counts.get(room) ?? {};
    const name = roomName(recap, room);
    const calls = recap.calls.filter((one) => one.room === room);
    return [
      used === undefined
        ? [name, t('recap.empty'), '', '', '']
        : [name, t('recap.most', { count: most }), ...span(recap, used)],
      ...calls.map(({ at }): Row => [name, ...call(recap, at)]),
    ];
  });
  const never = t('recap.never-count', { count: recap.neverJoined });
  return [
    [t('recap.room'), ...columns()],
    ...times(recap),
    ...rooms,
    ...(recap.neverJoined > 0 ? [['', never, '', '', '']] : []),
  ];
}

/** Of the whole round, so of no room; what is not known has no row. */
function times(recap: Recap): readonly Row[] {
  const { planned, lastedMs } = recap;
  const taken: Row = ['', t('recap.taken'), ...span(recap, { fromAt: 0, toAt: lastedMs })];
  if (planned === undefined) return [taken];
  return planned === 'none'
    ? [['', t('recap.no-end'), '', '', ''], taken]
    : [['', t('recap.planned'), '', '', roundedMinutes(planned)], taken];
}

const columns = (): Row => [t('recap.what'), t('recap.from'), t('recap.to'), t('recap.minutes')];

function span(recap: Recap, { fromAt, toAt }: { fromAt: Millis; toAt: Millis }): Row {
  return [clock(recap, fromAt), clock(recap, toAt), roundedMinutes(toAt - fromAt)];
}

const call = (recap: Recap, at: Millis): Row => [t('recap.help'), clock(recap, at), '', ''];

/** Hours and minutes as every program reads them. */
function clock({ openedAt }: Recap, at: Millis): string {
  const time = new Date(openedAt + at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}
