/** Cards of a page or a text on their way into the library: to choose from, and not told apart by any library. */

import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase, Staged } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { backUpLibrary } from '@/storage/export/back-up';
import { emptyTrash } from '@/storage/forget';
import { preview } from '@/storage/import/preview';
import { planImport } from '@/storage/import/reader';
import type { Row, RowOutcome } from '@/storage/import/row';
import { amend, PART, stage } from '@/storage/import/staging';
import { setTagColour, tagColours } from '@/storage/tag-notes';
import { deleteTag } from '@/storage/tags';
import { runs } from '@/tests/long';
import { exportedText } from '@/tests/storage/export/exported-text';
import { readJson } from '@/utils/formats/json/read-json';
import { recordOf, withTitle } from '@/utils/paper/record';
import type { ExportedPaper, PaperCard } from '@/utils/paper/schema';
import { HARBOUR, WINTER } from '../abstracts';
import { at, card, MONDAY, TUESDAY } from '../cards';
import { allStaged, BATCH, everything, openDatabase, stageFile, withDatabase } from '../open-database';
import { filePaper } from '../papers';

const nobody = () => {};
const TITLE = 'Lanterns over a quiet harbour';
const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: TITLE });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

async function rowsOf(cards: readonly PaperCard[], into = db): Promise<Row[]> {
  const plan = await planImport(into, BATCH, { cards }, nobody);
  if (!plan) throw new Error('cards are in no format');
  return plan.preview.rows;
}

async function outcomesOf(cards: readonly PaperCard[], into = db): Promise<RowOutcome[]> {
  return (await rowsOf(cards, into)).map(({ outcome }) => outcome);
}

async function take(into = db, now = at(10)): Promise<number | undefined> {
  return importStaged(into, await allStaged(into), now);
}

async function exported(from: OffprintDatabase): Promise<ExportedPaper[]> {
  return readJson(await exportedText(from, at(0)))?.papers ?? [];
}

describe('rows to choose from', () => {
  test('of bare numbers say what these are, and which papers of the library they name', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const bare = (identifiers: PaperCard['identifiers']) => ({ site: 'text', identifiers });
    expect(
      await rowsOf([
        bare({ arxiv: '2609.00001' }),
        bare({ arxiv: '2609.00002' }),
        bare({ doi: '10.1000/a' }),
        bare({ pmid: '12345678' }),
        bare({ pmcid: 'PMC1234567' }),
        bare({ acl: 'p19-1001' }),
      ]),
    ).toEqual([
      { outcome: expect.stringMatching(/unchanged|merged/), begins: 'arXiv 2609.00001', known: TITLE },
      { outcome: 'new', begins: 'arXiv 2609.00002' },
      { outcome: 'new', begins: 'DOI 10.1000/a' },
      { outcome: 'new', begins: 'PMID 12345678' },
      { outcome: 'new', begins: 'PMC1234567' },
      { outcome: 'new', begins: 'acl:p19-1001' },
    ]);
  });

  test('say per card what it would do, its title and year, or how its abstract begins', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const rows = await rowsOf([
      LANTERNS,
      { ...SALT, publishedAt: '2026-09-28' },
      card({ title: 'Ropes', authors: ['A', 'B', 'C', 'D', 'E'], identifiers: { doi: '10.1234/ropes' } }),
      card({ abstract: HARBOUR }),
      card({ identifiers: { doi: '10.1234/a' } }),
      card({ identifiers: { arxiv: '2609.00001' }, abstract: 'Light.', publishedAt: '2025' }),
    ]);
    expect(rows).toEqual([
      { outcome: 'unchanged', title: TITLE },
      { outcome: 'new', title: SALT.title, year: '2026' },
      { outcome: 'new', title: 'Ropes', authors: ['A', 'B', 'C'], others: 2 },
      { outcome: 'new', begins: expect.stringMatching(/^Small lamps on moored boats/), unnamed: true },
      { outcome: 'new', begins: 'DOI 10.1234/a' },
      { outcome: 'merged', begins: 'Light.', known: TITLE, year: '2025' },
    ]);
    expect(rows[3]?.begins?.length).toBeLessThanOrEqual(90);
    expect(HARBOUR.startsWith(rows[3]?.begins?.replace(/…$/, '') ?? 'x')).toBe(true);
  });

  test('are none for a library, which comes as a whole', async () => {
    await stageFile(db, [filePaper({ id: 'arxiv:2609.00001' })]);
    expect((await preview(db, BATCH, nobody)).rows).toEqual([]);
  });

  test('count on through the parts', async () => {
    const cards = Array.from({ length: PART + 2 }, (_, index) =>
      card({ identifiers: { openreview: `r${index}` } }),
    );
    expect(await rowsOf(cards)).toHaveLength(PART + 2);
  });
});

describe('amending', () => {
  const papers = Array.from({ length: PART + 2 }, (_, index) => filePaper({ id: `openreview:r${index}` }));

  test('changes and drops records by their place in the whole batch, and no other batch', async () => {
    await stage(db, BATCH, papers.map(recordOf), 'cards', nobody);
    const other: Staged = {
      batch: 'of another window',
      part: 0,
      records: papers.slice(0, 2).map(recordOf),
      source: 'cards',
    };
    await db.staged.add(other);
    const places: number[] = [];
    await amend(db, BATCH, (record, place) => {
      places.push(place);
      if (place === 1 || place === PART) return undefined;
      return place === PART + 1 ? withTitle(record, TITLE, at(1)) : record;
    });
    expect(places).toEqual([...papers.keys()]);
    const rows = await db.staged.where({ batch: BATCH }).toArray();
    expect(rows.map(({ part, records, source }) => [part, records.length, source])).toEqual([
      [0, PART - 1, 'cards'],
      [1, 1, 'cards'],
    ]);
    expect(rows[1]?.records[0]?.paper).toMatchObject({ title: TITLE, edited: ['title'] });
    expect(rows[0]?.records.some(({ paper }) => paper.id === 'openreview:r1')).toBe(false);
    expect(await db.staged.get(['of another window', 0])).toEqual(other);
  });

  test('leaves every part, even an empty one, so that the batch is still whole', async () => {
    await stage(db, BATCH, papers.map(recordOf), 'cards', nobody);
    await amend(db, BATCH, (record, place) => (place < PART ? undefined : record));
    expect(await importStaged(db, { batch: BATCH, parts: 2 }, at(1))).toBe(1);
    expect(await db.papers.count()).toBe(2);
  });

  test('that fails changes nothing', async () => {
    await stage(db, BATCH, papers.map(recordOf), 'cards', nobody);
    const before = await everything(db);
    const failing = amend(db, BATCH, (_, place) => {
      if (place === PART) throw new Error('the page goes');
      return undefined;
    });
    await expect(failing).rejects.toThrow('the page goes');
    expect(await everything(db)).toEqual(before);
  });
});

test.each<[string, PaperCard, RowOutcome]>([
  ['seen once more on the same page', LANTERNS, 'unchanged'],
  ['seen on another page', { ...LANTERNS, listing: TUESDAY }, 'merged'],
  ['seen with more upvotes', { ...LANTERNS, upvotes: 12 }, 'merged'],
  ['of which somebody copied the title', { site: 'text', identifiers: {}, title: TITLE }, 'unchanged'],
])('a saved paper %s', async (_, again, outcome) => {
  await saveCards(db, [LANTERNS], at(-10));
  expect(await outcomesOf([again])).toEqual([outcome]);
});

describe('cards of one batch', () => {
  test.each<[string, PaperCard[], RowOutcome[], number]>([
    [
      'of one title are one paper',
      Array.from({ length: 5 }, () => card({ title: TITLE })),
      ['new', 'twice', 'twice', 'twice', 'twice'],
      1,
    ],
    [
      'with a number and with its title only are one paper',
      [LANTERNS, card({ title: TITLE })],
      ['new', 'twice'],
      1,
    ],
    [
      'with a title only and with its number are one paper',
      [card({ title: TITLE }), LANTERNS],
      ['new', 'twice'],
      1,
    ],
    ['of one title and two numbers are two papers', [LANTERNS, { ...SALT, title: TITLE }], ['new', 'new'], 2],
    [
      'of one title and two first authors are two papers',
      [card({ title: TITLE, authors: ['Ada Byron'] }), card({ title: TITLE, authors: ['Grace Hopper'] })],
      ['new', 'new'],
      2,
    ],
    [
      'of one title that says nothing are two papers, unless they say the same',
      [card({ title: 'Editorial', authors: ['Ada Berg'] }), card({ title: 'Editorial' })],
      ['new', 'new'],
      2,
    ],
    [
      'of which one shares the title, one the number',
      [LANTERNS, card({ title: TITLE }), card({ identifiers: { arxiv: '2609.00001' } })],
      ['new', 'twice', 'twice'],
      1,
    ],
  ])('%s', async (_, cards, outcomes, papers) => {
    expect(await outcomesOf(cards)).toEqual(outcomes);
    await take();
    expect(await db.papers.count()).toBe(papers);
  });

  test('are kept as they are saved one by one', async () => {
    const cards = [LANTERNS, card({ title: TITLE, abstract: HARBOUR }), SALT];
    await rowsOf(cards);
    await take();
    await withDatabase(async (other) => {
      await saveCards(other, cards, at(10));
      const told = async (from: OffprintDatabase) =>
        (await exported(from)).map(({ savedAt: _, sources, ...paper }) => [paper, sources.length]);
      expect(await told(db)).toEqual(await told(other));
    });
  });
});

describe('what the preview says is what the import does', () => {
  /** Papers that pages and texts show in parts, but always by their titles; one title says nothing by itself. */
  const PAPERS = [
    { arxiv: '2609.00001', title: TITLE, abstract: HARBOUR, authors: ['Ada Byron'], publishedAt: '2026' },
    { arxiv: '2609.00002', title: 'Salt and silence in winter', abstract: WINTER, authors: ['Grace Hopper'] },
    { doi: '10.1234/a', title: 'Herons at the edge of ice', abstract: 'Short.', publishedAt: '2025' },
    { title: 'Editorial', authors: ['Ada Byron'] },
    { title: 'Editorial', authors: ['Grace Hopper'] },
  ];
  const cards = fc.array(
    fc
      .record({
        paper: fc.constantFrom(...PAPERS),
        shown: fc.subarray(['arxiv', 'doi', 'abstract', 'publishedAt']),
        listing: fc.constantFrom(MONDAY, TUESDAY),
      })
      .map(({ paper: { arxiv, doi, ...said }, shown, listing }) => {
        const shows = ([name]: [string, unknown]) =>
          name === 'title' || name === 'authors' || shown.includes(name as 'doi');
        const numbers = Object.entries({ arxiv, doi }).filter(
          (entry) => entry[1] !== undefined && shows(entry),
        );
        const identifiers = Object.fromEntries(numbers) as Record<string, string>;
        return card({ ...Object.fromEntries(Object.entries(said).filter(shows)), identifiers, listing });
      }),
    { maxLength: 6 },
  );

  /** That a page was seen once more is no news. */
  function told({ sources, ...paper }: ExportedPaper): string {
    return JSON.stringify({ ...paper, sources: sources.map(({ seenAt: _, ...source }) => source) });
  }

  test('for cards that show one paper in several ways', async () => {
    await fc.assert(
      fc.asyncProperty(cards, cards, fc.nat(4), (mine, theirs, removed) =>
        withDatabase(async (library) => {
          await saveCards(library, mine, at(-10));
          const ids = await library.papers.toCollection().primaryKeys();
          await removePapers(library, ids.slice(removed, removed + 1), at(-5));
          const before = new Map((await exported(library)).map((paper) => [paper.id, told(paper)]));
          const trashed = new Set(await library.trash.toCollection().primaryKeys());
          const outcomes = await outcomesOf(theirs, library);
          await take(library);
          const after = await exported(library);
          const fresh = after.filter(({ id }) => !before.has(id) && !trashed.has(id));
          expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(fresh.length);
          const same =
            after.every((paper) => told(paper) === before.get(paper.id)) && after.length === before.size;
          if (outcomes.every((outcome) => outcome === 'unchanged')) expect(same).toBe(true);
          else expect(same).toBe(false);
        }),
      ),
      { numRuns: runs(600) },
    );
  });
});

test('what lies in the trash, and what stands in the list before, is told as that', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  expect(await outcomesOf([LANTERNS, SALT, SALT])).toEqual(['trashed', 'new', 'twice']);
});

test('what comes back from the trash is not counted as merged', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  await stageFile(db, [
    filePaper({ id: 'arxiv:2609.00001', title: TITLE }),
    filePaper({ id: 'arxiv:2609.00002' }),
  ]);
  const { new: fresh, merged, trashed } = await preview(db, BATCH, nobody);
  expect([fresh.count, merged.count, trashed]).toEqual([1, 0, { count: 1, titles: [TITLE] }]);
});

describe('colours of tags in a backup', () => {
  const backup = async (of: OffprintDatabase) => (await backUpLibrary(of, at(9))).text();
  const plan = async (text: string) => {
    const planned = await planImport(db, `${at(10)} 1`, { files: [new Blob([text])] }, nobody);
    if (!planned) throw new Error('not read');
    return planned;
  };
  const take = async (text: string) => importStaged(db, await plan(text), at(11));

  async function copied(): Promise<OffprintDatabase> {
    const other = openDatabase();
    await saveCards(other, [LANTERNS, SALT], at(0));
    await editPapers(other, ['arxiv:2609.00001'], { add: { tags: ['ml'] } }, at(1));
    await take(await backup(other));
    return other;
  }

  test('are news, also if nothing else is', async () => {
    const other = await copied();
    await setTagColour(other, 'ml', 3, at(2));
    const text = await backup(other);
    expect((await plan(text)).preview).toMatchObject({
      unchanged: { count: 2 },
      merged: { count: 0 },
      colours: 1,
    });
    await take(text);
    expect(await tagColours(db)).toMatchObject({ ml: { colour: 3 } });
    expect((await plan(text)).preview.colours).toBe(0);
  });

  test('do not come back with an old backup once their tag is deleted', async () => {
    const other = await copied();
    await setTagColour(other, 'ml', 3, at(2));
    const text = await backup(other);
    await take(text);
    await deleteTag(db, 'ml', at(12));
    await removePapers(db, ['arxiv:2609.00002'], at(13));
    await emptyTrash(db, at(14));
    expect(await tagColours(db)).toEqual({});
    expect((await plan(text)).preview.colours).toBe(0);
    await take(text);
    expect((await db.papers.get('arxiv:2609.00001'))?.tags).toEqual([]);
    expect(await tagColours(db)).toEqual({});
  });
});
