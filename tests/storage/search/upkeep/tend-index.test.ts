/** The index in the database: frozen, merged, killed at every step, damaged; a page must always answer right. */

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { PAPERS_INDEX, papersIndex } from '@/storage/search/families/papers-index';
import { type Hits, openLibrarySearch } from '@/storage/search/library-search';
import { emptyState, type IndexState, readState } from '@/storage/search/rows/index-state';
import { MOST_SEGMENTS } from '@/storage/search/upkeep/merge-policy';
import { tendIndex, tendOnce } from '@/storage/search/upkeep/tend-index';
import { at, card } from '@/tests/storage/cards';
import { everything, openDatabase, withDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { oracle, words } from '../memory-index';

const NOUNS = [
  'lantern',
  'harbour',
  'winter',
  'silence',
  'herons',
  'ice',
  'tides',
  'airship',
  'moss',
  'copper',
];

function paperOf(number: number, revision = number): Paper {
  const pick = (step: number) => NOUNS[(number * step + revision) % NOUNS.length] ?? '';
  return storedPaper({
    id: `a:${number}`,
    title: `${pick(1)} and ${pick(3)}`,
    abstract: `${pick(7)} ${pick(9)} number${number} ${'x'.repeat(number % 7)}`,
    revision,
    savedAt: at(number),
  });
}

/** A paper whose note has so many words that no other one has. */
function longPaper(number: number, revision: number, length: number): Paper {
  const note = range(0, length)
    .map((place) => `w${(number * 7919 + place * 104_729) % 1_000_003}`)
    .join(' ');
  return { ...paperOf(number, revision), note };
}

async function put(db: OffprintDatabase, papers: readonly Paper[]): Promise<void> {
  await db.papers.bulkPut([...papers]);
  await db.settings.put({ name: 'revision', value: Math.max(...papers.map(({ revision }) => revision)) });
  await db.settings.put({ name: 'papers', value: await db.papers.count() });
}

/** Numbers `from` up to but without `to`. */
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

const judges = new Map<string, ReturnType<typeof oracle>>();

/** The same judge for the same papers: setting one up takes longer than most of what is tested. */
function judgeOf(papers: readonly Paper[]): ReturnType<typeof oracle> {
  const key = JSON.stringify(papers);
  const judge = judges.get(key) ?? oracle(papers);
  judges.set(key, judge);
  return judge;
}

/** A page that is opened now finds what a new MiniSearch finds, in both passes. */
async function answersRight(db: OffprintDatabase): Promise<void> {
  const errors: unknown[] = [];
  const search = openLibrarySearch(db, { onChange() {}, onError: (error) => errors.push(error) });
  const judge = judgeOf(await db.papers.toArray());
  for (const text of ['lantern', 'silence mos', 'hern']) {
    const first = await search.find(words(text), { limit: 2000 });
    expect(new Set(first.hits.map(({ paper }) => paper.id))).toEqual(new Set(judge(text, false).keys()));
    const both = await new Promise<Hits>((resolve, reject) => {
      search.find(words(text), { limit: 2000 }, resolve).catch(reject);
    });
    const written = both.hits.filter(({ pass }) => pass !== 'meant');
    expect(new Set(written.map(({ paper }) => paper.id))).toEqual(new Set(judge(text, true).keys()));
    expect(both.hits.slice(0, first.hits.length)).toEqual(first.hits);
    expect(both.total).toBe(judge(text, true).size);
  }
  search.close();
  expect(errors).toEqual([]);
}

/** Makes libraries as `build` leaves one: it is built once, and its rows are copied. */
function copies(build: (db: OffprintDatabase) => Promise<void>): (db: OffprintDatabase) => Promise<void> {
  let rows: Promise<Record<string, unknown[]>> | undefined;
  const built = async () => {
    let all = {};
    await withDatabase(async (db) => {
      await build(db);
      all = await everything(db);
    });
    return all;
  };
  return async (db) => {
    rows ??= built();
    const all = await rows;
    await Promise.all(db.tables.map((table) => table.bulkPut(all[table.name] ?? [])));
  };
}

/** A large segment of which so much was replaced that it is due to be written anew. */
const staleSegment = copies(async (db) => {
  await put(
    db,
    range(0, 200).map((number) => longPaper(number, 1, 450)),
  );
  await tendIndex(papersIndex(db));
  await put(
    db,
    range(100, 190).map((number) => paperOf(number, 50)),
  );
});

/** A library with many small segments, so that a merge is due. */
const manySegments = copies(async (db) => {
  for (const group of range(0, MOST_SEGMENTS + 1)) {
    await put(
      db,
      range(group * 10, group * 10 + 10).map((number) => paperOf(number, group + 1)),
    );
    while ((await readState(papersIndex(db))).segments.length <= group)
      expect(await tendOnce(papersIndex(db))).toBe(true);
  }
});

describe('the index', () => {
  test('leaves a few new papers to the pages', async () => {
    const db = openDatabase();
    await put(
      db,
      range(0, 8).map((number) => paperOf(number)),
    );
    await tendIndex(papersIndex(db));
    expect(await readState(papersIndex(db))).toEqual(emptyState(PAPERS_INDEX.version));
    await answersRight(db);
  });

  test('freezes more of them, also a whole library of one revision', async () => {
    const db = openDatabase();
    await put(
      db,
      range(0, 450).map((number) => paperOf(number, 1)),
    );
    await tendIndex(papersIndex(db));
    expect(await readState(papersIndex(db))).toMatchObject({ segments: [1, 2, 3], revision: 1 });
    await answersRight(db);
  });

  test('follows changes and removals', async () => {
    const db = openDatabase();
    const cards = range(0, 30).map((number) =>
      card({
        identifiers: { arxiv: `2609.${10000 + number}` },
        title: `Lantern ${NOUNS[number % 10]} ${number}`,
      }),
    );
    await saveCards(db, cards, at(0));
    await tendIndex(papersIndex(db));
    await answersRight(db);
    const ids = await db.papers.limit(12).primaryKeys();
    await removePapers(db, ids, at(1));
    await answersRight(db);
    await tendIndex(papersIndex(db));
    expect((await db.deletions.count()) + (await db.segments.count())).toBeGreaterThan(0);
    await answersRight(db);
    await saveCards(db, cards, at(2));
    await tendIndex(papersIndex(db));
    await answersRight(db);
  });

  test('merges small segments into larger ones and keeps nothing of them', async () => {
    const db = openDatabase();
    await manySegments(db);
    await tendIndex(papersIndex(db));
    const { segments } = await readState(papersIndex(db));
    expect(segments.length).toBeLessThanOrEqual(MOST_SEGMENTS);
    expect((await db.segments.toCollection().primaryKeys()).sort()).toEqual([...segments].sort());
    const owners = new Set((await db.chunks.toCollection().primaryKeys()).map(([segment]) => segment));
    for (const owner of owners) expect(segments).toContain(owner);
    await answersRight(db);
  });

  test('is thrown away where it is of another version, and made anew', async () => {
    const db = openDatabase();
    await put(
      db,
      range(0, 20).map((number) => paperOf(number)),
    );
    await tendIndex(papersIndex(db));
    await db.index.put({ name: 'state', value: { ...(await readState(papersIndex(db))), version: 0 } });
    await answersRight(db);
    await tendIndex(papersIndex(db));
    expect((await readState(papersIndex(db))).segments, 'a page may still hold pieces of segment 1').toEqual([
      2,
    ]);
    await answersRight(db);
  });
});

describe('a worker that is stopped', () => {
  /** Lets the `count`th transaction that writes to the index from now on come to nothing. */
  function stopAt(db: OffprintDatabase, count: number) {
    const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
    let writes = 0;
    const spy = vi.spyOn(db, 'transaction').mockImplementation(((mode: string, ...rest: unknown[]) => {
      if (mode !== 'rw' || ++writes !== count) return transaction(mode, ...rest);
      const body = rest.at(-1) as () => Promise<unknown>;
      return transaction(mode, ...rest.slice(0, -1), async () => {
        await body();
        throw new Error('stopped');
      });
    }) as never);
    onTestFinished(() => spy.mockRestore());
    return spy;
  }

  /** Stops at a write; the library changes; then all is gone on with. */
  async function stopAndGoOn(db: OffprintDatabase, count: number): Promise<void> {
    const spy = stopAt(db, count);
    await tendIndex(papersIndex(db)).catch((error) => expect(String(error)).toContain('stopped'));
    spy.mockRestore();
    await answersRight(db);
    await put(
      db,
      range(3, 15).map((number) => paperOf(number, 60)),
    );
    await answersRight(db);
    await tendIndex(papersIndex(db));
    await answersRight(db);
    expect(await db.index.get('merge')).toBeUndefined();
  }

  test.each([1, 2])('at its write %i, while small segments are merged', async (count) => {
    const db = openDatabase();
    await manySegments(db);
    await stopAndGoOn(db, count);
  });

  // Freezing, beginning, three steps, publishing; what is replaced meanwhile is not in the merged segment.
  test.each([1, 2, 3, 4, 5, 6])('at its write %i, while a large segment is written anew', async (count) => {
    const db = openDatabase();
    await staleSegment(db);
    await stopAndGoOn(db, count);
    expect((await readState(papersIndex(db))).segments).not.toContain(1);
  });
});

describe('damage', () => {
  const threeHundred = copies(async (db) => {
    await put(
      db,
      range(0, 300).map((number) => longPaper(number, 1, 40)),
    );
    await tendIndex(papersIndex(db));
  });

  async function changeState(db: OffprintDatabase, change: (state: IndexState) => unknown): Promise<void> {
    await db.index.put({ name: 'state', value: change(await readState(papersIndex(db))) });
  }

  test.each<[string, (db: OffprintDatabase) => Promise<unknown>]>([
    [
      'a chunk with another byte',
      (db) => db.chunks.toCollection().modify(({ bytes }) => void bytes.set([(bytes[3] ?? 0) ^ 1], 3)),
    ],
    ['a chunk that is missing', (db) => db.chunks.clear()],
    ['a segment that is missing', (db) => db.segments.clear()],
    [
      'a header with another byte',
      (db) => db.segments.toCollection().modify(({ header }) => void header.set([1], 3)),
    ],
    ['a segment without a header', (db) => db.segments.toCollection().modify({ header: undefined as never })],
    ['deletions without documents', (db) => db.deletions.add({ segment: 1 } as never)],
    ['a state that is missing', (db) => db.index.delete('state')],
    [
      'a state that is missing, with all but chunks',
      (db) => Promise.all([db.index.delete('state'), db.segments.clear()]),
    ],
    ['a state that is nothing', (db) => changeState(db, () => null)],
    ['a state without a version', (db) => changeState(db, ({ version, ...rest }) => rest)],
    ['a state that is a version only', (db) => changeState(db, ({ version }) => ({ version }))],
    ['a state without its mark', (db) => changeState(db, ({ id, ...rest }) => rest)],
    ['a state whose segments are no numbers', (db) => changeState(db, (s) => ({ ...s, segments: ['1'] }))],
    ['a state that gives a number again', (db) => changeState(db, (s) => ({ ...s, next: 1 }))],
  ])('%s is noticed, told once, and repaired; the papers are untouched', async (_, harm) => {
    const db = openDatabase();
    await threeHundred(db);
    const papers = await db.papers.toArray();
    expect(await db.chunks.count()).toBeGreaterThan(0);
    await harm(db);
    const onRepair = vi.fn();
    const onError = vi.fn();
    const search = openLibrarySearch(db, { onChange() {}, onError, onRepair });
    onTestFinished(() => search.close());
    const { total } = await search.find(words('lantern'), { limit: 5 });
    expect(total).toBe(oracle(papers)('lantern', false).size);
    expect(onRepair).toHaveBeenCalledTimes(1);
    expect(onError).not.toHaveBeenCalled();
    expect(await db.papers.toArray()).toEqual(papers);
    await tendIndex(papersIndex(db));
    expect((await readState(papersIndex(db))).segments.length).toBeGreaterThan(0);
    await answersRight(db);
  });

  test('a lost state loses no paper, and no number is given again', async () => {
    const db = openDatabase();
    const cards = range(0, 30).map((number) =>
      card({ identifiers: { arxiv: `2609.${10000 + number}` }, title: `Lantern ${number}` }),
    );
    await saveCards(db, cards, at(0));
    await tendIndex(papersIndex(db));
    await removePapers(db, await db.papers.limit(10).primaryKeys(), at(1));
    await tendIndex(papersIndex(db));
    await saveCards(db, cards, at(2));
    await tendIndex(papersIndex(db));
    const known = await db.segments.toCollection().primaryKeys();
    const onRepair = vi.fn();
    const search = openLibrarySearch(db, { onChange() {}, onError: expect.unreachable, onRepair });
    onTestFinished(() => search.close());
    await search.find(words('lantern'), { limit: 50 });
    await db.index.delete('state');
    await tendIndex(papersIndex(db));
    expect((await readState(papersIndex(db))).segments.filter((segment) => known.includes(segment))).toEqual(
      [],
    );
    await vi.waitFor(() => expect(onRepair).toHaveBeenCalledTimes(1));
    expect((await search.find(words('lantern'), { limit: 50 })).hits).toHaveLength(30);
    await answersRight(db);
    expect(onRepair).toHaveBeenCalledTimes(1);
  });

  test('a lost state that two pages and the worker meet at once is told once', async () => {
    const db = openDatabase();
    await manySegments(db);
    await db.index.delete('state');
    const onRepair = vi.fn();
    const pages = [1, 2].map(() =>
      openLibrarySearch(db, { onChange() {}, onError: expect.unreachable, onRepair }),
    );
    await Promise.all([
      tendIndex(papersIndex(db)),
      ...pages.map((page) => page.find(words('lantern'), { limit: 5 })),
    ]);
    await vi.waitFor(() => expect(onRepair).toHaveBeenCalled());
    await answersRight(db);
    for (const page of pages) page.close();
    expect(onRepair).toHaveBeenCalledTimes(1);
    expect(await db.index.get('damage')).toBeUndefined();
  });

  test('an outdated state may look as it likes', async () => {
    const db = openDatabase();
    await manySegments(db);
    await changeState(db, () => ({ version: 1, segments: 'none' }));
    await answersRight(db);
    await tendIndex(papersIndex(db));
    expect(await db.index.get('damage')).toBeUndefined();
    await answersRight(db);
  });

  test.each<[string, (job: { progress: object }) => unknown]>([
    ['nothing', () => null],
    ['a text', () => 'merge'],
    ['without inputs', ({ inputs, ...rest }: Record<string, unknown>) => rest],
    ['without an output', ({ output, ...rest }: Record<string, unknown>) => rest],
    ['with deletions that are no bytes', (job) => ({ ...job, gone: [[1, 2]] })],
    ['with empty progress', (job) => ({ ...job, progress: {} })],
    ['with progress of nothing', (job) => ({ ...job, progress: null })],
    ['with a header of nothing', (job) => ({ ...job, progress: { ...job.progress, header: null } })],
    ['without a tail', (job) => ({ ...job, progress: { ...job.progress, tail: undefined } })],
  ])('a merge under way that is %s', async (_, harm) => {
    const db = openDatabase();
    await staleSegment(db);
    const jobOf = async () => (await db.index.get('merge'))?.value as { progress: object } | undefined;
    await tendIndex(papersIndex(db), async () => {
      if ((await jobOf())?.progress) throw new Error('stopped');
    }).catch((error) => expect(String(error)).toContain('stopped'));
    await db.index.put({ name: 'merge', value: harm((await jobOf()) ?? expect.unreachable('no merge')) });
    await answersRight(db);
    await tendIndex(papersIndex(db));
    expect(await db.index.get('merge')).toBeUndefined();
    expect(await db.index.get('damage')).toBeDefined();
    await answersRight(db);
  });

  test('is repaired by the worker where it meets it first', async () => {
    const db = openDatabase();
    await manySegments(db);
    await db.segments.toCollection().modify(({ header }) => void header.set([1], 3));
    await put(
      db,
      range(500, 520).map((number) => paperOf(number, 90)),
    );
    await tendIndex(papersIndex(db));
    await answersRight(db);
  });
});
