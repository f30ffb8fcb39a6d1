import { Pencil, Trash2 } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { placeHash } from '@/components/desk/place';
import { Icon } from '@/components/parts/icon';
import { misread } from '@/components/searches/misread';
import { searchPlace } from '@/components/searches/search-place';
import type { KeptSearch } from '@/storage/saved-searches';
import { sendMessage } from '@/utils/messages';
import { LONGEST_NAME, LONGEST_QUERY } from '@/utils/query/saved-search';

interface SearchRowProps {
  search: KeptSearch;
  /** How many papers it finds, once that is known. */
  papers: number | undefined;
}

/** One saved search, and what can be done to it. */
export function SearchRow({ search, papers }: SearchRowProps) {
  const { store, go, commands } = useDesk();
  const [editing, setEditing] = useState(false);
  const { id, name, query } = search;
  const wrong = misread(query);
  const place = searchPlace(search, store);
  return (
    <li class="row search-row">
      {editing ? (
        <EditSearch search={search} onDone={() => setEditing(false)} />
      ) : (
        <>
          <div>
            <h2 dir="auto">
              <a
                href={placeHash(place)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
                  event.preventDefault();
                  go(place.route, place.asked);
                }}
              >
                {name}
              </a>
            </h2>
            <p class="search-query" dir="auto">
              {query}
            </p>
            {wrong && (
              <p class="wrong">
                {wrong} {i18n.t('searches.misread')}
              </p>
            )}
          </div>
          {papers !== undefined && <span class="facts">{i18n.t('search.count', papers)}</span>}
          <Tool name={i18n.t('searches.edit', [name])} icon={Pencil} onPress={() => setEditing(true)} />
          <Tool
            name={i18n.t('searches.delete', [name])}
            icon={Trash2}
            onPress={() => void commands.ask(sendMessage('deleteSearch', { id }))}
          />
        </>
      )}
    </li>
  );
}

function Tool({ name, icon, onPress }: { name: string; icon: typeof Pencil; onPress(): void }) {
  return (
    <button type="button" class="mark" aria-label={name} title={name} onClick={onPress}>
      <Icon of={icon} />
    </button>
  );
}

/** Enter keeps the name and the query, Escape leaves them as they were. */
function EditSearch({ search: { id, ...before }, onDone }: { search: KeptSearch; onDone(): void }) {
  const { commands } = useDesk();
  const [name, setName] = useState(before.name);
  const [query, setQuery] = useState(before.query);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const wrong = misread(query);

  async function save(event: Event) {
    event.preventDefault();
    const change = {
      ...(name.trim() !== before.name && { name }),
      ...(query.trim() !== before.query && { query: query.trim() }),
    };
    if (name.trim() === '' || query.trim() === '') return;
    if (Object.keys(change).length === 0) return onDone();
    if (await commands.ask(sendMessage('changeSearch', { id, change }))) onDone();
  }

  return (
    <form
      class="edit-search"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <input
        ref={field}
        aria-label={i18n.t('searches.newName', [before.name])}
        maxLength={LONGEST_NAME}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <input
        aria-label={i18n.t('searches.newQuery', [before.name])}
        maxLength={LONGEST_QUERY}
        value={query}
        spellcheck={false}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <button type="submit" class="primary">
        {i18n.t('searches.keep')}
      </button>
      <button type="button" onClick={onDone}>
        {i18n.t('searches.cancel')}
      </button>
      {wrong && <p class="wrong">{wrong}</p>}
    </form>
  );
}
