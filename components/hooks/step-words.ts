import { i18n } from '@/components/browser/words';
import type { JournalEntry } from '@/storage/database';
import { drawTex } from '@/utils/text/draw-tex';

/** One journal entry in words. */
export function stepWords({ intention, papers, title }: JournalEntry): string {
  return i18n.t(`history.${intention}`, [
    papers === 1 && title ? `“${drawTex(title)}”` : i18n.t('search.count', papers),
  ]);
}
