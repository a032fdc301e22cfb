import { listOf } from '../../../i18n/lists';
import { t } from '../../../i18n/words';
import type { OtherKind } from '../../../live/jobs/board/frame-content';

/** "2 pictures and 1 connection line": what lies in a frame and cannot be copied. */
export function othersText(others: ReadonlyMap<OtherKind, number>): string {
  const counted = [...others].map(([kind, count]) => t(`fill.${kind}`, { count }));
  return t('fill.others', { what: listOf(counted) });
}
