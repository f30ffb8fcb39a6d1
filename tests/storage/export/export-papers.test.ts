import { unzipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import { momentBelow } from '@/storage/change/saving-order';
import { saveCards } from '@/storage/commands';
import { exportPapers } from '@/storage/export/export-papers';
import { exportedText } from '@/tests/storage/export/exported-text';
import { ExportedPaper } from '@/utils/paper/schema';
import { at, card, MONDAY, TUESDAY } from '../cards';
import { openDatabase } from '../open-database';
import { storedPaper } from '../papers';

const JSON_REQUEST = { format: 'json', own: 'all', ascii: false } as const;
const NOW = '2026-10-01T23:59:59.000Z';

test('the file is named by the day, with the type and extension of its format', async () => {
  const { file } = await exportPapers(openDatabase(), JSON_REQUEST, NOW);
  expect(file.name).toBe('offprint-2026-10-01.json');
  expect(file.type).toBe('application/json');
});

test('an empty library is a file without papers', async () => {
  const { file } = await exportPapers(openDatabase(), JSON_REQUEST, NOW);
  expect(JSON.parse(await file.text())).toEqual({
    format: 'offprint-library',
    version: 2,
    exportedAt: NOW,
    papers: [],
  });
});

test('the file holds every paper by id, with its sightings beside it', async () => {
  const db = openDatabase();
  const first = card({
    identifiers: { arxiv: '2609.00002' },
    title: 'Salt & “silence” 🧂\u2028in winter',
    listedAt: '2026-09-28',
    upvotes: 3,
    comments: 0,
  });
  await saveCards(db, [first, card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' })], at(0));
  await saveCards(db, [{ ...first, listing: TUESDAY, listedAt: '2026-09-29' }], at(1));
  const { papers } = JSON.parse(await exportedText(db, NOW));
  expect(papers).toEqual([
    {
      id: 'arxiv:2609.00001',
      title: 'Lanterns',
      authors: [],
      url: 'https://arxiv.org/abs/2609.00001',
      identifiers: { arxiv: '2609.00001' },
      tags: [],
      status: 'unread',
      starred: false,
      savedAt: momentBelow(at(0), 1), // its card is the second one
      edited: [],
      sources: [{ site: 'huggingface', url: MONDAY, seenAt: at(0) }],
    },
    expect.objectContaining({
      id: 'arxiv:2609.00002',
      title: 'Salt & “silence” 🧂 in winter',
      sources: [
        {
          site: 'huggingface',
          url: MONDAY,
          seenAt: at(0),
          listedAt: '2026-09-28',
          upvotes: 3,
          comments: 0,
        },
        {
          site: 'huggingface',
          url: TUESDAY,
          seenAt: at(1),
          listedAt: '2026-09-29',
          upvotes: 3,
          comments: 0,
        },
      ],
    }),
  ]);
  for (const paper of papers) expect(ExportedPaper.safeParse(paper).error).toBeUndefined();
});

test('the same library gives the same bytes', async () => {
  const db = openDatabase();
  await saveCards(db, [card({ title: 'Salt and silence' }), card({ title: 'Lanterns' })], at(0));
  const [first, second] = await Promise.all([
    exportPapers(db, JSON_REQUEST, NOW),
    exportPapers(db, JSON_REQUEST, NOW),
  ]);
  expect(await first.file.text()).toBe(await second.file.text());
});

test('a library that cannot be read gives no file', async () => {
  const db = openDatabase();
  db.close({ disableAutoOpen: true });
  await expect(exportPapers(db, JSON_REQUEST, NOW)).rejects.toThrow();
});

test('a library that fails half-way gives no file', async () => {
  const db = await libraryOf(300);
  const read = db.papers.bulkGet.bind(db.papers);
  let batches = 0;
  vi.spyOn(db.papers, 'bulkGet').mockImplementation((ids) => {
    if (++batches > 1) throw new DOMException('', 'UnknownError');
    return read(ids);
  });
  const told: number[] = [];
  await expect(exportPapers(db, JSON_REQUEST, NOW, (done) => told.push(done))).rejects.toThrow();
  expect(told).toEqual([250]);
});

test('papers that are removed meanwhile are not counted', async () => {
  const db = await libraryOf(300);
  const last = (await db.papers.toCollection().primaryKeys()).at(-1) ?? '';
  const written = await exportPapers(db, JSON_REQUEST, NOW, (done) => {
    if (done === 250) void db.papers.delete(last);
  });
  expect(written.papers).toBe(299);
  expect(JSON.parse(await written.file.text()).papers).toHaveLength(299);
});

test('a file of very many pieces is handed over in few parts, each piece in its place', async () => {
  const db = await libraryOf(300);
  let blobs = 0;
  const Real = Blob;
  globalThis.Blob = class extends Real {
    constructor(...args: ConstructorParameters<typeof Blob>) {
      super(...args);
      blobs++;
    }
  };
  onTestFinished(() => {
    globalThis.Blob = Real;
  });
  const { file } = await exportPapers(db, { ...JSON_REQUEST, format: 'markdown-notes' }, NOW);
  expect(blobs).toBeLessThan(5);
  expect(Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))).toHaveLength(300);
});

async function libraryOf(count: number) {
  const db = openDatabase();
  await db.papers.bulkAdd(
    Array.from({ length: count }, (_, index) => storedPaper({ id: `arxiv:2609.${10_000 + index}` })),
  );
  return db;
}
