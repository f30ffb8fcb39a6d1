// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readNewest } from '@/components/hooks/newest';
import { type Search, useSearch } from '@/components/hooks/use-search';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { noteHeld } from '@/storage/guard';
import type { Hit, Hits, LibrarySearch } from '@/storage/search/library-search';
import * as searches from '@/storage/search/library-search';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { utcDays } from '@/tests/utc-days';
import type { Group, Query } from '@/utils/query/query-tree';
import { closedDatabase } from '../unreadable';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });
const TIDES = card({ identifiers: { arxiv: '2609.00003' }, title: 'Tides under a quiet bridge' });

const DAYS = utcDays('2026-10-02');

/** The words of a query. */
function textOf(query: Query): string {
  return query.kind === 'and' ? query.queries.map(textOf).join(' ') : 'text' in query ? query.text : '';
}

interface Props {
  query: string;
  group?: Group | undefined;
}

let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(db, [LANTERNS], at(0));
  await saveCards(db, [SALT], at(1));
});

afterEach(() => void vi.restoreAllMocks());

function search(query: string, library = db) {
  const newest = readNewest(library);
  const hook = renderHook(
    ({ query, group }: Props) => useSearch(library, { text: query, sort: 'relevance', group }, DAYS, newest),
    {
      initialProps: { query } as Props,
    },
  );
  return {
    now: () => hook.result.current?.results,
    hook,
    titles: () => titlesOf(hook.result.current?.results),
    retype: (words: string) => hook.rerender({ query: words }),
    unmount: hook.unmount,
  };
}

/** An answer of the search, as far as it is read here. */
function found(hits: Hit[], total: number): Hits {
  return {
    hits,
    total,
    meant: 0,
    trashed: false,
    read: async () => hits,
    ids: async () => hits.map(({ paper }) => paper.id),
    placeOf: async () => undefined,
  };
}

function titlesOf(live: Search['results'] | undefined): string[] | undefined {
  if (live?.state !== 'ready') return undefined;
  return live.value.source.first.map(({ paper }) => paper.title?.split(' ')[0] ?? '');
}

describe('an empty query', () => {
  test.each(['', '   '])('shows the newest papers first (“%s”)', async (query) => {
    const { now, titles } = search(query);
    expect(now()).toEqual({ state: 'loading' });
    await vi.waitFor(() => expect(titles()).toEqual(['Salt', 'Lanterns']));
    expect(now()).toMatchObject({ value: { source: { total: 2 }, share: 1 } });
  });

  test('reads what lies further down by its place', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      card({ identifiers: { arxiv: `2610.${10_000 + index}` }, title: `Paper ${index}` }),
    );
    await saveCards(db, many, at(2));
    const { now } = search('');
    await vi.waitFor(() => expect(now()).toMatchObject({ value: { source: { total: 62 } } }));
    const live = now();
    if (live?.state !== 'ready') throw new Error('not ready');
    const { first, read, placeOf } = live.value.source;
    expect(first).toHaveLength(50);
    const rest = await read(50, 62);
    expect(rest.map((hit) => hit?.paper.title?.split(' ')[0])).toEqual([
      ...Array(10).fill('Paper'),
      'Salt',
      'Lanterns',
    ]);
    expect(await placeOf('arxiv:2609.00001')).toBe(61);
    expect(await placeOf('arxiv:2610.10003')).toBe(3);
    expect(await placeOf('doi:10.1/none')).toBeUndefined();
  });

  test('follows the library', async () => {
    const { titles } = search('');
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
    await saveCards(db, [TIDES], at(2));
    await vi.waitFor(() => expect(titles()).toEqual(['Tides', 'Salt', 'Lanterns']));
  });

  test('shows an empty library as empty', async () => {
    const { now } = search('', openDatabase());
    await vi.waitFor(() =>
      expect(now()).toMatchObject({ state: 'ready', value: { source: { first: [], total: 0 } } }),
    );
  });

  test('never shows a library as empty that has lost its papers', async () => {
    await noteHeld(db);
    const { now } = search('', openDatabase());
    await vi.waitFor(() => expect(now()?.state).toBe('failed'));
    expect(failureCode((now() as { error: unknown }).error)).toBe('lost');
  });
});

describe('words', () => {
  test('show what matches, with the terms that did', async () => {
    const { now, titles } = search('harb');
    await vi.waitFor(() => expect(titles()).toEqual(['Lanterns']));
    await vi.waitFor(() => expect(now()).toMatchObject({ value: { source: { total: 1 }, share: 1 } }));
    const live = now();
    expect(live?.state === 'ready' && [...(live.value.source.first[0]?.terms ?? [])]).toEqual(['harbour']);
  });

  test('that match nothing show nothing', async () => {
    const { now } = search('xylophone');
    await vi.waitFor(() =>
      expect(now()).toMatchObject({ state: 'ready', value: { source: { first: [], total: 0 } } }),
    );
  });

  test('give way to the newest papers again', async () => {
    const { titles, retype } = search('harbour');
    await vi.waitFor(() => expect(titles()).toEqual(['Lanterns']));
    retype('');
    await vi.waitFor(() => expect(titles()).toEqual(['Salt', 'Lanterns']));
  });

  test('find what is saved while they stand in the box', async () => {
    const { titles } = search('quiet');
    await vi.waitFor(() => expect(titles()).toEqual(['Lanterns']));
    await saveCards(db, [TIDES], at(2));
    await vi.waitFor(() => expect(titles()?.sort()).toEqual(['Lanterns', 'Tides']));
  });
});

describe('what is typed', () => {
  test('is read as a query, and what is misread is told', async () => {
    const { titles, hook, retype } = search('title:quiet OR title:salt');
    await vi.waitFor(() => expect(titles()?.sort()).toEqual(['Lanterns', 'Salt']));
    expect(hook.result.current?.hints).toEqual([]);
    retype('harbour colour:red');
    expect(hook.result.current?.hints).toMatchObject([{ code: 'unknownField', text: 'colour' }]);
  });

  test('never stands beside what was found for an older text', async () => {
    const { titles, now, retype } = search('harbour');
    await vi.waitFor(() => expect(titles()).toEqual(['Lanterns']));
    retype('');
    await vi.waitFor(() => expect(titles()).toHaveLength(2));
    retype('winter');
    expect(titles()).not.toEqual(['Lanterns']);
    await vi.waitFor(() => expect(now()).toMatchObject({ value: { source: { total: 1 } } }));
    expect(titles()).toEqual(['Salt']);
  });
});

test('an order is that of all papers, also without words', async () => {
  const wish = { text: '', sort: 'published' } as const;
  await saveCards(db, [{ ...LANTERNS, publishedAt: '2026-09-03' }], at(3));
  await saveCards(db, [{ ...SALT, publishedAt: '2026-09-02' }], at(4));
  const newest = readNewest(db);
  const hook = renderHook(() => useSearch(db, wish, DAYS, newest));
  await vi.waitFor(() => expect(titlesOf(hook.result.current?.results)).toEqual(['Lanterns', 'Salt']));
});

test('groups come first, also without words, and rows say theirs as soon as the list is grouped', async () => {
  await saveCards(
    db,
    [card({ identifiers: { arxiv: '2609.00009' }, title: 'Old', publishedAt: '2019' })],
    at(2),
  );
  const { now, titles, hook } = search('');
  await vi.waitFor(() => expect(titles()?.[0]).toBe('Old'));
  hook.rerender({ query: '', group: 'year' });
  await vi.waitFor(() => expect(now()).toMatchObject({ value: { group: 'year' } }));
  expect(titles()?.at(-1)).not.toBe('Old');
  const live = now();
  const groups = live?.state === 'ready' ? live.value.source.first.map(({ group }) => group) : [];
  expect(groups).toContain('2019');
  hook.rerender({ query: '', group: 'saved' });
  await vi.waitFor(() => expect(now()).toMatchObject({ value: { group: 'saved', list: '' } }));
  expect(titles()?.[0]).toBe('Old');
});

test('papers like one come from the same index', async () => {
  await saveCards(db, [TIDES], at(2));
  const { hook, titles } = search('quiet');
  await vi.waitFor(() => expect(titles()).toHaveLength(2));
  const alike = await hook.result.current?.library?.similar('arxiv:2609.00001', 5);
  expect(alike?.map(({ paper, terms }) => [paper.title, [...terms]])).toEqual([
    ['Tides under a quiet bridge', expect.arrayContaining(['quiet'])],
  ]);
});

describe('a library that cannot be read', () => {
  test.each(['', 'harbour'])('is a failure for “%s”, not an empty list', async (query) => {
    const { now } = search(query, closedDatabase());
    await vi.waitFor(() => expect(now()?.state).toBe('failed'));
    expect(failureCode((now() as { error: unknown }).error)).toBe('unavailable');
  });
});

describe('answers', () => {
  /** A search whose answers come when the test says so. */
  function slowSearch() {
    const waiting = new Map<string, { resolve(hits: Hit[]): void; reject(error: unknown): void }>();
    const close = vi.fn();
    const slow: LibrarySearch = {
      find: (query, _, onMore) =>
        new Promise((resolve, reject) => {
          const answer = (hits: Hit[]) => {
            resolve(found(hits, hits.length));
            onMore?.(found(hits, hits.length));
          };
          waiting.set(textOf(query), { resolve: answer, reject });
        }),
      similar: async () => [],
      count: async () => 0,
      names: async () => [],
      close,
    };
    let progress = (_share: number) => {};
    vi.spyOn(searches, 'openLibrarySearch').mockImplementation((_, { onChange }) => {
      progress = onChange;
      onChange(1);
      return slow;
    });
    return { waiting, close, progress: (share: number) => progress(share) };
  }

  const hit = (title: string): Hit => ({
    paper: storedPaper({ id: `doi:10.1/${title}`, title }),
    terms: new Set(),
  });

  test('to older words are never shown, however late they come', async () => {
    const { waiting } = slowSearch();
    const { titles, retype } = search('first');
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    retype('second');
    await vi.waitFor(() => expect(waiting.has('second')).toBe(true));
    waiting.get('second')?.resolve([hit('Second')]);
    await vi.waitFor(() => expect(titles()).toEqual(['Second']));
    waiting.get('first')?.resolve([hit('First')]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(titles()).toEqual(['Second']);
  });

  test('of older words that fail late do not matter either', async () => {
    const { waiting } = slowSearch();
    const { now, titles, retype } = search('first');
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    retype('second');
    await vi.waitFor(() => expect(waiting.has('second')).toBe(true));
    waiting.get('second')?.resolve([hit('Second')]);
    await vi.waitFor(() => expect(titles()).toEqual(['Second']));
    waiting.get('first')?.reject(new Error('late'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(now()?.state).toBe('ready');
  });

  test('that fail are told, and the next ones are shown again', async () => {
    const { waiting } = slowSearch();
    const { now, titles, retype } = search('first');
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    waiting.get('first')?.reject(new DOMException('', 'UnknownError'));
    await vi.waitFor(() => expect(now()?.state).toBe('failed'));
    retype('second');
    await vi.waitFor(() => expect(waiting.has('second')).toBe(true));
    waiting.get('second')?.resolve([hit('Second')]);
    await vi.waitFor(() => expect(titles()).toEqual(['Second']));
  });

  test('come with the share of the library that was read', async () => {
    const { waiting, progress } = slowSearch();
    const { now } = search('first');
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    progress(0.4);
    waiting.get('first')?.resolve([hit('First')]);
    await vi.waitFor(() => expect(now()).toMatchObject({ state: 'ready', value: { share: 0.4 } }));
  });

  test('are no longer waited for when the page goes', async () => {
    const { waiting, close } = slowSearch();
    const { unmount } = search('first');
    await vi.waitFor(() => expect(waiting.has('first')).toBe(true));
    unmount();
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  });
});

describe('a list that is shown', () => {
  /** A search that answers in two passes, each when the test says so. */
  function twoPasses() {
    const asked: { first(total: number): void; more(total: number): void }[] = [];
    const hits = (count: number): Hit[] =>
      Array.from({ length: count }, (_, index) => ({
        paper: storedPaper({ id: `doi:10.1/${index}`, title: `Paper${index} of many` }),
        terms: new Set(),
      }));
    let changed = () => {};
    vi.spyOn(searches, 'openLibrarySearch').mockImplementation((_, { onChange }) => {
      changed = () => onChange(1);
      changed();
      return {
        find: (_query, _options, onMore) =>
          new Promise((resolve) => {
            asked.push({
              first: (total) => resolve(found(hits(total), total)),
              more: (total) => onMore?.(found(hits(total), total)),
            });
          }),
        similar: async () => [],
        count: async () => 0,
        names: async () => [],
        close: () => {},
      };
    });
    return { asked, change: () => changed() };
  }

  test('is not shortened to its first pass when the library changes', async () => {
    const { asked, change } = twoPasses();
    const { titles } = search('paper');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.first(1);
    await vi.waitFor(() => expect(titles()).toHaveLength(1));
    asked[0]?.more(3);
    await vi.waitFor(() => expect(titles()).toHaveLength(3));
    change();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.first(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(titles()).toHaveLength(3);
    asked[1]?.more(4);
    await vi.waitFor(() => expect(titles()).toHaveLength(4));
  });

  test('stays until there is another', async () => {
    const { asked } = twoPasses();
    const { titles, retype } = search('');
    await vi.waitFor(() => expect(titles()).toEqual(['Salt', 'Lanterns']));
    retype('paper');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(titles()).toEqual(['Salt', 'Lanterns']);
    asked[0]?.first(2);
    await vi.waitFor(() => expect(titles()).toEqual(['Paper0', 'Paper1']));
  });
});
