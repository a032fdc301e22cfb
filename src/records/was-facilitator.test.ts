import { expect, test } from 'vitest';
import { ana, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import { edit, emptyDoc } from './merge';
import { planEdits } from './plan-edits';
import { wasFacilitator } from './was-facilitator';

test('a role that was taken away is remembered', () => {
  const writer = writerId('w');
  const made = edit(emptyDoc, planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }), writer);
  const taken = edit(made, planEdits.setFacilitator(ana, null), writer);
  expect([emptyDoc, made, taken].map((plan) => wasFacilitator(plan, ana))).toEqual([
    false,
    true,
    true,
  ]);
  expect(wasFacilitator(taken, ben)).toBe(false);
});
