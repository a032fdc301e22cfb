import { expect, test } from '../actors/board';
import { languageTags, wordsOf } from '../actors/words';
import type { Locale } from '../harness/world/api';

const locales: readonly Locale[] = ['en', 'fr', 'de', 'es', 'ja_JP', 'pt_BR'];

test.describe('[W1] the app speaks the language of whoever looks at it', () => {
  for (const locale of locales) {
    test(locale, async ({ board }) => {
      const t = wordsOf(locale);
      const ana = await board.facilitator('Ana', { locale });

      await ana.stage.clickIcon();

      await ana.panel.button(t('unclaimed.run')).click();
      await expect(ana.panel.page.getByRole('heading', { name: t('prepare.rooms') })).toBeVisible();
      await expect(ana.panel.page.locator('html')).toHaveAttribute('lang', languageTags[locale]);
    });
  }

  test('everyone their own, on the same board', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const [kenji, julia] = await Promise.all([
      board.participant('賢治', { locale: 'ja_JP' }),
      board.participant('Júlia', { locale: 'pt_BR' }),
    ]);
    await ana.prepare(1);
    const [room = ''] = await ana.panel.roomNames();
    await ana.open();

    const ja = wordsOf('ja_JP');
    await expect(kenji.modal.question).toHaveAccessibleName(
      ja('modal.join-title').replace('{room}', room),
    );
    await expect(kenji.modal.answer(ja('modal.join'))).toBeVisible();
    const pt = wordsOf('pt_BR');
    await expect(julia.modal.answer(pt('modal.not-now'))).toBeVisible();
    await expect(julia.modal.question).toContainText('賢治');
  });
});
