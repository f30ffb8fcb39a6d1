import { i18n } from '#i18n';
import type { JournalEntry } from '@/storage/database';

/** What was done in one step, in words. */
export function stepWords({ intention, papers, title }: JournalEntry): string {
  return i18n.t(`history.${intention}`, [
    papers === 1 && title ? `“${title}”` : i18n.t('search.count', papers),
  ]);
}
