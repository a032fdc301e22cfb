/** What is said of a job on the board. */
import { t } from '../../../i18n/words';
import type { JobView } from '../../../live/on-board/on-board-view';

export function jobText(job: JobView): string {
  const { done, of } = job;
  switch (job.state) {
    case 'working':
      return workingText(job);
    case 'stopping':
      return t('board.stopping');
    case 'stopped':
      return t('board.stopped');
    case 'failed':
      return t('board.failed');
    case 'undoing':
      return job.kind === 'names' ? t('names.taking', { done, of }) : t('board.undoing');
    case 'undone':
      return t(job.kind === 'names' ? 'names.taken' : 'board.undone');
    case 'done':
      return doneText(job);
  }
}

function workingText({ kind, done, of }: JobView): string {
  switch (kind) {
    case 'collect':
      return t('collect.working', { done, of });
    case 'names':
      return t('names.working', { done, of });
    case 'take-names':
      return t('names.taking', { done, of });
    case 'text':
    case 'setup':
      return t('board.text-working');
    case 'fill':
      // Nothing is counted yet.
      return of === 0 ? t('board.loading') : t('fill.working', { done, of });
  }
}

function doneText({ kind, done }: JobView): string {
  switch (kind) {
    case 'collect':
      return t('collect.done', { count: done });
    case 'names':
      return t('names.current');
    case 'take-names':
      return t('names.taken');
    case 'text':
    case 'setup':
      return t('board.text-done');
    case 'fill':
      return t('fill.done', { count: done });
  }
}

/** What was left as it is, if that is to be said. */
export function leftText({ kind, state, left }: JobView): string | undefined {
  if (kind !== 'fill' || left === 0) return undefined;
  const taken = state === 'undoing' || state === 'undone';
  return t(taken ? 'fill.kept' : 'fill.left', { count: left });
}
