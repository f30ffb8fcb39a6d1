import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { possibleDuplicates } from '@/storage/duplicates';
import { editPapers } from '@/storage/edit';
import { backUpLibrary } from '@/storage/export/back-up';
import { planImport } from '@/storage/import/reader';
import { joinPapers, takeApart, tellApart } from '@/storage/links';
import { mergesOf } from '@/storage/merges';
import { exportedText } from '@/tests/storage/export/exported-text';
import { writeJson } from '@/utils/formats/json/json';
import { Paper } from '@/utils/paper/schema';
import { at, card, TUESDAY } from './cards';
import { allStaged, BATCH, openDatabase } from './open-database';
import { filePaper } from './papers';
import { see } from './see';
import { looseEnds } from './soundness';

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
    writeJson([{ ...paper, status: 'unread', starred: false, edited: [], sources: [] }] as never, at(5)),
  ].join('');
  await planImport(library, BATCH, { files: [new Blob([text])] }, () => {});
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
  const text = await exportedText(db, at(7));
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
  await planImport(
    other,
    BATCH,
    { files: [new Blob([await (await backUpLibrary(db, at(3))).text()])] },
    () => {},
  );
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
  const before = await exportedText(db, at(7));
  const entry = await joinPapers(db, IDS, at(2));
  expect(await ids()).toEqual([IDS[0]]);
  expect(await see(db, [FIRST, SECOND], at(2))).toEqual([true, true]);
  expect((await db.sightings.toArray()).map(({ paper }) => paper)).toEqual([IDS[0], IDS[0]]);
  await undo(db, Number(entry), at(4));
  expect(await ids()).toEqual(IDS);
  expect(await exportedText(db, at(7))).toBe(before);
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
  expect(JSON.parse(await exportedText(db, at(3))).papers[0].same).toEqual([IDS[1]]);
  await take(other, await (await backUpLibrary(db, at(3))).text(), at(4));
  expect(await ids(other)).toEqual([IDS[0]]);
  expect(await see(other, [FIRST, SECOND], at(5))).toEqual([true, true]);
});

test('by a file without stamps, too', async () => {
  const other = openDatabase();
  for (const one of [FIRST, SECOND]) await saveCards(other, [one], at(1));
  await joinPapers(db, IDS, at(2));
  await take(other, await exportedText(db, at(3)), at(4));
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
  await planImport(library, BATCH, { files: [new Blob([text])] }, () => {});
  await importStaged(library, await allStaged(library), now);
}

describe('a choice for a field', () => {
  const venue = async () => (await db.papers.get(IDS[0]))?.venue;

  beforeEach(async () => {
    await editPapers(db, [IDS[0]], { set: { venue: 'Harbour Journal' } }, at(2));
    await editPapers(db, [IDS[1]], { set: { venue: 'Fog Letters', abstract: 'Lamps.' } }, at(2));
  });

  test('is the person’s own edit of it, in the same step, and undone with it', async () => {
    const text = async () => exportedText(db, at(7));
    const before = await text();
    const entry = await joinPapers(db, IDS, at(3), { venue: IDS[1], abstract: IDS[1] });
    expect(await db.papers.get(IDS[0])).toMatchObject({ venue: 'Fog Letters', abstract: 'Lamps.' });
    expect((await db.papers.get(IDS[0]))?.edited).toContain('venue');
    await see(db, [{ ...FIRST, venue: 'Elsewhere' }], at(4));
    expect(await venue()).toBe('Fog Letters');
    await undo(db, Number(entry), at(5));
    expect((await text()).replaceAll(',"venue":"Elsewhere"', '')).toBe(before);
    expect(await looseEnds(db)).toEqual([]);
  });

  test.each([
    ['of a record that is not joined', { venue: 'doi:10.1234/c' }, { code: 'refused' }],
    ['that the chosen record has not', { code: IDS[0] }, { code: 'badValue', about: 'code' }],
  ])('%s is refused, and nothing is joined', async (_, choices, failure) => {
    await expect(joinPapers(db, IDS, at(3), choices)).rejects.toMatchObject(failure);
    expect(await ids()).toEqual(IDS);
  });

  test('of a title lets the chosen one lead to the paper', async () => {
    await editPapers(db, [IDS[1]], { set: { title: 'Fog lamps' } }, at(3));
    await joinPapers(db, IDS, at(4), { title: IDS[1] });
    expect((await db.papers.get(IDS[0]))?.title).toBe('Fog lamps');
    expect(await db.aliases.get(['title:foglamps', IDS[0]])).toBeDefined();
  });
});

describe('taken apart', () => {
  const mergeOf = async (id: string) => (await mergesOf(db, id))[0];
  const sightings = async () => (await db.sightings.toArray()).map(({ paper, url }) => `${paper} ${url}`);

  test('a joined paper is two again, even after later changes, each with its own', async () => {
    await editPapers(db, [IDS[1]], { add: { tags: ['fog'] } }, at(2));
    const seen = await sightings();
    const before = await db.papers.get(IDS[1]);
    await joinPapers(db, IDS, at(3));
    await editPapers(db, [IDS[0]], { add: { tags: ['later'] }, set: { starred: true } }, at(4));
    await see(db, [{ ...FIRST, venue: 'Harbour Journal' }], at(5));
    const merge = await mergeOf(IDS[0]);
    expect(merge?.parts).toEqual([{ id: IDS[1], title }]);
    const entry = await takeApart(db, IDS[0], merge?.entry.entry ?? 0, at(6));
    expect(await ids()).toEqual(IDS);
    const [first, second] = await db.papers.toArray();
    expect(first).toMatchObject({ identifiers: { doi: '10.1234/a' }, tags: ['later'], starred: true });
    expect(second).toMatchObject({ identifiers: before?.identifiers, tags: ['fog'], starred: false });
    expect([first?.apart, second?.apart, first?.same]).toEqual([[IDS[1]], [IDS[0]], undefined]);
    expect((await sightings()).sort()).toEqual(seen.sort());
    expect(await looseEnds(db)).toEqual([]);
    await takeBridge();
    expect(await ids()).toEqual(IDS);
    expect(await mergesOf(db, IDS[0])).toEqual([]);
    expect(await db.journal.get(Number(entry))).toMatchObject({ intention: 'apart', of: merge?.entry.entry });
  });

  test('and that undone, it is one again, and can be taken apart again', async () => {
    const join = await joinPapers(db, IDS, at(3));
    const apart = await takeApart(db, IDS[0], Number(join), at(4));
    expect((await db.journal.get(Number(join)))?.undoneBy).toBe(apart);
    await undo(db, Number(apart), at(5));
    expect(await ids()).toEqual([IDS[0]]);
    expect((await db.journal.get(Number(join)))?.undoneBy).toBeUndefined();
    expect((await db.papers.get(IDS[0]))?.same).toEqual([IDS[1]]);
    const again = await mergeOf(IDS[0]);
    await takeApart(db, IDS[0], again?.entry.entry ?? 0, at(6));
    expect(await ids()).toEqual(IDS);
    expect(await looseEnds(db)).toEqual([]);
  });

  test('what a file made one is two again, and the rest of the import stays', async () => {
    await takeBridge();
    expect(await ids()).toEqual([IDS[0]]);
    const merge = await mergeOf(IDS[0]);
    expect([merge?.entry.intention, merge?.parts.map(({ id }) => id)]).toEqual(['import', [IDS[1]]]);
    await takeApart(db, IDS[0], merge?.entry.entry ?? 0, at(7));
    expect(await ids()).toEqual(IDS);
    expect((await db.papers.toArray()).map(({ identifiers }) => identifiers.doi)).toEqual([
      '10.1234/a',
      '10.1234/b',
    ]);
    expect((await db.journal.get(merge?.entry.entry ?? 0))?.undoneBy).toBeUndefined();
    await takeBridge();
    expect(await ids()).toEqual(IDS);
    expect(await looseEnds(db)).toEqual([]);
  });

  test('a note that was written since stays with the paper; the other has its own', async () => {
    await editPapers(db, [IDS[1]], { add: { tags: ['fog'] } }, at(2));
    await db.papers.update(IDS[1], { note: 'Of fog.' });
    await joinPapers(db, IDS, at(3));
    expect((await db.papers.get(IDS[0]))?.note).toBe('Of fog.');
    await takeApart(db, IDS[0], (await mergeOf(IDS[0]))?.entry.entry ?? 0, at(4));
    expect((await db.papers.toArray()).map(({ note }) => note)).toEqual([undefined, 'Of fog.']);
  });

  test('what the history has no more is refused, and so is a paper that is gone', async () => {
    const join = await joinPapers(db, IDS, at(3));
    await expect(takeApart(db, IDS[0], 1, at(4))).rejects.toMatchObject({ code: 'refused' });
    await expect(takeApart(db, IDS[1], Number(join), at(4))).rejects.toMatchObject({ code: 'refused' });
    await db.journal.delete(Number(join));
    expect(await mergesOf(db, IDS[0])).toEqual([]);
    await expect(takeApart(db, IDS[0], Number(join), at(4))).rejects.toMatchObject({ code: 'refused' });
  });

  test('two windows that join the same pair: the later one is told', async () => {
    await joinPapers(db, IDS, at(3));
    await expect(joinPapers(db, IDS, at(3))).rejects.toMatchObject({ code: 'refused' });
  });

  test('also a record whose id is a key that both had: its title', async () => {
    const titled = { id: `title:${title.toLowerCase().replaceAll(' ', '')}`, identifiers: {}, venue: 'Quay' };
    const file = writeJson([filePaper({ title, publishedAt: '2015', ...titled })], at(2));
    await planImport(db, BATCH, { files: [new Blob([file])] }, () => {});
    await importStaged(db, await allStaged(db), at(2));
    expect(await ids()).toEqual([...IDS, titled.id]);
    await joinPapers(db, [IDS[0], titled.id], at(3));
    const merge = await mergeOf(IDS[0]);
    expect(merge?.parts).toEqual([{ id: titled.id, title }]);
    await takeApart(db, IDS[0], merge?.entry.entry ?? 0, at(4));
    expect(await ids()).toEqual([...IDS, titled.id]);
    expect(await looseEnds(db)).toEqual([]);
  });
});
