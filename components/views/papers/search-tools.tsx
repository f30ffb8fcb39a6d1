import { i18n } from '@/components/browser/words';
import type { Sort } from '@/utils/query/query-tree';
import { hasFilter, toggleFilter } from '@/utils/query/toggle-filter';
import './search-tools.css';

interface SearchToolsProps {
  query: string;
  sort: Sort;
  /** Whether the help is open. */
  helping: boolean;
  onQuery(query: string): void;
  onSort(sort: Sort): void;
  onHelp(): void;
}

/** Filters for those who never type the query language; they write it into the search box. */
const CHIPS = {
  starred: 'is:starred',
  code: 'has:code',
  week: 'saved:week',
} as const;
const SORTS: readonly Sort[] = ['relevance', 'saved', 'published', 'listed', 'upvotes'];

/** Filters, order and help below the search box. */
export function SearchTools({ query, sort, helping, onQuery, onSort, onHelp }: SearchToolsProps) {
  return (
    <fieldset class="tools" aria-label={i18n.t('tools.label')}>
      {Object.entries(CHIPS).map(([name, token]) => (
        <button
          type="button"
          class="chip"
          key={name}
          aria-pressed={hasFilter(query, token)}
          title={token}
          onClick={() => onQuery(toggleFilter(query, token))}
        >
          {i18n.t(`tools.chip.${name as keyof typeof CHIPS}`)}
        </button>
      ))}
      <select
        class="chip"
        aria-label={i18n.t('tools.sort')}
        value={sort}
        onChange={({ currentTarget }) => onSort(currentTarget.value as Sort)}
      >
        {SORTS.map((name) => (
          <option key={name} value={name}>
            {i18n.t(`tools.by.${name}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="chip"
        aria-expanded={helping}
        aria-label={i18n.t('tools.help')}
        onClick={onHelp}
      >
        ?
      </button>
    </fieldset>
  );
}
