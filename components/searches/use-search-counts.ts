import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDesk } from '@/components/desk/desk';
import { countEach } from '@/storage/search/count-each';
import { parseQuery } from '@/utils/query/parse-query';
import { queryDays } from '@/utils/query/query-days';

/**
 * How many papers each saved search finds, by its id; counted anew whenever that may have changed. A search has no number
 * until it is counted.
 */
export function useSearchCounts(): ReadonlyMap<string, number> {
  const { searches, finder } = useDesk().store;
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const today = queryDays(new Date(), (moment) => moment.getTimezoneOffset());
  const days = useMemo(() => today, [today.own, today.utc]);
  const [list, found] = [searches.value, finder.value];

  useEffect(() => {
    if (!found) return;
    const stale = new AbortController();
    const queries = list.map(({ query }) => parseQuery(query, days).query);
    const ids = new Set(list.map(({ id }) => id));
    setCounts((before) => new Map([...before].filter(([id]) => ids.has(id))));
    const note = (place: number, papers: number) =>
      setCounts((before) => {
        const { id = '' } = list[place] ?? {};
        return before.get(id) === papers ? before : new Map(before).set(id, papers);
      });
    countEach(found.library, queries, note, stale.signal).catch(() => undefined); // the list of papers tells what is wrong
    return () => stale.abort();
  }, [list, found, days]);

  return counts;
}
