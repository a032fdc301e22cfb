// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { startI18n } from '../i18n/start';
import type { Notice } from '../live/views';
import { noticeText } from './notice-text';

beforeAll(() => startI18n('ja'));

const overruled = (by: string | undefined): Notice => ({
  kind: 'overruled',
  by,
  move: { name: '花', room: 'さくら' },
});

test('[I2] whose edit stands is called as the language calls people, and so is whoever was moved', () => {
  expect(noticeText(overruled('Ben'))).toMatch(/^Benさんが花さんを「さくら」に/);
});

test('[I2] of several facilitators it is another one, who is no name', () => {
  expect(noticeText(overruled(undefined))).toMatch(/^ほかの進行役が花さんを/);
});
