/**
 * What a screen reader is told when the screen changes by itself (docs/spec.md: "Access"). Never
 * ticks, never single joins; nothing is repeated when the panel is opened again, because the first
 * view announces nothing.
 */
import { wholeSeconds } from '../ui/countdown-text';
import { MINUTE } from '../ui/durations';
import { t, type MessageKey, type MessageValues } from '../i18n/words';
import type { ClockView, FacilitatorView, Notice, PanelView } from '../live/views';
import { MOVES } from '../live/views/undo';
import { groupsText } from './groups-text';
import { noticeKey, noticeText, noticeTone } from './notice-text';

export interface Announcement {
  /** `summary` is polite and merged over ten seconds. */
  readonly how: 'polite' | 'assertive' | 'summary';
  readonly text: string;
}

export function announcements(
  before: PanelView | undefined,
  view: PanelView,
): readonly Announcement[] {
  if (before === undefined || before.screen === 'loading') return [];
  return [
    ...aboutScreen(before, view),
    ...aboutClock(before, view),
    ...aboutMessages(before, view),
    ...aboutHelp(before, view),
    ...aboutNotices(before, view),
    ...aboutJoins(before, view),
    ...aboutUndo(before, view),
  ];
}

const say =
  (how: Announcement['how']) =>
  (key: MessageKey, values?: MessageValues): Announcement => ({ how, text: t(key, values) });

function aboutScreen(before: PanelView, view: PanelView): Announcement[] {
  if (before.screen === view.screen) return [];
  switch (view.screen) {
    case 'opening':
      return [say('assertive')('opening.title', { seconds: wholeSeconds(view.opensInMs) })];
    case 'closing':
    case 'room-closing':
      return [say('assertive')('spoken.closing', { seconds: wholeSeconds(view.closesInMs) })];
    case 'after':
      return [say('polite')('after.title')];
    case 'invited':
      return [say('polite')('spoken.room-open', { room: view.room.name })];
    case 'ended':
      return [say('polite')(view.keepsNames ? 'ended.title' : 'ended.over')];
    default:
      return [];
  }
}

function clockOf(view: PanelView): ClockView | undefined {
  return view.screen === 'open' || view.screen === 'in-room' ? view.clock : undefined;
}

function aboutClock(before: PanelView, view: PanelView): Announcement[] {
  const was = clockOf(before)?.remainingMs;
  const left = clockOf(view)?.remainingMs;
  if (was === undefined || left === undefined) return [];
  const crossed = was > MINUTE && left <= MINUTE;
  return crossed ? [say('assertive')('spoken.one-minute')] : [];
}

function aboutMessages(before: PanelView, view: PanelView): Announcement[] {
  if (view.screen !== 'in-room' || before.screen !== 'in-room') return [];
  if (view.room.id !== before.room.id) return [];
  const known = new Set(before.messages.map(({ id }) => id));
  return view.messages
    .filter(({ id }) => !known.has(id))
    .map(({ by, text }) => say('polite')('spoken.message', { name: by, text }))
    .reverse();
}

function aboutHelp(before: PanelView, view: PanelView): Announcement[] {
  if (view.screen !== 'open' || before.screen !== 'open') return [];
  const known = new Set(before.help.map(({ user }) => user));
  return view.help
    .filter(({ user }) => !known.has(user))
    .map(({ roomName }) => say('assertive')('spoken.help', { room: roomName }));
}

const noticesOf = (view: PanelView): readonly Notice[] => ('notices' in view ? view.notices : []);

const isUrgent = (notice: Notice): boolean =>
  noticeTone(notice) === 'failed' || notice.kind === 'overruled';

/** Of the frames that were deleted at once: the others stand on the screen. */
const MOST_TOLD = 3;

/** What the next click on the board is about, and what somebody has done to it. */
const isAboutFrames = (notice: Notice): boolean =>
  notice.kind === 'picking' || (notice.kind === 'room-without-frame' && notice.deleted);

function aboutNotices(before: PanelView, view: PanelView): Announcement[] {
  const known = new Set(noticesOf(before).map(noticeKey));
  const fresh = noticesOf(view).filter((notice) => !known.has(noticeKey(notice)));
  const tell =
    (how: Announcement['how']) =>
    (notice: Notice): Announcement => ({ how, text: noticeText(notice) });
  return [
    ...fresh.filter(isUrgent).map(tell('assertive')),
    ...fresh.filter(isAboutFrames).slice(0, MOST_TOLD).map(tell('polite')),
  ];
}

function aboutJoins(before: PanelView, view: PanelView): Announcement[] {
  if (view.screen !== 'open' || before.screen !== 'open') return [];
  const { inside, expected } = view.counts;
  if (inside <= before.counts.inside) return [];
  return [say('summary')('spoken.joined', { inside, expected })];
}

function undoOf(view: PanelView): FacilitatorView['undo'] {
  return 'undo' in view ? view.undo : undefined;
}

/** A move is said by the screen that made it; new groups with their numbers. */
function aboutUndo(before: PanelView, view: PanelView): Announcement[] {
  const undo = undoOf(view);
  const was = undoOf(before);
  if (undo === undefined || undo.what in MOVES) return [];
  if (undo.what === 'shuffle' || undo.what === 'next-round') {
    // Each shuffle is an undo of its own, though it is called the same.
    if (view.screen !== 'prepare') return [];
    // How many pairs repeat may be known only a moment later: then it is said with that.
    const isCounted =
      before.screen === 'prepare' && before.repeats === undefined && view.repeats !== undefined;
    return undo !== was || isCounted ? [{ how: 'polite', text: groupsText(view) }] : [];
  }
  const { what, name, count = 1, of = 1 } = undo;
  if (was?.what === what && was.name === name && was.count === undo.count) return [];
  return [say('polite')(`undo.${what}`, { name, count, of })];
}
