/** The words and the weight of what is unusual. */
import type { Problem } from '../breakout/run';
import { t, type MessageKey } from '../i18n/words';
import type { Notice } from '../live/views';

/** Names a notice for as long as it is the same one. */
export function noticeKey(notice: Notice): string {
  switch (notice.kind) {
    case 'room-without-frame':
    case 'room-failed':
      return `${notice.kind} ${notice.room}`;
    case 'step-failed':
      return `${notice.kind} ${notice.step} ${notice.problem.reason}`;
    case 'unreadable':
      return `${notice.kind} ${notice.record}`;
    default:
      return notice.kind;
  }
}

/** `wants`: a decision is missing. `failed`: something was tried and did not work. */
export function noticeTone(notice: Notice): 'plain' | 'wants' | 'failed' {
  switch (notice.kind) {
    case 'not-saved':
    case 'no-conductor':
    case 'unreadable':
    case 'room-failed':
    case 'step-failed':
      return 'failed';
    case 'room-without-frame':
    case 'sessions-taken':
    case 'offline':
    case 'overruled':
    case 'opened-unseen':
    case 'picking':
      return 'wants';
    default:
      return 'plain';
  }
}

const STEPS: ReadonlyMap<string, MessageKey> = new Map([
  ['frames', 'notice.step-frames'],
  ['rename', 'notice.step-rename'],
  ['visit', 'notice.step-visit'],
  ['look', 'notice.step-visit'],
  ['end-visit', 'notice.step-visit'],
  ['ready', 'notice.step-ready'],
  ['save', 'notice.not-saved'],
  ['room-limit', 'notice.room-limit'],
  ['timer', 'notice.step-timer'],
  ['invite', 'notice.step-invite'],
  ['bring', 'notice.step-bring'],
  ['arrive', 'notice.step-bring'],
  ['seats', 'notice.step-seats'],
  ['end', 'notice.step-end'],
  ['join', 'notice.step-join'],
  ['sessions', 'notice.step-sessions'],
  ['run', 'notice.step-run'],
  ['journal', 'notice.step-journal'],
  ['ask', 'notice.step-ask'],
  ['tell', 'notice.step-tell'],
  ['recap', 'notice.step-recap'],
  ['remove', 'notice.step-remove'],
  ['mend', 'notice.step-mend'],
]);

export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'picking':
      return t('notice.picking', { name: notice.name });
    case 'nobody-here':
      return t('notice.nobody-here');
    case 'more-rooms-than-people':
      return t('notice.more-rooms', {
        rooms: notice.rooms,
        people: notice.people,
        empty: notice.rooms - notice.people,
      });
    case 'room-without-frame':
      return t(notice.deleted ? 'notice.frame-deleted' : 'notice.frame-missing', {
        name: notice.name,
      });
    case 'not-saved':
      return t('notice.not-saved');
    case 'unreadable':
      return unreadableText(notice);
    case 'sessions-taken':
      return t('notice.sessions-taken', { count: notice.withApp });
    case 'timer-unavailable':
      return t('notice.timer-unavailable');
    case 'opened-unseen':
      return t('notice.opened-unseen', { name: notice.by });
    case 'offline':
      return t('notice.offline');
    case 'no-conductor':
      return t(notice.limited ? 'notice.slowed-down' : 'notice.no-conductor');
    case 'read-only':
      return t('notice.read-only');
    case 'room-failed':
      return t('notice.room-failed', { name: notice.name });
    case 'overruled':
      return overruledText(notice);
    case 'step-failed':
      return t(STEPS.get(notice.step) ?? 'notice.step-other');
  }
}

function unreadableText({ record, name, newer }: Extract<Notice, { kind: 'unreadable' }>): string {
  if (name !== undefined) {
    return t(newer ? 'notice.newer-person' : 'notice.unreadable-theirs', { name });
  }
  if (newer) return t('app.newer');
  const [what = ''] = record.split('-', 1);
  switch (what) {
    case 'plan':
    case 'run':
    case 'beat':
    case 'seats':
    case 'person':
    case 'setups':
    case 'index':
      return t(`notice.unreadable-${what}`);
    default:
      return t('notice.unreadable', { record });
  }
}

function overruledText({ by, move }: Extract<Notice, { kind: 'overruled' }>): string {
  const who = by === undefined ? t('notice.other-facilitator') : t('people.listed', { name: by });
  return move === undefined
    ? t('notice.overruled', { by: who })
    : t('notice.overruled-move', { by: who, ...move });
}

/** Why a record took no edit (`EditRefusal` in src/records); anything else is for a bug report. */
function refusalText(problem: Problem): string {
  switch (problem.detail) {
    case 'too-large':
    case 'loading':
    case 'unreadable':
    case 'out-of-bounds':
      return t(`notice.refused-${problem.detail}`);
    default:
      return reasonText(problem);
  }
}

/** The reason, where one is known: in our words, or in Miro's own where we have none. */
export function problemText(notice: Notice): string {
  if (notice.kind === 'not-saved') return notice.detail;
  // Its sentence is the reason.
  if (notice.kind === 'step-failed' && notice.step === 'room-limit') return '';
  if (notice.kind === 'step-failed' && notice.step === 'save') return refusalText(notice.problem);
  return 'problem' in notice ? reasonText(notice.problem) : '';
}

export function reasonText({ reason, detail }: Problem): string {
  if (reason === 'window-taken') return t('problem.window-taken', { name: detail });
  return reason === 'unknown' && detail !== '' ? detail : t(`problem.${reason}`);
}
