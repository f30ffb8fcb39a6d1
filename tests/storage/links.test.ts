import { beforeEach, expect, test } from 'vitest';
import { importStaged, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { possibleDuplicates } from '@/storage/duplicates';
import { planImport } from '@/storage/import/reader';
import { joinPapers, tellApart } from '@/storage/links';
import { backUpLibrary, exportLibrary } from '@/storage/transfer';
import { json } from '@/utils/formats/json';
import { Paper } from '@/utils/paper/schema';
import { at, card, TUESDAY } from './cards';
import { allStaged, BATCH, openDatabase } from './open-database';
import { see } from './see';

let db: OffprintDatabase;
const title = 'Lamps on moored boats in fog';
const FIRST = card({ title, identifiers: { doi: '10.1234/a' }, publishedAt: '2009' });
const SECOND = card({ title, identifiers: { doi: '10.1234/b' }, publishedAt: '2009', listing: TUESDAY });
/** It speaks of both. */
const BRIDGE = card({ title, identifiers: { doi: ['10.1234/a', '10.1234/b'] } as never });
const IDS = ['doi:10.1234/a', 'doi:10.1234/b'] as const;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(db, [FIRST], at(0));
  await saveCards(db, [SECOND], at(1));
  expect(await ids()).toEqual(IDS);
});

async function ids(library = db): Promise<string[]> {
  return library.papers.toCollection().primaryKeys();
}

/** Two identifiers of one kind: a card has one, so it comes from a file. */
async function takeBridge(library = db): Promise<void> {
  const paper = {
    id: 'doi:10.1234/a',
    title,
    identifiers: BRIDGE.identifiers,
    savedAt: at(5),
    tags: [],
    authors: [],
  };
  const text = [
    ...json.write([{ ...paper, status: 'unread', starred: false, edited: [], sources: [] }] as never, at(5)),
  ].join('');
  await planImport(library, BATCH, { text }, () => {});
  await importStaged(library, await allStaged(library), at(6));
}

test('without a word of the person, a record that has both identifiers makes them one', async () => {
  await takeBridge();
  expect(await ids()).toEqual([IDS[0]]);
});

test('two papers stay two, whatever comes, and it is exported', async () => {
  await tellApart(db, IDS, at(2));
  await takeBridge();
  expect(await ids()).toEqual(IDS);
  const text = await (await exportLibrary(db, json, at(7))).text();
  expect(JSON.parse(text).papers.map(({ apart }: { apart: string[] }) => apart)).toEqual([
    [IDS[1]],
    [IDS[0]],
  ]);
  for (const row of await db.papers.toArray()) Paper.parse(row);
});

test('which can be undone', async () => {
  const entry = await tellApart(db, IDS, at(2));
  await undo(db, Number(entry), at(3));
  for (const paper of await db.papers.toArray()) expect(paper).not.toHaveProperty('apart');
  await takeBridge();
  expect(await ids()).toEqual([IDS[0]]);
});

test('and reaches another copy of the library by a backup', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await tellApart(db, IDS, at(2));
  await planImport(other, BATCH, { text: await (await backUpLibrary(db, at(3))).text() }, () => {});
  await importStaged(other, await allStaged(other), at(4));
  await takeBridge(other);
  expect(await ids(other)).toEqual(IDS);
});

test('told apart, papers are offered as duplicates no more', async () => {
  await saveCards(db, [card({ title, publishedAt: '2019' })], at(2));
  const [first] = await db.papers.toArray();
  if (!first) throw new Error('not saved');
  const [other] = await possibleDuplicates(db, first);
  await tellApart(db, [first.id, other?.id ?? ''], at(3));
  expect(await possibleDuplicates(db, first)).toEqual([]);
});

test('one paper is one record that each identifier and listing finds; undone, there are two again', async () => {
  const before = await (await exportLibrary(db, json, at(7))).text();
  const entry = await joinPapers(db, IDS, at(2));
  expect(await ids()).toEqual([IDS[0]]);
  expect(await see(db, [FIRST, SECOND], at(2))).toEqual([true, true]);
  expect((await db.sightings.toArray()).map(({ paper }) => paper)).toEqual([IDS[0], IDS[0]]);
  await undo(db, Number(entry), at(4));
  expect(await ids()).toEqual(IDS);
  expect(await (await exportLibrary(db, json, at(7))).text()).toBe(before);
});

test('one that is not there is joined with none', async () => {
  await expect(joinPapers(db, [IDS[0], 'doi:10.1234/c'], at(2))).rejects.toThrow('refused');
  expect(await ids()).toEqual(IDS);
});

test('that it is one is exported, and reaches another copy of the library', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await joinPapers(db, IDS, at(2));
  const [paper] = await db.papers.toArray();
  expect(Paper.parse(paper)).toMatchObject({
    same: [IDS[1]],
    stamps: { [`apart:${IDS[1]}`]: expect.any(String) },
  });
  expect(JSON.parse(await (await exportLibrary(db, json, at(3))).text()).papers[0].same).toEqual([IDS[1]]);
  await take(other, await (await backUpLibrary(db, at(3))).text(), at(4));
  expect(await ids(other)).toEqual([IDS[0]]);
  expect(await see(other, [FIRST, SECOND], at(5))).toEqual([true, true]);
});

test('by a file without stamps, too', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await joinPapers(db, IDS, at(2));
  await take(other, await (await exportLibrary(db, json, at(3))).text(), at(4));
  expect(await ids(other)).toEqual([IDS[0]]);
});

test('a copy of the joined record joins the other, however unlike they are', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await joinPapers(db, IDS, at(2));
  await take(db, await (await backUpLibrary(other, at(3))).text(), at(4));
  expect(await ids()).toEqual([IDS[0]]);
});

test('undone, nothing says any more that they are one', async () => {
  const entry = await joinPapers(db, IDS, at(2));
  await undo(db, Number(entry), at(3));
  for (const paper of await db.papers.toArray()) expect(paper).not.toHaveProperty('same');
});

test('“two papers” parts what was joined by hand, and joined again it is one', async () => {
  await joinPapers(db, IDS, at(2));
  await tellApart(db, IDS, at(3));
  expect(await ids()).toEqual(IDS);
  await takeBridge();
  expect(await ids()).toEqual(IDS);
  await joinPapers(db, IDS, at(8));
  expect((await db.papers.toArray()).map(({ same, apart }) => [same, apart])).toEqual([
    [[IDS[1]], undefined],
  ]);
});

test('what cannot be parted any more is refused, and nothing changes', async () => {
  await joinPapers(db, IDS, at(2));
  await db.journal.clear();
  const revision = await db.settings.get('revision');
  await expect(tellApart(db, IDS, at(3))).rejects.toThrow('refused');
  expect(await db.settings.get('revision')).toEqual(revision);
});

test('a later “two papers” of another copy outweighs an earlier “one paper”', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await joinPapers(other, IDS, at(2));
  await tellApart(db, IDS, at(3));
  await take(db, await (await backUpLibrary(other, at(4))).text(), at(5));
  expect(await ids()).toEqual(IDS);
  expect((await db.papers.toArray()).map(({ apart }) => apart)).toEqual([[IDS[1]], [IDS[0]]]);
});

test('and a later “one paper” an earlier “two papers”', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await tellApart(db, IDS, at(2));
  await joinPapers(other, IDS, at(3));
  await take(db, await (await backUpLibrary(other, at(4))).text(), at(5));
  expect(await ids()).toEqual([IDS[0]]);
});

async function take(library: OffprintDatabase, text: string, now: string): Promise<void> {
  await planImport(library, BATCH, { text }, () => {});
  await importStaged(library, await allStaged(library), now);
}
