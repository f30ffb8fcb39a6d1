import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import { allTags } from '@/storage/tags';
import { TagRow } from './tag-row';
import './tags-view.css';

/** Rows drawn at most. Thousands would take seconds, and the field above finds the others. */
const MOST = 200;

/** All tags: renamed, merged, coloured and deleted everywhere at once. */
export function TagsView() {
  const { db } = useDesk();
  const [typed, setTyped] = useState('');
  const tags = useLive(() => allTags(db), [db]);
  if (tags.state === 'loading') return null;
  if (tags.state === 'failed') return <LibraryFailure db={db} error={tags.error} />;
  if (tags.value.length === 0) return <Notice title={i18n.t('tags.none')} hint={i18n.t('tags.noneHint')} />;
  const wanted = typed.trim().toLowerCase();
  const shown = tags.value
    .filter(({ tag }) => tag.toLowerCase().includes(wanted))
    .sort((a, b) => a.tag.localeCompare(b.tag));
  return (
    <section class="tags-view" aria-label={i18n.t('views.tags')}>
      <div class="list-line">
        <p role="status" class="status">
          {i18n.t('tags.count', shown.length)}
        </p>
        <input
          class="tags-filter"
          aria-label={i18n.t('tags.filter')}
          placeholder={i18n.t('tags.filter')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <ul class="rows" aria-label={i18n.t('views.tags')}>
        {shown.slice(0, MOST).map((use) => (
          <TagRow key={use.tag} use={use} known={tags.value} />
        ))}
      </ul>
      {shown.length > MOST && <p class="tags-rest">{i18n.t('nav.otherTags', [shown.length - MOST])}</p>}
    </section>
  );
}
