import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '@/components/desk/desk';
import type { Finder } from '@/components/desk/store';
import type { OffprintDatabase } from '@/storage/database';
import { allTags } from '@/storage/tags';
import { present } from '@/utils/present';
import type { QueryField } from '@/utils/query/fields';
import { countNames, type KnownName, knownNames, type NameCount } from '@/utils/query/known-names';
import type { Query } from '@/utils/query/query-tree';
import { queryTerms } from '@/utils/text/tokens';

const COLUMNS = {
  venue: 'venue',
  organization: 'organization',
  submitter: 'submitter',
  site: 'place',
} as const;
/** Papers that are read at most to learn the names of their authors. */
const MOST_READ = 200;
/** Papers are read once typing pauses (ms). */
const PAUSE_MS = 120;
const NONE: readonly KnownName[] = [];

interface Known {
  field: QueryField;
  names: readonly KnownName[];
}

/**
 * The library's values of a field that `typed` may mean, the most frequent first; none until they are read. While others are
 * read for the same field, the last ones stay.
 */
export function useKnownNames(field: QueryField | undefined, typed: string): readonly KnownName[] {
  const { db, store } = useDesk();
  const finder = store.finder.value;
  const [known, setKnown] = useState<Known>();
  const terms = field === 'authors' ? queryTerms(typed).join(' ') : '';

  useEffect(() => {
    if (!field) return;
    const stale = new AbortController();
    const read = () =>
      valuesOf(db, finder, field, terms, stale.signal).then(
        (names) => stale.signal.aborted || setKnown({ field, names: knownNames(names) }),
        () => undefined, // the list of papers tells what is wrong with the library
      );
    const timer = setTimeout(read, field === 'authors' ? PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [db, finder, field, terms]);

  return known && known.field === field ? known.names : NONE;
}

async function valuesOf(
  db: OffprintDatabase,
  finder: Finder | undefined,
  field: QueryField,
  terms: string,
  signal: AbortSignal,
): Promise<NameCount[]> {
  if (field === 'tags' || field === 'exactTag') {
    const tags = await allTags(db);
    return tags.map(({ tag, papers }) => ({ name: tag, papers })).sort((a, b) => b.papers - a.papers);
  }
  if (!finder) return [];
  if (field === 'venue' || field === 'organization' || field === 'submitter' || field === 'site')
    return finder.library.names(COLUMNS[field]);
  return field === 'authors' ? authorsOf(finder, terms, signal) : [];
}

/**
 * The authors of the newest papers that have such an author. Numbers are told only where no paper was left out, since a
 * number that is too small is wrong.
 */
async function authorsOf({ library }: Finder, terms: string, signal: AbortSignal): Promise<NameCount[]> {
  const words = terms.split(' ').filter(Boolean);
  const queries = words.map((text): Query => ({ kind: 'word', text, field: 'authors' }));
  const query: Query = queries.length > 0 ? { kind: 'and', queries } : { kind: 'all' };
  const { hits, total } = await library.find(query, { limit: MOST_READ, sort: 'saved', signal });
  const names = countNames(hits.map(({ paper }) => paper.authors));
  return names.map(({ name, papers }) => ({
    name,
    ...present<{ papers?: number }>({ papers: total > hits.length ? undefined : papers }),
  }));
}
