import { useMemo, useRef } from 'preact/hooks';
import type { Row } from '@/storage/import/row';
import { queryTerms } from '@/utils/text/tokens';
import { useOnce } from './use-once';

/**
 * The places of the rows that match a text, in their order: as it is typed, or spelled alike where nothing matches as it
 * is. Undefined if the text asks for nothing, and until the search is there, which is loaded once it is needed.
 */
export function useRowFilter(rows: readonly Row[], text: string): readonly number[] | undefined {
  const asked = queryTerms(text).length > 0;
  const search = useOnce(async () => (asked ? searchIn(rows) : undefined), [rows, asked]);
  /** What was shown for which text. */
  const shown = useRef<{ text: string; places: readonly number[] } | undefined>(undefined);
  return useMemo(() => {
    const before = shown.current?.text === text ? shown.current.places : [];
    shown.current = undefined;
    if (!asked || !search) return undefined;
    const exact = search(text, false);
    const found = exact.size > 0 ? exact : search(text, true);
    // A row whose title was edited stays until another text is typed, or it would slip away under the hand.
    const places = [...new Set([...before, ...found.keys()])].sort((a, b) => a - b);
    shown.current = { text, places };
    return places;
  }, [asked, search, text]);
}

/** By place, because rows are made anew with every edited title. */
async function searchIn(rows: readonly Row[]) {
  const { createSmallSearch } = await import('@/utils/query/small-search');
  return createSmallSearch(rows.keys(), (place) => {
    const { title, known = '', authors = [], year = '', begins = '' } = rows[place] ?? {};
    return { title: `${title ?? known} ${authors.join(' ')} ${year}`, abstract: begins };
  });
}
