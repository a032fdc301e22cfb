// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { frameId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import type { JobView, OnBoardActions } from '../../../live/on-board/on-board-view';
import { Announcer } from '../../../ui/announcer.svelte';
import JobStatus from './JobStatus.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

test('[I11] results that cannot be gone to: it is read and said why, and the way there stays', async () => {
  const announcer = new Announcer();
  const said = vi.spyOn(announcer, 'say');
  const job: JobView = {
    kind: 'collect',
    state: 'done',
    done: 4,
    of: 4,
    left: 0,
    frame: frameId('results'),
    problem: undefined,
  };
  const props = { job, actions: {} as OnBoardActions, announcer };
  const { rerender } = render(JobStatus, props);
  expect(said).not.toHaveBeenCalled();

  await rerender({ unreached: { reason: 'not-found', detail: '', at: 0 } });
  expect(screen.getByText('It is no longer on the board.')).toBeDefined();
  expect(said).toHaveBeenCalledWith("That didn't work. It is no longer on the board.", 'assertive');
  expect(screen.getByRole('button', { name: 'Go to the results' })).toBeDefined();
});
