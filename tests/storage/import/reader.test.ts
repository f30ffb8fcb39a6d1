import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keysOfPapers, setCitationKey } from '@/storage/citation-keys';
import { importStaged, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { planImport, type ReadProgress } from '@/storage/import/reader';
import { PART } from '@/storage/import/staging';
import { copiedText } from '@/utils/formats/copied-text';
import { writeJson } from '@/utils/formats/json/json';
import { COPIED } from '@/utils/paper/normalise';
import { recordOf, recordOfCard } from '@/utils/paper/record';
import type { PaperCard } from '@/utils/paper/schema';
import { HARBOUR, WINTER } from '../abstracts';
import { at, card } from '../cards';
import { BATCH, everything, openDatabase } from '../open-database';
import { filePaper } from '../papers';

const NOW = '2026-10-02T08:00:00.000Z';
const LANTERNS = filePaper({
  id: 'arxiv:2609.00001',
  title: 'Lanterns over a quiet harbour',
  tags: ['light'],
});
const SALT = filePaper({ id: 'arxiv:2609.00002', title: 'Salt and silence in winter' });
const nobody = () => {};

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

function written(papers: Parameters<typeof writeJson>[0]): string {
  return writeJson(papers, NOW);
}

test('a plan tells what would be new, merged and unchanged, and what was refused', async () => {
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' })], at(0));
  const text = written([LANTERNS, SALT]).replace('\n]}', ',\n17\n]}');
  expect(await planImport(db, BATCH, { files: [new Blob([text])] }, nobody)).toEqual({
    batch: BATCH,
    parts: 1,
    refused: { count: 1, first: [{ place: 3, reason: 'notARecord' }] },
    files: [{ name: '', format: 'json', papers: 2 }],
    unkept: {},
    own: { tags: 0, collections: 0, childNotes: 0 },
    source: 'library',
    preview: {
      new: { count: 1, titles: [SALT.title] },
      merged: { count: 1, titles: [LANTERNS.title] },
      trashed: { count: 0, titles: [] },
      discarded: { count: 0, titles: [] },
      unchanged: { count: 0, titles: [] },
      rows: [],
      colours: 0,
      searches: 0,
    },
  });
  expect((await db.staged.toArray()).flatMap(({ records }) => records)).toEqual(
    [LANTERNS, SALT].map(recordOf),
  );
});

test('planning changes nothing but what is staged', async () => {
  await saveCards(db, [card({ title: 'Salt and silence in winter' })], at(0));
  const before = await everything(db);
  await planImport(db, BATCH, { files: [new Blob([written([LANTERNS, SALT])])] }, nobody);
  expect({ ...(await everything(db)), staged: [] }).toEqual(before);
});

test('a second file takes the place of the first', async () => {
  await planImport(db, BATCH, { files: [new Blob([written([LANTERNS, SALT])])] }, nobody);
  const plan = await planImport(db, BATCH, { files: [new Blob([written([SALT])])] }, nobody);
  expect(plan?.preview.new).toEqual({ count: 1, titles: [SALT.title] });
  expect(await db.staged.toArray()).toEqual([
    { batch: BATCH, part: 0, records: [recordOf(SALT)], source: 'library' },
  ]);
});

test.each([
  ['nothing', ''],
  ['another JSON', '{"hello":"world"}'],
  ['a list', '[]'],
  ['text about something else', 'It rained all day.'],
])('%s is text without papers', async (_, text) => {
  const plan = await planImport(db, BATCH, { files: [new Blob([text])] }, nobody);
  expect(plan).toMatchObject({ source: 'cards', parts: 0, refused: { count: 0 }, preview: { rows: [] } });
});

test.each([
  ['bytes that are no text', '\uFFFDPNG\r\n\0\0'],
  ['text in another encoding', '\uFFFDt\uFFFD \uFFFDl\uFFFDv\uFFFD'],
])('%s is in none of our formats, and leaves what was staged', async (_, text) => {
  await planImport(db, BATCH, { files: [new Blob([written([LANTERNS])])] }, nobody);
  expect(await planImport(db, BATCH, { files: [new Blob([text])] }, nobody)).toBeUndefined();
  expect(await db.staged.count()).toBe(1);
});

test('a file of a newer version and one that was cut off are told as such', async () => {
  const text = written([LANTERNS, SALT]);
  const newer = text.replace('"version":2', '"version":3');
  expect(await planImport(db, BATCH, { files: [new Blob([newer])] }, nobody)).toMatchObject({
    files: [{ problem: 'newer' }],
    preview: { new: { count: 0 } },
  });
  expect(await planImport(db, BATCH, { files: [new Blob([text.slice(0, -20)])] }, nobody)).toMatchObject({
    files: [{ problem: 'truncated' }],
    preview: { new: { count: 1 } },
    refused: { first: [{ place: 2 }] },
  });
});

test('progress grows to 1: reading, staging, comparing', async () => {
  const papers = Array.from({ length: 2 * PART + 1 }, (_, index) =>
    filePaper({ id: `openreview:r${index}`, title: `Lanterns, part ${index} of very many` }),
  );
  const told: ReadProgress[] = [];
  await planImport(db, BATCH, { files: [new Blob([written(papers)])] }, (progress) => told.push(progress));
  expect(told.slice(-6).map(({ step }) => step)).toEqual([
    ...['staging', 'staging', 'staging', 'comparing', 'comparing', 'comparing'],
  ]);
  const [reading, shares] = [told.slice(0, -6), told.map(({ share }) => share)];
  expect(reading.length).toBeGreaterThan(100);
  expect(new Set(reading.map(({ step }) => step))).toEqual(new Set(['reading']));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('of very many refusals the first are told, and how many there are', async () => {
  const files = [new File(['@misc{a, title={A}}\n', '@misc{}\n'.repeat(5000)], 'a.bib')];
  const plan = await planImport(db, BATCH, { files }, nobody);
  expect(plan?.refused.count).toBe(5000);
  expect(plan?.refused.first).toHaveLength(100);
  expect(plan?.refused.first[0]).toMatchObject({ place: 2, line: 2 });
});

test('progress of several files grows by their sizes', async () => {
  const shares: number[] = [];
  const bib = (count: number) => new File(['@misc{a, title={A}}\n'.repeat(count)], 'a.bib');
  const files = [bib(100), bib(900)];
  await planImport(db, BATCH, { files }, ({ step, share }) => step === 'reading' && shares.push(share));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(100);
  expect(shares.length).toBeLessThan(450);
});

test('an empty file is a plan without papers, and divides by nothing', async () => {
  const told: ReadProgress[] = [];
  const plan = await planImport(db, BATCH, { files: [new Blob([written([])])] }, (progress) =>
    told.push(progress),
  );
  expect(plan?.preview.new.count).toBe(0);
  expect(told.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
});

describe('cards', () => {
  const copied = (fields: Partial<PaperCard>): PaperCard => ({ site: COPIED, identifiers: {}, ...fields });

  test('are staged as what saving them would make, for choosing from', async () => {
    const cards = [card({ identifiers: { arxiv: '2609.00001' }, title: LANTERNS.title })];
    const plan = await planImport(db, BATCH, { cards }, nobody);
    expect(plan).toMatchObject({
      source: 'cards',
      parts: 1,
      refused: { count: 0 },
      preview: { new: { count: 1 } },
    });
    const [row] = await db.staged.toArray();
    expect(row).toMatchObject({
      source: 'cards',
      records: [recordOfCard(cards[0] as PaperCard, BATCH.slice(0, 24))],
    });
  });

  test('that name no paper are refused by their place, and take no other with them', async () => {
    const cards = [
      copied({ venue: 'NeurIPS' }),
      copied({ title: LANTERNS.title ?? '' }),
      copied({ title: ' \u200b ' }),
    ];
    const plan = await planImport(db, BATCH, { cards }, nobody);
    expect(plan?.refused.first).toEqual([
      { place: 1, reason: 'unnamed' },
      { place: 3, reason: 'unnamed' },
    ]);
    expect(plan?.preview.new).toEqual({ count: 1, titles: [LANTERNS.title] });
  });

  test('none are a plan without rows', async () => {
    expect(await planImport(db, BATCH, { cards: [] }, nobody)).toMatchObject({
      parts: 0,
      preview: { rows: [] },
    });
  });

  test('change nothing but what is staged, and are not changed themselves', async () => {
    await saveCards(db, [card({ title: 'Salt and silence in winter', abstract: HARBOUR })], at(0));
    const before = await everything(db);
    const cards = Object.freeze([copied({ abstract: HARBOUR }), copied({})]);
    await planImport(db, BATCH, { cards }, nobody);
    expect({ ...(await everything(db)), staged: [] }).toEqual(before);
    expect(cards).toHaveLength(2);
  });

  describe('without a title', () => {
    const staged = async () =>
      (await db.staged.toArray()).flatMap(({ records }) => records.map(({ paper }) => paper));
    const WHOLE = card({
      identifiers: { arxiv: '2609.00001' },
      title: LANTERNS.title ?? '',
      abstract: HARBOUR,
    });

    test('are named by the library’s paper of the same abstract, and merged with it', async () => {
      await saveCards(db, [WHOLE], at(0));
      const cards = [copied({ abstract: `${HARBOUR}  And more of it.` })];
      const plan = await planImport(db, BATCH, { cards }, nobody);
      expect(plan?.preview.rows).toEqual([{ outcome: 'unchanged', title: LANTERNS.title }]);
      expect(await importStaged(db, { batch: BATCH, parts: 1 }, at(1))).toBeUndefined();
      expect(await db.papers.count()).toBe(1);
    });

    test('are named by another card of the same abstract, before or after them', async () => {
      const cards = [copied({ abstract: HARBOUR }), WHOLE, copied({ abstract: HARBOUR })];
      const plan = await planImport(db, BATCH, { cards }, nobody);
      expect(plan?.preview.rows.map(({ title }) => title)).toEqual(Array(3).fill(LANTERNS.title));
      expect((await staged()).map(({ identifiers }) => identifiers)).toEqual(
        Array(3).fill({ arxiv: '2609.00001' }),
      );
      expect((await staged()).map(({ id }) => id)).toEqual(Array(3).fill('arxiv:2609.00001'));
      await importStaged(db, { batch: BATCH, parts: 1 }, at(1));
      expect(await db.papers.toCollection().primaryKeys()).toEqual(['arxiv:2609.00001']);
    });

    test.each([
      ['another abstract', WINTER],
      ['an abstract that many papers have', 'This paper has been withdrawn.'],
    ])('are not named by %s', async (_, abstract) => {
      await saveCards(db, [{ ...WHOLE, abstract: abstract === WINTER ? HARBOUR : abstract }], at(0));
      const plan = await planImport(db, BATCH, { cards: [copied({ abstract })] }, nobody);
      expect(plan?.preview.rows).toMatchObject([{ outcome: 'new' }]);
      expect((await staged())[0]).not.toHaveProperty('title');
    });

    test('keep the origin of the title they were given', async () => {
      await saveCards(db, [{ ...WHOLE, embedded: ['title'] }], at(0));
      await planImport(db, BATCH, { cards: [copied({ abstract: HARBOUR })] }, nobody);
      expect((await staged())[0]?.origins).toMatchObject({
        title: { site: 'huggingface', trust: 3, at: at(0) },
        abstract: { site: COPIED, trust: 1 },
      });
    });
  });
});

describe('copied text', () => {
  const TEXT = `Lanterns over a quiet harbour\n\narXiv:2609.00001\n\nSalt and silence in winter\n\narXiv:2609.00002\n`;

  test('is for choosing from', async () => {
    const plan = await planImport(db, BATCH, { files: [new Blob([TEXT])] }, nobody);
    expect(plan).toMatchObject({ source: 'cards', preview: { new: { count: 2 } } });
    expect((await db.staged.toArray()).map(({ source }) => source)).toEqual(['cards']);
  });

  test('is read with the present day and the year that the user set, and the year it was given is told', async () => {
    const read = vi.spyOn(copiedText, 'read').mockImplementation(async (_, { year = 2025 }) => ({
      papers: [],
      cards: [copiedCard(year)],
      refused: [{ place: 2, reason: 'unnamed' }],
      year: { value: year, from: year === 2024 ? 'user' : 'asked' },
    }));
    const copiedCard = (year: number): PaperCard => ({
      site: COPIED,
      identifiers: {},
      title: LANTERNS.title ?? '',
      publishedAt: `${year}-09-28`,
      publishedAtInferred: true,
    });
    const asked = await planImport(db, BATCH, { files: [new Blob(['x'])] }, nobody);
    expect(asked).toMatchObject({ year: { value: 2025, from: 'asked' }, refused: { first: [{ place: 2 }] } });
    const set = await planImport(db, BATCH, { files: [new Blob(['x'])], year: 2024 }, nobody);
    expect(set).toMatchObject({ year: { value: 2024, from: 'user' }, preview: { rows: [{ year: '2024' }] } });
    expect(read.mock.calls.map(([, context]) => context)).toMatchObject([
      { today: '2026-09-28', year: undefined },
      { today: '2026-09-28', year: 2024 },
    ]);
  });
});

describe('a bibliography', () => {
  const BIB = `@article{berg2026salt,
  title = {Salt and {S}ilence},
  author = {Berg, Ada and {The Salt Collaboration}},
  year = 2026,
  doi = {10.1000/salt},
  keywords = {to read, roads},
  annotation = {Page 3!},
}

@misc{broken, title = {Never ends

@misc{kites, title = {Kites}, eprint = {2609.00001}, archiveprefix = {arXiv}}
`;

  test('is read with what its owner added; a broken entry is refused with its line', async () => {
    const plan = await planImport(db, BATCH, { files: [new Blob([BIB])] }, nobody);
    expect(plan).toMatchObject({ source: 'cards', refused: { first: [{ line: 10 }] } });
    expect(plan?.preview.new.count).toBe(2);
    await importStaged(db, { batch: BATCH, parts: plan?.parts ?? 0 }, NOW);
    expect(await db.papers.get('doi:10.1000/salt')).toMatchObject({
      title: 'Salt and Silence',
      authors: ['Ada Berg', 'The Salt Collaboration'],
      tags: ['roads', 'to read'],
      note: 'Page 3!',
    });
    expect(await db.papers.get('arxiv:2609.00001')).toMatchObject({ title: 'Kites' });
    expect(await keysOfPapers(db, ['doi:10.1000/salt', 'arxiv:2609.00001'])).toEqual(
      new Map([
        ['doi:10.1000/salt', 'berg2026salt'],
        ['arxiv:2609.00001', 'kites'],
      ]),
    );
  });

  test('gives its keys to the papers that have none; a key that is taken stays where it is', async () => {
    await saveCards(db, [card({ identifiers: { doi: '10.1000/salt' }, title: 'Salt and silence' })], at(0));
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00009' }, title: 'Herons' })], at(1));
    await setCitationKey(db, 'doi:10.1000/salt', 'mine', at(2));
    await setCitationKey(db, 'arxiv:2609.00009', 'Kites', at(2));
    const plan = await planImport(db, BATCH, { files: [new Blob([BIB])] }, nobody);
    await importStaged(db, { batch: BATCH, parts: plan?.parts ?? 0 }, NOW);
    expect(await db.citationKeys.count()).toBe(2);
    expect(await keysOfPapers(db, ['doi:10.1000/salt'])).toEqual(new Map([['doi:10.1000/salt', 'mine']]));
  });

  test('is kept as the person wishes', async () => {
    const keep = { tags: false, collections: false, childNotes: false };
    const plan = await planImport(db, BATCH, { files: [new Blob([BIB])], keep }, nobody);
    expect(plan?.own).toEqual({ tags: 2, collections: 0, childNotes: 0 });
    const staged = (await db.staged.toArray()).flatMap(({ records }) => records);
    expect(staged.map(({ paper }) => paper.tags)).toEqual([[], []]);
  });

  test('that is imported again changes nothing', async () => {
    const first = await planImport(db, BATCH, { files: [new Blob([BIB])] }, nobody);
    await importStaged(db, { batch: BATCH, parts: first?.parts ?? 0 }, NOW);
    const before = await everything(db);
    const again = await planImport(db, BATCH, { files: [new Blob([BIB])] }, nobody);
    expect(again?.preview).toMatchObject({ new: { count: 0 }, merged: { count: 0 } });
    expect(await importStaged(db, { batch: BATCH, parts: again?.parts ?? 0 }, at(9))).toBeUndefined();
    expect({ ...(await everything(db)), staged: [] }).toEqual({ ...before, staged: [] });
  });
});
