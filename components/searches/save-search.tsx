import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { sendMessage } from '@/utils/messages';
import { present } from '@/utils/present';
import { LONGEST_NAME, type SavedSearch } from '@/utils/query/saved-search';
import { searchName } from '@/utils/query/search-name';
import './save-search.css';

/** Asks for the name of the search that is shown, and keeps it with its order and its groups. */
export function SaveSearch({ onDone }: { onDone(): void }) {
  const { store, commands } = useDesk();
  const query = store.query.value.trim();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(() =>
    searchName(
      query,
      store.searches.value.map((search) => search.name),
    ),
  );
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  if (query === '') return null;

  async function save(event: Event) {
    event.preventDefault();
    if (name.trim() === '') return;
    const sort = store.sort.value === 'relevance' ? undefined : store.sort.value;
    const search = { name, query, ...present<Partial<SavedSearch>>({ sort, group: store.group.value }) };
    if (await commands.ask(sendMessage('saveSearch', { search }))) onDone();
  }

  return (
    <form class="save-search" onSubmit={save}>
      <input
        ref={field}
        aria-label={i18n.t('searches.name')}
        maxLength={LONGEST_NAME}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          onDone();
        }}
      />
      <button type="submit" class="primary">
        {i18n.t('searches.keep')}
      </button>
      <button type="button" onClick={onDone}>
        {i18n.t('searches.cancel')}
      </button>
    </form>
  );
}
