import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { type Hits, type LibrarySearch, openLibrarySearch } from '@/storage/search/library-search';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import type { PaperCard } from '@/utils/paper/schema';
import type { Query } from '@/utils/query/query-tree';
import { at, card, TUESDAY } from '../cards';
import { openDatabase } from '../open-database';
import { storedPaper } from '../papers';
import { see } from '../see';
import { words } from './memory-index';

const LANTERNS = card({
  identifiers: { arxiv: '2609.00001' },
  title: 'Lanterns over a quiet harbour',
  abstract: 'We count lights on dark water and call it luminometry.',
  authors: ['Émile Müller'],
});
const SALT = card({
  identifiers: { arxiv: '2609.00002' },
  title: 'Salt and silence in winter',
  abstract: 'How roads stay quiet.',
  authors: ['Grace Hopper'],
});

function openSearch(db: OffprintDatabase) {
  const onProgress = vi.fn<(share: number) => void>();
  const onError = vi.fn<(error: unknown) => void>();
  const search = openLibrarySearch(db, { onChange: onProgress, onError });
  onTestFinished(() => search.close());
  return { search, onProgress, onError };
}

/** A search over these cards whose index is full. */
async function searchOver(...cards: PaperCard[]): Promise<{ db: OffprintDatabase; search: LibrarySearch }> {
  const db = openDatabase();
  if (cards.length > 0) await saveCards(db, cards, at(0));
  const { search, onProgress } = openSearch(db);
  await vi.waitFor(() => expect(onProgress).toHaveBeenLastCalledWith(1));
  return { db, search };
}

/** What both passes find for these words. */
function findAll(search: LibrarySearch, text: string, limit: number): Promise<Hits> {
  return new Promise((resolve, reject) => {
    search.find(words(text.trim()), { limit }, resolve).catch(reject);
  });
}

async function idsFor(search: LibrarySearch, query: string): Promise<string[]> {
  return (await findAll(search, query, 20)).hits.map(({ paper }) => paper.id);
}

test('counts what a query finds, also by other spellings, by a phrase, in the trash and after a change', async () => {
  const { db, search } = await searchOver(LANTERNS, SALT);
  const counts = () =>
    Promise.all(
      [
        words('quiet'),
        words('lantrens'),
        { kind: 'phrase', text: 'quiet harbour' } as const,
        { kind: 'flag', flag: 'unread' } as const,
        { kind: 'flag', flag: 'trashed' } as const,
        { kind: 'all' } as const,
      ].map((query) => search.count(query)),
    );
  expect(await counts()).toEqual([2, 1, 1, 2, 0, 2]);
  await removePapers(db, ['arxiv:2609.00002'], at(1));
  await vi.waitFor(async () => expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]));
});

test('hits tell their group, also further down, and those that are spelled alike come below all others', async () => {
  const { search } = await searchOver(
    ...[2024, 2026, 2025].map((year, number) =>
      card({ identifiers: { arxiv: `2609.0000${number}` }, title: 'Lantern', publishedAt: `${year}-02-03` }),
    ),
    card({ identifiers: { arxiv: '2609.00009' }, title: 'Lantarn', publishedAt: '2027' }),
  );
  const group = { by: 'year', dayOf: () => 0 } as const;
  const found = await new Promise<Hits>((resolve, reject) => {
    search.find(words('lantern'), { limit: 2, group }, resolve).catch(reject);
  });
  expect(found.hits.map((hit) => hit.group)).toEqual(['2026', '2025']);
  const all = await found.read(0, 4);
  expect(all.map((hit) => [hit?.group, hit?.pass])).toEqual([
    ['2026', undefined],
    ['2025', undefined],
    ['2024', undefined],
    ['2027', 'alike'],
  ]);
});

describe('finding', () => {
  test.each([
    ['a word of the abstract', 'luminometry'],
    ['a word of the title', 'harbour'],
    ['an author', 'müller'],
    ['the beginning of a word', 'lumin'],
    ['a single letter', 'h l'],
    ['a word with a typo', 'luminommetry'],
    ['a word without its diacritics', 'emile muller'],
    ['a word in other letters', 'MÜLLER Émile'],
    ['words in any order and any field', 'müller lights harbour'],
  ])('goes by %s', async (_, query) => {
    const { search } = await searchOver(LANTERNS, SALT);
    expect(await idsFor(search, query)).toContain('arxiv:2609.00001');
  });

  test.each([
    ['has not every word', 'lanterns winter'],
    ['has a short word with a typo', 'und'],
    ['has nothing like it', 'zeppelin'],
  ])('leaves out what %s', async (_, query) => {
    const { search } = await searchOver(LANTERNS, SALT);
    const { hits, total, meant } = await findAll(search, query, 20);
    expect(hits.filter(({ pass }) => pass !== 'meant')).toEqual([]);
    expect([total, hits.length]).toEqual([0, meant]);
  });

  test('goes by tags and note too', async () => {
    const db = openDatabase();
    await db.papers.bulkAdd([
      storedPaper({ id: 'a:1', tags: ['reading group'] }),
      storedPaper({ id: 'a:2', note: 'from Wednesday' }),
    ]);
    const { search, onProgress } = openSearch(db);
    await vi.waitFor(() => expect(onProgress).toHaveBeenLastCalledWith(1));
    expect(await idsFor(search, 'group')).toEqual(['a:1']);
    expect(await idsFor(search, 'wednesday')).toEqual(['a:2']);
  });

  test('tells how many there are, however few are asked for', async () => {
    const { search } = await searchOver(LANTERNS, SALT);
    const { hits, total } = await findAll(search, 'quiet', 1);
    expect(hits).toHaveLength(1);
    expect(total).toBe(2);
  });

  test('counts no paper that is gone since it was indexed', async () => {
    const misspelled = card({ identifiers: { arxiv: '2609.00003' }, title: 'Qwiet' });
    const { db, search } = await searchOver(LANTERNS, SALT, misspelled);
    await db.papers.bulkDelete(['arxiv:2609.00001', 'arxiv:2609.00003']); // nothing tells the page of it
    expect(await search.find(words('quiet'), { limit: 20 })).toMatchObject({ hits: [{}], total: 1 });
    expect(await findAll(search, 'quiet', 20)).toMatchObject({ hits: [{}], total: 1 });
  });

  test('puts a word in the title before one in the abstract', async () => {
    const { search } = await searchOver(SALT, LANTERNS);
    expect(await idsFor(search, 'quiet')).toEqual(['arxiv:2609.00001', 'arxiv:2609.00002']);
  });

  test('puts equal papers in the order of their ids', async () => {
    const twin = (number: number) =>
      card({ identifiers: { arxiv: `2609.0000${number}` }, title: 'Twins of the same night' });
    const { search } = await searchOver(...[7, 3, 9, 1, 5].map(twin));
    expect(await idsFor(search, 'twins')).toEqual(
      [1, 3, 5, 7, 9].map((number) => `arxiv:2609.0000${number}`),
    );
  });

  test('tells which terms of the paper matched', async () => {
    const { search } = await searchOver(LANTERNS);
    const { hits } = await findAll(search, 'lumin harbour', 20);
    expect(hits[0]?.terms).toEqual(new Set(['luminometry', 'harbour']));
  });

  test('finds everything for a query without a word', async () => {
    const { search } = await searchOver(LANTERNS);
    expect((await findAll(search, ' ?! ', 20)).total).toBe(1);
  });
});

describe('keeping up', () => {
  test('a library of many pages is indexed whole', async () => {
    const db = openDatabase();
    await db.papers.bulkAdd(
      Array.from({ length: 350 }, (_, index) =>
        storedPaper({ id: `a:${index}`, title: `Lantern number ${index}`, revision: 1 + (index % 40) }),
      ),
    );
    const { search, onProgress } = openSearch(db);
    await vi.waitFor(() => expect(onProgress).toHaveBeenLastCalledWith(1));
    expect((await findAll(search, 'lantern', 5)).total).toBe(350);
    const shares = onProgress.mock.calls.map(([share]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('an empty library is ready at once', async () => {
    const { search } = await searchOver();
    expect(await findAll(search, 'lanterns', 20)).toMatchObject({ hits: [], total: 0, trashed: false });
  });

  test('a new paper appears', async () => {
    const { db, search } = await searchOver();
    await saveCards(db, [LANTERNS], at(1));
    await vi.waitFor(async () => expect(await idsFor(search, 'lanterns')).toEqual(['arxiv:2609.00001']));
  });

  test('a changed paper is found by its new words and no more by its old ones', async () => {
    const { db, search } = await searchOver(LANTERNS);
    await see(
      db,
      [{ ...LANTERNS, listing: TUESDAY, title: 'Candles over a harbour', embedded: ['title'] }],
      at(1),
    );
    await vi.waitFor(async () => expect(await idsFor(search, 'candles')).toEqual(['arxiv:2609.00001']));
    expect((await findAll(search, 'lanterns', 20)).total).toBe(0);
  });

  test('a removed paper disappears, and appears again when that is undone', async () => {
    const { db, search } = await searchOver(LANTERNS, SALT);
    const entry = await removePapers(db, ['arxiv:2609.00001'], at(1));
    await vi.waitFor(async () => expect((await findAll(search, 'quiet', 20)).total).toBe(1));
    await undo(db, entry ?? 0, at(2));
    await vi.waitFor(async () => expect((await findAll(search, 'quiet', 20)).total).toBe(2));
  });

  test('an absorbed paper disappears, and appears again when the merge is undone', async () => {
    const { db, search } = await searchOver(
      card({ identifiers: { doi: '10.1234/a' }, title: 'Airships' }),
      LANTERNS, // the lower one counts as saved first
    );
    const bridge = { ...LANTERNS, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } };
    const entry = await saveCards(db, [bridge], at(1));
    await vi.waitFor(async () => expect((await findAll(search, 'airships', 20)).total).toBe(0));
    await undo(db, entry ?? 0, at(2));
    await vi.waitFor(async () => expect(await idsFor(search, 'airships')).toEqual(['doi:10.1234/a']));
  });

  test('changes in quick succession are all seen', async () => {
    const { db, search } = await searchOver();
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) =>
        saveCards(
          db,
          [card({ identifiers: { arxiv: `2609.${String(number).padStart(5, '0')}` }, title: 'Lanterns' })],
          at(number),
        ),
      ),
    );
    await vi.waitFor(async () => expect((await findAll(search, 'lanterns', 50)).total).toBe(20));
  });

  test('a closed search hears nothing more', async () => {
    const db = openDatabase();
    const { search, onProgress } = openSearch(db);
    await vi.waitFor(() => expect(onProgress).toHaveBeenLastCalledWith(1));
    search.close();
    const calls = onProgress.mock.calls.length;
    await saveCards(db, [LANTERNS], at(0));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onProgress).toHaveBeenCalledTimes(calls);
  });
});

describe('a library that cannot be read', () => {
  test('is reported and not taken for an empty one', async () => {
    const db = openDatabase();
    vi.spyOn(db.papers, 'where').mockImplementation(() => {
      throw new Error('the disk is gone');
    });
    const { onProgress, onError } = openSearch(db);
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
    expect(String(onError.mock.calls[0]?.[0])).toContain('the disk is gone');
    expect(onProgress).not.toHaveBeenCalledWith(1);
  });

  test('is reported when it is closed between a change and the look for the next', async () => {
    const db = openDatabase();
    const { search, onProgress, onError } = openSearch(db);
    await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
    await idsFor(search, 'harbour');
    await saveCards(db, [LANTERNS], at(0));
    const seen = onProgress.mock.calls.length;
    await vi.waitFor(() => expect(onProgress.mock.calls.length).toBeGreaterThan(seen));
    db.close();
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
  });

  test('is reported also when it is closed for good', async () => {
    const db = openDatabase();
    db.close({ disableAutoOpen: true });
    const { search, onProgress, onError } = openSearch(db);
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
    expect(onProgress).not.toHaveBeenCalled();
    await expect(findAll(search, 'lanterns', 20)).rejects.toThrow();
  });

  test('gives no result, not an empty one', async () => {
    const { db, search } = await searchOver(LANTERNS);
    vi.spyOn(db, 'backendDB').mockImplementation(() => {
      throw new Error('the disk is gone');
    });
    await expect(findAll(search, 'lanterns', 20)).rejects.toThrow('the disk is gone');
  });

  test('gives no empty result while nothing could be indexed', async () => {
    const db = openDatabase();
    await saveCards(db, [LANTERNS], at(0));
    vi.spyOn(db.papers, 'where').mockImplementation(() => {
      throw new Error('the disk is gone');
    });
    const { search, onError } = openSearch(db);
    await vi.waitFor(() => expect(onError).toHaveBeenCalled());
    await expect(findAll(search, 'lanterns', 20)).rejects.toThrow();
  });
});

describe('two passes', () => {
  test('the second only adds to the first', async () => {
    const { search } = await searchOver(
      LANTERNS,
      card({ identifiers: { arxiv: '2609.00003' }, title: 'Lantrens, misspelled' }),
    );
    const first = await search.find(words('lanterns'), { limit: 20 });
    expect([first.hits.map(({ paper }) => paper.id), first.total]).toEqual([['arxiv:2609.00001'], 1]);
    const both = await findAll(search, 'lanterns', 20);
    expect(both.hits.slice(0, 1)).toEqual(first.hits);
    expect(both.hits.map(({ terms }) => terms.has('lantrens'))).toEqual([false, true]);
    expect(both.total).toBe(2);
    expect(await findAll(search, 'lanterns', 1)).toMatchObject({ hits: [{}], total: 2 });
  });

  test('a search that is given up rejects and says no more', async () => {
    const { search } = await searchOver(LANTERNS);
    const abort = new AbortController();
    const onMore = vi.fn();
    const found = search.find(words('lanterns'), { limit: 20, signal: abort.signal }, onMore);
    abort.abort();
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(onMore).not.toHaveBeenCalled();
  });
});

describe('identifiers', () => {
  test.each(['2609.00001', 'arXiv:2609.00001v3', '2609.000'])('%s is found by typing it', async (query) => {
    const { search } = await searchOver(LANTERNS, SALT);
    const { hits } = await findAll(search, query.replace('arXiv:', ''), 20);
    expect(hits[0]?.paper.id).toBe('arxiv:2609.00001');
  });

  test('a DOI too', async () => {
    const { search } = await searchOver(
      card({ identifiers: { doi: '10.1234/Ab-c.5' }, title: 'Airships' }),
      SALT,
    );
    expect(await idsFor(search, '10.1234/ab-c.5')).toEqual(['doi:10.1234/ab-c.5']);
  });
});

describe('what has a digit in it', () => {
  const TITLES = ['of 2023', 'of 2024', 'with ResNet50', 'with ResNet18', 'with Resnett of oak'];
  const cards = TITLES.map((title, index) =>
    card({ identifiers: { arxiv: `2401.1234${index}`, doi: `10.1234/abcd.${index}` }, title }),
  );

  test.each([
    ['2023', [0]],
    ['resnet50', [2]],
    ['2401.12343', [3]],
    ['10.1234/abcd.1', [1]],
    ['resnet', [2, 3, 4]],
    ['resnett', [2, 3, 4]],
  ])('is not found by what only looks like it: %s', async (query, expected) => {
    const { search } = await searchOver(...cards);
    expect((await idsFor(search, query)).sort()).toEqual(expected.map((index) => `arxiv:2401.1234${index}`));
  });
});

describe('the trash', () => {
  const TRASHED: Query = { kind: 'flag', flag: 'trashed' };

  test('is searched when it is asked for, and only then', async () => {
    const { db, search } = await searchOver(LANTERNS, SALT);
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    await vi.waitFor(async () => expect((await findAll(search, 'quiet', 20)).total).toBe(1));
    const all = await search.find(TRASHED, { limit: 20 });
    expect(all.hits.map(({ paper }) => paper.id)).toEqual(['arxiv:2609.00001']);
    const quiet: Query = { kind: 'and', queries: [TRASHED, { kind: 'word', text: 'quiet' }] };
    expect((await search.find(quiet, { limit: 20 })).total).toBe(1);
    const winter: Query = { kind: 'and', queries: [TRASHED, { kind: 'word', text: 'winter' }] };
    expect((await search.find(winter, { limit: 20 })).total).toBe(0);
    const either: Query = { kind: 'or', queries: [TRASHED, { kind: 'word', text: 'quiet' }] };
    expect((await search.find(either, { limit: 20 })).hits.map(({ paper }) => paper.id)).toEqual([
      'arxiv:2609.00002',
    ]);
  });
});

describe('where papers were seen', () => {
  const popular: Query = { kind: 'range', column: 'upvotes', from: 50 };

  test('is searched as it is now', async () => {
    const { db, search } = await searchOver({ ...LANTERNS, upvotes: 3 }, SALT);
    expect((await search.find(popular, { limit: 5 })).total).toBe(0);
    await see(db, [{ ...LANTERNS, upvotes: 70 }], at(1));
    await vi.waitFor(async () => expect((await search.find(popular, { limit: 5 })).total).toBe(1));
    await tendIndex(papersIndex(db));
    expect((await search.find({ kind: 'site', text: 'hugging' }, { limit: 5 })).total).toBe(2);
  });
});

describe('similar papers', () => {
  const titled = (number: number, title: string) =>
    card({ identifiers: { arxiv: `2609.0010${number}` }, title });

  test('share the rarest terms, which are told', async () => {
    const { search } = await searchOver(
      titled(1, 'Copper moss on winter roofs'),
      titled(2, 'Winter roofs and copper'),
      titled(3, 'Roofs of glass'),
      titled(4, 'Unrelated tides'),
    );
    const similar = await search.similar('arxiv:2609.00101', 5);
    expect(similar.map(({ paper }) => paper.id)).toEqual(['arxiv:2609.00102', 'arxiv:2609.00103']);
    expect(similar.map(({ terms }) => [...terms].sort())).toEqual([['copper', 'roofs', 'winter'], ['roofs']]);
  });

  test('of a paper that is not there are none', async () => {
    const { search } = await searchOver(LANTERNS);
    expect(await search.similar('arxiv:1', 5)).toEqual([]);
  });
});

test('a search that was opened over an empty library finds what is saved then, before anything is indexed', async () => {
  const db = openDatabase();
  const changes = vi.fn<() => void>();
  const library = openLibrarySearch(db, { onChange: changes, onError: fail });
  onTestFinished(() => library.close());
  expect((await library.find(words('lanterns'), { limit: 5 })).total).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 300)); // until it listens
  changes.mockClear();
  await saveCards(db, [LANTERNS], at(0));
  await vi.waitFor(() => expect(changes).toHaveBeenCalled());
  expect((await library.find(words('lanterns'), { limit: 5 })).total).toBe(1);
});

function fail(error: unknown): void {
  throw error;
}
