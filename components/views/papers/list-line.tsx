import { ChevronDown } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n, percent } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';
import { SaveSearch } from '@/components/searches/save-search';
import { SearchTools } from '@/components/searches/search-tools';
import { SORTS, type Sort } from '@/utils/query/query-tree';
import { hasFilter, toggleFilter } from '@/utils/query/toggle-filter';
import { GroupMenu } from './group-menu';
import '@/components/parts/chips.css';
import './list-line.css';

interface ListLineProps {
  /** How many papers the list has, and how much of the library was read for it, 0 to 1. */
  total: number;
  share: number;
  /** Whether the help is open. */
  helping: boolean;
  onHelp(): void;
}

/** Filters for those who never type the query language; they write it into the search box. */
const CHIPS = {
  starred: 'is:starred',
  unread: 'is:unread',
  reading: 'is:reading',
  noted: 'has:note',
  code: 'has:code',
  week: 'saved:week',
} as const;

/** One line above the list: how many papers, in what order, which of them. */
export function ListLine({ total, share, helping, onHelp }: ListLineProps) {
  const { store } = useDesk();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const query = store.query.value;
  const filters = Object.values(CHIPS).filter((token) => hasFilter(query, token)).length;
  return (
    <>
      <div class="list-line">
        <p role="status" class="status">
          {i18n.t('search.count', total)}
          {share < 1 && ` · ${i18n.t('search.reading', [percent(share)])}`}
        </p>
        <SortSelect />
        <GroupMenu />
        <SearchTools saving={saving} onSave={() => setSaving(!saving)} />
        <button type="button" class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {filters > 0 ? i18n.t('tools.filtersOn', filters) : i18n.t('tools.filters')}
          <Icon of={ChevronDown} />
        </button>
      </div>
      {saving && <SaveSearch key={query} onDone={() => setSaving(false)} />}
      {open && (
        <fieldset class="tools" aria-label={i18n.t('tools.label')}>
          {Object.entries(CHIPS).map(([name, token]) => (
            <button
              type="button"
              class="chip"
              key={name}
              aria-pressed={hasFilter(query, token)}
              title={token}
              onClick={() => {
                store.query.value = toggleFilter(query, token);
              }}
            >
              {i18n.t(`tools.chip.${name as keyof typeof CHIPS}`)}
            </button>
          ))}
          <button
            type="button"
            class="chip"
            aria-expanded={helping}
            aria-label={i18n.t('tools.help')}
            title={i18n.t('tools.help')}
            onClick={onHelp}
          >
            ?
          </button>
        </fieldset>
      )}
    </>
  );
}

/** The order of the list. The best match is one only where something is asked for. */
function SortSelect() {
  const { query, sort } = useDesk().store;
  const asked = query.value.trim() !== '';
  const sorts = SORTS.filter((name) => asked || name !== 'relevance');
  return (
    <select
      aria-label={i18n.t('tools.sort')}
      value={!asked && sort.value === 'relevance' ? 'saved' : sort.value}
      onChange={({ currentTarget }) => {
        sort.value = currentTarget.value as Sort;
      }}
    >
      {sorts.map((name) => (
        <option key={name} value={name}>
          {i18n.t(`tools.by.${name}`)}
        </option>
      ))}
    </select>
  );
}
