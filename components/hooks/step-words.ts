import { i18n } from '#i18n';
import type { JournalEntry } from '@/storage/database';

/** One journal entry in words. */
export function stepWords({ intention, papers, title }: JournalEntry): string {
  return i18n.t(`history.${intention}`, [
    papers === 1 && title ? `“${title}”` : i18n.t('search.count', papers),
  ]);
}
