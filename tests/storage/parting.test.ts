/** “Two papers”, said in one copy of the library of what another copy made one. */
import { beforeEach, expect, test } from 'vitest';
import { importStaged, removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { joinPapers, tellApart } from '@/storage/links';
import { saveNote } from '@/storage/save-note';
import { writeJson } from '@/utils/formats/json/json';
import { at, card, TUESDAY } from './cards';
import { allStaged, BATCH, openDatabase } from './open-database';
import { looseEnds } from './soundness';

const title = 'Lamps on moored boats in fog';
const FIRST = card({ title, identifiers: { doi: '10.1234/a' }, publishedAt: '2009' });
const SECOND = card({ title, identifiers: { doi: '10.1234/b' }, publishedAt: '2009', listing: TUESDAY });
const IDS = ['doi:10.1234/a', 'doi:10.1234/b'] as const;

let db: OffprintDatabase;
let other: OffprintDatabase;
const text = async (library: OffprintDatabase) => (await backUpLibrary(library, at(50))).text();
const hear = async (library: OffprintDatabase, from: OffprintDatabase, now: number) =>
  take(library, await text(from), at(now));
const said = async (library: OffprintDatabase) =>
  (await library.papers.toArray()).map(({ id, identifiers, tags, note, venue, apart }) => ({
    ...{ id, identifiers, tags, note, venue, apart },
  }));
const TWO = [
  {
    id: IDS[0],
    identifiers: { doi: '10.1234/a' },
    tags: ['mine'],
    note: 'Mine.',
    venue: undefined,
    apart: [IDS[1]],
  },
  {
    id: IDS[1],
    identifiers: { doi: '10.1234/b' },
    tags: ['yours'],
    note: 'Yours.',
    venue: 'ICML',
    apart: [IDS[0]],
  },
];

beforeEach(async () => {
  db = openDatabase();
  await db.settings.put({ name: 'session', value: 'session001' });
  await saveCards(db, [FIRST], at(0));
  await saveCards(db, [{ ...SECOND, venue: 'ICML' }], at(1));
  for (const [index, id] of IDS.entries()) {
    await editPapers(db, [id], { add: { tags: [index === 0 ? 'mine' : 'yours'] } }, at(1));
    await saveNote(
      db,
      { paper: id, text: index === 0 ? 'Mine.' : 'Yours.', seen: [], run: `${index}` },
      at(1),
    );
  }
  other = openDatabase();
  await other.settings.put({ name: 'session', value: 'session002' });
  await hear(other, db, 2);
});

test.each([
  ['the copy that made it one hears first', [0, 1]],
  ['the copy that says so hears first', [1, 0]],
])('by hand: each is what it was, when %s', async (_, order) => {
  await joinPapers(other, IDS, at(3));
  await tellApart(db, IDS, at(4));
  for (const round of [0, 1, 2])
    for (const first of order)
      await (first === 0 ? hear(other, db, 5 + 2 * round) : hear(db, other, 6 + 2 * round));
  expect(await said(db)).toEqual(TWO);
  expect(await said(other)).toEqual(TWO);
  expect(await text(other)).toBe(await text(db));
  expect((await db.sightings.toArray()).map(({ paper }) => paper)).toEqual(IDS);
  expect((await other.sightings.toArray()).map(({ paper }) => paper)).toEqual(IDS);
  for (const library of [db, other]) expect(await looseEnds(library)).toEqual([]);
});

test.each([
  ['the copy that made it one hears first', [0, 1]],
  ['the copy that says so hears first', [1, 0]],
])('by a file: each is what it was but for its note, when %s', async (_, order) => {
  await takeBridge(other);
  await tellApart(db, IDS, at(7));
  for (const round of [0, 1, 2])
    for (const first of order)
      await (first === 0 ? hear(other, db, 8 + 2 * round) : hear(db, other, 9 + 2 * round));
  for (const library of [db, other]) {
    const now = await said(library);
    expect(now.map(({ note: __, ...rest }) => rest)).toEqual(TWO.map(({ note: __, ...rest }) => rest));
    expect(now.map(({ note }) => note?.includes('Mine.'))).toEqual([true, false]);
    expect(await looseEnds(library)).toEqual([]);
  }
  expect(await text(other)).toBe(await text(db));
});

test('that an import took it apart is undone with the import', async () => {
  await joinPapers(other, IDS, at(3));
  await tellApart(db, IDS, at(4));
  await hear(other, db, 5);
  expect(await ids(other)).toEqual(IDS);
  const last = (await other.journal.toArray()).at(-1);
  await undo(other, Number(last?.entry), at(6));
  expect(await ids(other)).toEqual([IDS[0]]);
  expect((await other.papers.toArray()).map(({ same }) => same)).toEqual([[IDS[1]]]);
});

test('does not part what was made one later', async () => {
  await tellApart(db, IDS, at(3));
  await joinPapers(other, IDS, at(4));
  await hear(other, db, 5);
  expect(await ids(other)).toEqual([IDS[0]]);
  await hear(db, other, 6);
  expect(await ids()).toEqual([IDS[0]]);
});

test('a joined record that lies in the trash is no obstacle: all else in the backup comes', async () => {
  await joinPapers(other, IDS, at(3));
  await removePapers(other, [IDS[0]], at(4));
  await tellApart(db, IDS, at(5));
  await saveCards(db, [card({ title: 'Kites', identifiers: { doi: '10.1234/k' } })], at(6));
  await hear(other, db, 7);
  expect(await ids(other)).toContain('doi:10.1234/k');
  expect(await looseEnds(other)).toEqual([]);
});

async function ids(library = db): Promise<string[]> {
  return library.papers.toCollection().primaryKeys();
}

async function take(library: OffprintDatabase, text: string, now: string): Promise<void> {
  await planImport(library, BATCH, { files: [new Blob([text])] }, () => {});
  await importStaged(library, await allStaged(library), now);
}

/** A file in which one record has the identifiers of both. */
async function takeBridge(library: OffprintDatabase): Promise<void> {
  const identifiers = { doi: ['10.1234/a', '10.1234/b'] };
  const paper = { id: IDS[0], title, identifiers, savedAt: at(5), tags: [], authors: [] };
  const whole = { ...paper, status: 'unread', starred: false, edited: [], sources: [] };
  await take(library, [writeJson([whole] as never, at(5))].join(''), at(6));
}
