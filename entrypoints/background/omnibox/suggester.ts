/** Finds what the address bar suggests. The work for one letter is bounded, and only the last letter is answered. */
import type { Hit, LibrarySearch } from '@/storage/search/library-search';
import { parseQuery } from '@/utils/query/parse-query';
import type { QueryDays } from '@/utils/query/query-days';

/** Browsers show about so many. */
const MOST = 6;
/** Letters that follow each other faster than this (ms) are one question. */
const TYPING_MS = 60;
/** Where nothing matches as typed, other spellings are waited for so long (ms). */
const SPELLINGS_MS = 400;
/** Longest text that is searched for, in UTF-16 units. */
const LONGEST = 400;

interface Effects {
  open(): Pick<LibrarySearch, 'find' | 'close'>;
  days(): QueryDays;
  /** Resolves after so long (ms). */
  pause(ms: number): Promise<void>;
}

export interface Suggester {
  /** The best papers for a text; undefined if another text was typed meanwhile. Never throws. */
  ask(text: string): Promise<readonly Hit[] | undefined>;
  /** The person has done with it: the search is closed, until more is typed. */
  end(): void;
}

export function createSuggester({ open, days, pause }: Effects): Suggester {
  let search: Pick<LibrarySearch, 'find' | 'close'> | undefined;
  let last = new AbortController();

  async function find(text: string, signal: AbortSignal): Promise<readonly Hit[]> {
    const { query } = parseQuery(text, days());
    search ??= open();
    let hearMore = (_: readonly Hit[]) => {};
    const more = new Promise<readonly Hit[]>((resolve) => {
      hearMore = resolve;
    });
    const first = await search.find(query, { limit: MOST, signal }, ({ hits }) => hearMore(hits));
    if (first.hits.length > 0) return first.hits;
    return Promise.race([more, pause(SPELLINGS_MS).then(() => [])]);
  }

  return {
    async ask(text) {
      last.abort();
      last = new AbortController();
      const { signal } = last;
      const asked = text.trim().slice(0, LONGEST);
      await pause(TYPING_MS);
      if (signal.aborted) return undefined;
      if (asked === '') return [];
      const hits = await find(asked, signal).catch(() => []); // the box still leads to the full page, which says why
      return signal.aborted ? undefined : hits;
    },
    end() {
      last.abort();
      search?.close();
      search = undefined;
    },
  };
}
