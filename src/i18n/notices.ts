/**
 * The few sentences a background says: notifications (Miro allows 80 characters) and the
 * description of a session. Independent of svelte-i18n, so that the background stays small; the
 * words are files of their own, `locales/notices/*.json`, loaded when first needed.
 */
import { clip } from './clip';
import { formatSubset, type Values } from './icu-subset';
import { timeOfDay } from './time-of-day';
import { chooseLocale, type Locale } from './locales';
import type reference from '../../locales/notices/en.json';

export type NoticeTexts = Readonly<Record<keyof typeof reference, string>>;

/** Longest name of a person or room in a notification, in graphemes. */
export const NAME_LIMIT = 20;
/** What Miro takes. Unit: UTF-16 units. */
const NOTICE_LIMIT = 80;

const loaders: Readonly<Record<Locale, () => Promise<{ readonly default: NoticeTexts }>>> = {
  en: () => import('../../locales/notices/en.json'),
  fr: () => import('../../locales/notices/fr.json'),
  de: () => import('../../locales/notices/de.json'),
  es: () => import('../../locales/notices/es.json'),
  ja: () => import('../../locales/notices/ja.json'),
  'pt-BR': () => import('../../locales/notices/pt-BR.json'),
};

/**
 * Every sentence as a function. `at` arguments are wall-clock times in milliseconds, shown as the
 * reader's time of day; counts are whole numbers; names and rooms are clipped here.
 */
export interface Notices {
  /** `untilAt` undefined: the breakout has no end of its own. */
  joined(room: string, untilAt: number | undefined): string;
  isOpen(room: string): string;
  /** Where people choose their room. */
  roomsAreOpen(): string;
  minutesLeft(minutes: number, room: string): string;
  timeAdded(name: string, minutes: number, untilAt: number): string;
  endSet(name: string, untilAt: number): string;
  endRemoved(name: string): string;
  paused(name: string): string;
  resumed(name: string): string;
  onTheWay(name: string): string;
  cannotCome(name: string): string;
  closesIn(seconds: number): string;
  /** The closing was cancelled; `untilAt` as for `joined`, or the clock stands still. */
  stayOpen(untilAt: number | undefined): string;
  welcomeBack(): string;
  asksForHelp(room: string): string;
  roomsAskForHelp(rooms: number): string;
  everyoneIn(): string;
  notInYet(people: number): string;
  moreTime(rooms: number): string;
  couldNotOpen(room: string): string;
  /** A frame was picked on the board, or something else was. */
  framePicked(room: string): string;
  notPicked(room: string): string;
  notAFrame(): string;
  oneFrame(): string;
  frameTaken(room: string): string;
  readyCount(people: number): string;
  /** The text itself; the name in front only if both fit. */
  message(name: string, text: string): string;
  /** A window is in the way of a message. */
  messageWaits(name: string): string;
  /** What Miro shows about a session, wherever it does: who opened it. */
  sessionDescription(name: string): string;
}

/** The sentences in the language chosen as `startI18n` chooses it. @throws when it cannot be loaded */
export async function loadNotices(
  boardLocale: string | undefined,
  browserLanguages: readonly string[] = navigator.languages,
): Promise<Notices> {
  const locale = chooseLocale(boardLocale, browserLanguages);
  return noticesIn(locale, (await loaders[locale]()).default);
}

export function noticesIn(locale: Locale, texts: NoticeTexts): Notices {
  const say = (key: keyof NoticeTexts, values: Values = {}): string =>
    formatSubset(texts[key], values, locale);
  const short = (name: string): string => clip(name, NAME_LIMIT);
  const time = (at: number): string => timeOfDay(at, locale);
  return {
    joined: (room, untilAt) =>
      untilAt === undefined
        ? say('joined-open-end', { room: short(room) })
        : say('joined', { room: short(room), until: time(untilAt) }),
    isOpen: (room) => say('is-open', { room: short(room) }),
    roomsAreOpen: () => say('rooms-are-open'),
    minutesLeft: (minutes, room) => say('minutes-left', { minutes, room: short(room) }),
    timeAdded: (name, minutes, untilAt) =>
      say('time-added', { name: short(name), minutes, until: time(untilAt) }),
    endSet: (name, untilAt) => say('end-set', { name: short(name), until: time(untilAt) }),
    endRemoved: (name) => say('end-removed', { name: short(name) }),
    paused: (name) => say('paused', { name: short(name) }),
    resumed: (name) => say('resumed', { name: short(name) }),
    onTheWay: (name) => say('on-the-way', { name: short(name) }),
    cannotCome: (name) => say('cannot-come', { name: short(name) }),
    closesIn: (seconds) => say('closes-in', { seconds }),
    stayOpen: (untilAt) =>
      untilAt === undefined ? say('stay-open-no-end') : say('stay-open', { until: time(untilAt) }),
    welcomeBack: () => say('welcome-back'),
    asksForHelp: (room) => say('asks-for-help', { room: short(room) }),
    roomsAskForHelp: (rooms) => say('rooms-ask-for-help', { rooms }),
    everyoneIn: () => say('everyone-in'),
    notInYet: (people) => say('not-in-yet', { people }),
    moreTime: (rooms) => say('more-time', { rooms }),
    couldNotOpen: (room) => say('could-not-open', { room: short(room) }),
    framePicked: (room) => say('frame-picked', { room: short(room) }),
    notPicked: (room) => say('not-picked', { room: short(room) }),
    notAFrame: () => say('not-a-frame'),
    oneFrame: () => say('one-frame'),
    frameTaken: (room) => say('frame-taken', { room: short(room) }),
    readyCount: (people) => say('ready-count', { people }),
    message: (name, text) => {
      const signed = say('message', { name: short(name), text });
      return signed.length <= NOTICE_LIMIT ? signed : text;
    },
    messageWaits: (name) => say('message-waits', { name: short(name) }),
    sessionDescription: (name) => say('session-description', { name: short(name) }),
  };
}
