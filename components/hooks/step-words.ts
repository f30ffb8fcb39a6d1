import { i18n } from '@/components/browser/words';
import type { Edited, JournalEntry } from '@/storage/database';
import { drawTex } from '@/utils/text/draw-tex';
import { fieldName } from './field-name';

/** One journal entry in words. */
export function stepWords({ intention, papers, title, what }: JournalEntry): string {
  if (intention === 'search') return searchWords(what?.[0]?.how, `“${title}”`);
  const about = papers === 1 && title ? `“${drawTex(title)}”` : i18n.t('search.count', papers);
  return intention === 'edit' ? editWords(what ?? [], about) : i18n.t(`history.${intention}`, [about]);
}

/** What was done to a saved search. */
function searchWords(how: Edited['how'] | undefined, name: string): string {
  if (how === 'add') return i18n.t('history.searchSaved', [name]);
  return i18n.t(how === 'remove' ? 'history.searchDeleted' : 'history.searchChanged', [name]);
}

/** What was edited, if it is one thing; else how many. */
function editWords(what: readonly Edited[], about: string): string {
  const [only] = what;
  if (!only || what.length > 1) {
    const tags = what.length > 0 && what.every(({ field, how }) => field === 'tags' && how === 'add');
    if (tags) return i18n.t('history.tagged', [about, what.map(({ to }) => String(to)).join(', ')]);
    return i18n.t('history.edit', [about]);
  }
  const { field, how, to } = only;
  if (field === 'starred') return i18n.t(to ? 'history.starred' : 'history.unstarred', [about]);
  if (field === 'status') return i18n.t('history.status', [about, i18n.t(`status.${to as 'read'}`)]);
  if (field === 'note') return i18n.t('history.noted', [about]);
  if (field === 'tags')
    return i18n.t(how === 'add' ? 'history.tagged' : 'history.untagged', [about, String(to)]);
  const name = (fieldName(field) ?? field).toLowerCase();
  return i18n.t(how === 'restore' ? 'history.givenBack' : 'history.field', [about, name]);
}
