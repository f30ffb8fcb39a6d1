import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { type Preview, preview } from '@/storage/import/preview';
import { PART, stage } from '@/storage/import/staging';
import { exportedLibrary } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
import { exportedText } from '@/tests/storage/export/exported-text';
import { readJson } from '@/utils/formats/json/read-json';
import { recordOf } from '@/utils/paper/record';
import type { ExportedPaper } from '@/utils/paper/schema';
import { at, card, MONDAY, TUESDAY } from '../cards';
import { allStaged, BATCH, everything, openDatabase, stageFile, withDatabase } from '../open-database';
import { filePaper } from '../papers';

const nobody = () => {};
const LANTERNS = filePaper({ id: 'arxiv:2609.00001', title: 'Lanterns over a quiet harbour' });
const SALT = filePaper({ id: 'arxiv:2609.00002', title: 'Salt and silence in winter' });
const CARD = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

function counts(found: Preview): [fresh: number, merged: number, back: number, unchanged: number] {
  return [found.new.count, found.merged.count, found.trashed.count, found.unchanged.count];
}

async function previewOf(papers: readonly ExportedPaper[], into = db): Promise<Preview> {
  await stageFile(into, papers);
  return preview(into, BATCH, nobody);
}

async function exported(from: OffprintDatabase): Promise<ExportedPaper[]> {
  const text = await exportedText(from, at(0));
  return readJson(text)?.papers ?? [];
}

describe('staging', () => {
  const papers = Array.from({ length: 2 * PART + 1 }, (_, index) =>
    filePaper({ id: `openreview:r${index}` }),
  );

  test('sets papers down in parts, in their order, and tells how many', async () => {
    const told: number[] = [];
    const records = papers.map(recordOf);
    expect(await stage(db, BATCH, records, 'library', (done) => told.push(done))).toBe(3);
    const parts = await db.staged.toArray();
    expect(parts.map((row) => [row.part, row.records.length])).toEqual([
      [0, PART],
      [1, PART],
      [2, 1],
    ]);
    expect(parts.flatMap((row) => row.records)).toEqual(records);
    expect(told).toEqual([PART, 2 * PART, 2 * PART + 1]);
  });

  test('takes the place of what was staged before', async () => {
    await stageFile(db, papers);
    await stageFile(db, [SALT]);
    expect(await db.staged.toArray()).toEqual([
      { batch: BATCH, part: 0, records: [recordOf(SALT)], source: 'library' },
    ]);
    await stageFile(db, []);
    expect(await db.staged.count()).toBe(0);
  });
});

describe('the preview', () => {
  test.each<[string, [number, number, number, number], ExportedPaper[]]>([
    ['a new paper', [1, 0, 0, 0], [SALT]],
    ['a paper that says more', [0, 1, 0, 0], [{ ...LANTERNS, tags: ['light'] }]],
    ['a paper that says nothing new', [0, 0, 0, 1], [LANTERNS]],
    [
      'a paper seen elsewhere',
      [0, 1, 0, 0],
      [{ ...LANTERNS, sources: [{ site: 'huggingface', url: TUESDAY, seenAt: at(0) }] }],
    ],
    [
      'a paper seen where it was seen',
      [0, 0, 0, 1],
      [{ ...LANTERNS, sources: [{ site: 'huggingface', url: MONDAY, seenAt: at(0) }] }],
    ],
    ['a paper in the trash', [0, 0, 1, 0], [filePaper({ id: 'arxiv:2609.00003' })]],
    ['a paper that stands there twice', [1, 1, 0, 0], [SALT, SALT]],
    ['a new paper under a taken id', [1, 0, 0, 0], [{ ...SALT, id: LANTERNS.id }]],
    [
      'two papers of one title that contradict each other',
      [2, 0, 0, 0],
      [
        filePaper({ id: 'arxiv:2609.00005', title: 'Herons at the edge of ice' }),
        filePaper({ id: 'arxiv:2609.00006', title: 'Herons at the edge of ice' }),
      ],
    ],
    ['nothing', [0, 0, 0, 0], []],
  ])('tells %s', async (_, expected, papers) => {
    await saveCards(db, [CARD, card({ identifiers: { arxiv: '2609.00003' } })], at(0));
    await removePapers(db, ['arxiv:2609.00003'], at(1));
    const before = await everything(db);
    expect(counts(await previewOf(papers))).toEqual(expected);
    expect({ ...(await everything(db)), staged: [] }).toEqual(before);
  });

  test('tells a paper that bridges two as merged', async () => {
    await saveCards(db, [CARD, card({ identifiers: { doi: '10.1234/a' } })], at(0));
    const bridge = { ...LANTERNS, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } };
    expect(counts(await previewOf([bridge]))).toEqual([0, 1, 0, 0]);
  });

  test('names a hundred of each kind, by title or else by id, and tells how far it is', async () => {
    const told: number[] = [];
    const many = Array.from({ length: PART + 20 }, (_, index) => filePaper({ id: `openreview:r${index}` }));
    await stageFile(db, [SALT, ...many]);
    const found = await preview(db, BATCH, (done) => told.push(done));
    expect(found.new.count).toBe(PART + 21);
    expect(found.new.titles).toHaveLength(100);
    expect(found.new.titles.slice(0, 2)).toEqual([SALT.title, 'openreview:r0']);
    expect(told).toEqual([PART, PART + 21]);
  });
});

describe('what the preview says is what the import does', () => {
  /** Papers of two libraries that share some; within each library no two share a key. */
  const shared = fc
    .record({
      picks: fc.uniqueArray(fc.nat(7), { maxLength: 6 }),
      abstract: fc.constantFrom('Light.', 'Light on water.'),
      tags: fc.subarray(['light', 'water']),
      note: fc.constantFrom(undefined, 'Mine.', 'Theirs.'),
      starred: fc.boolean(),
      url: fc.constantFrom(MONDAY, TUESDAY),
    })
    .map(({ picks, note, url, ...fields }) =>
      picks.map((pick) =>
        filePaper({
          id: `openreview:r${pick}`,
          ...(pick % 2 === 0 && { title: `Lanterns, part ${pick} of very many` }),
          ...fields,
          ...(note !== undefined && { note }),
          sources: [{ site: 'huggingface', url, seenAt: at(0) }],
        }),
      ),
    );
  const removed = fc.array(fc.nat(7), { maxLength: 2 });

  test.each([
    ['papers that two libraries share', fc.tuple(shared, shared)],
    ['papers of any kind', fc.tuple(exportedLibrary, exportedLibrary)],
  ])('for %s', async (_, libraries) => {
    await fc.assert(
      fc.asyncProperty(libraries, removed, ([mine, theirs], picks) =>
        withDatabase(async (library) => {
          await stageFile(library, mine);
          await importStaged(library, await allStaged(library), at(1));
          await removePapers(
            library,
            picks.map((pick) => `openreview:r${pick}`),
            at(2),
          );
          const before = new Map((await exported(library)).map((paper) => [paper.id, JSON.stringify(paper)]));
          const trashed = new Set(await library.trash.toCollection().primaryKeys());
          const told = counts(await previewOf(theirs, library));
          await importStaged(library, await allStaged(library), at(3));
          const after = await exported(library);
          const fresh = after.filter(({ id }) => !before.has(id) && !trashed.has(id));
          const back = after.filter(({ id }) => trashed.has(id));
          const changed = after.filter(
            (paper) =>
              !fresh.includes(paper) &&
              !back.includes(paper) &&
              before.get(paper.id) !== JSON.stringify(paper),
          );
          const unchanged = theirs.length - fresh.length - changed.length - back.length;
          expect(told).toEqual([fresh.length, changed.length, back.length, unchanged]);
          // and then there is nothing more to do
          expect(counts(await preview(library, BATCH, nobody))).toEqual([0, 0, 0, 0]);
          expect(counts(await previewOf(theirs, library))).toEqual([0, 0, 0, theirs.length]);
        }),
      ),
      { numRuns: runs(200) },
    );
  });
});
