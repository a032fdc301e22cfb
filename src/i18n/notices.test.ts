import { describe, expect, test } from 'vitest';
import de from '../../locales/notices/de.json';
import en from '../../locales/notices/en.json';
import es from '../../locales/notices/es.json';
import fr from '../../locales/notices/fr.json';
import ja from '../../locales/notices/ja.json';
import ptBR from '../../locales/notices/pt-BR.json';
import { LOCALES, type Locale } from './locales';
import { loadNotices, noticesIn, type NoticeTexts, type Notices } from './notices';

/** Miro's limit for a notification (docs of `board.notifications`, page of 2025-09). */
const MIRO_LIMIT = 80;

const TEXTS: Readonly<Record<Locale, NoticeTexts>> = { en, fr, de, es, ja, 'pt-BR': ptBR };

/** Names longer than will be shown, in scripts that write long, by grapheme and by code unit. */
const LONG = {
  latin: 'Maximiliane von Hohenstein-Wartenburg',
  wide: 'ＷｉｎｔｅｒｇａｒｔｅｎｓｔｕｄｉｏＷＷＷＷＷ',
  kana: 'さくらやまのしたにあるおおきなへやのなまえ',
};
/** 12:59 PM is the longest that a clock says in each of the six languages. */
const LATE = new Date(2026, 10, 22, 12, 59).getTime();
const COUNTS = [1, 2, 21, 999];

/** Every sentence in its longest form with these names and this count. */
const all = (say: Notices, name: string, count: number): readonly string[] => [
  say.joined(name, LATE),
  say.joined(name, undefined),
  say.isOpen(name),
  say.roomsAreOpen(),
  say.minutesLeft(count, name),
  say.timeAdded(name, count, LATE),
  say.endSet(name, LATE),
  say.endRemoved(name),
  say.paused(name),
  say.resumed(name),
  say.onTheWay(name),
  say.cannotCome(name),
  say.closesIn(count),
  say.stayOpen(LATE),
  say.stayOpen(undefined),
  say.welcomeBack(),
  say.asksForHelp(name),
  say.roomsAskForHelp(count),
  say.everyoneIn(),
  say.notInYet(count),
  say.moreTime(count),
  say.couldNotOpen(name),
  say.framePicked(name),
  say.notPicked(name),
  say.notAFrame(),
  say.oneFrame(),
  say.frameTaken(name),
  say.readyCount(count),
  say.sessionDescription(name),
  say.message(name, 'Write one idea per note, please'),
  say.messageWaits(name),
];

describe.each(LOCALES)('notices in %s', (locale) => {
  const say = noticesIn(locale, TEXTS[locale]);

  test.each(Object.entries(LONG))(
    '[W2] the longest form of each fits, with %s names',
    (_, name) => {
      for (const count of COUNTS) {
        for (const text of all(say, name, count)) {
          expect([text, text.length <= MIRO_LIMIT]).toEqual([text, true]);
        }
      }
    },
  );

  test('nothing is left unfilled, and every text of the file is used', () => {
    const said = all(say, 'Cedar', 2);
    for (const text of said) expect(text).not.toMatch(/[{}#]|undefined|NaN/);
    expect(new Set(said).size).toBe(Object.keys(TEXTS[locale]).length);
  });
});

test('the words of ux.md, in English', () => {
  const say = noticesIn('en', TEXTS.en);
  expect(say.joined('Cedar', LATE)).toMatch(/^You're in Cedar until 12:59.PM\.$/u);
  expect(say.isOpen('Cedar')).toBe('Cedar is open. To join, click the Breakout Rooms icon.');
  expect(say.minutesLeft(5, 'Cedar')).toBe('5 minutes left in Cedar');
  expect(say.minutesLeft(1, 'Cedar')).toBe('One minute left in Cedar');
  expect(say.closesIn(30)).toBe('Rooms close in 30 seconds');
  expect(say.roomsAskForHelp(2)).toBe('2 rooms ask for help');
});

test('names are clipped to twenty graphemes', () => {
  const say = noticesIn('en', TEXTS.en);
  expect(say.onTheWay(LONG.latin)).toBe('Maximiliane von Hoh… is on the way');
});

test('a language is loaded by the board locale', async () => {
  expect((await loadNotices('pt_BR', [])).welcomeBack()).toBe('Que bom ter você de volta');
  expect((await loadNotices(undefined, ['fr-CA'])).welcomeBack()).toBe('Vous revoilà');
});
