import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { upgradePosition } from '@/storage/library';
import { upgradeStep } from '@/storage/upgrade-rows';
import type { Paper } from '@/utils/paper/schema';
import { at, card, daysAfter } from './cards';
import { freshName, openDatabase } from './open-database';
import { storedPaper } from './papers';

/** What version 2 declared. */
const STORES = JSON.parse(readFileSync('tests/fixtures/library/v2.json', 'utf8')).stores;

/** As version 2 wrote papers: without stamps, with the days of edits. */
function oldPaper(number: number): Paper {
  const arxiv = `2609.${String(number).padStart(5, '0')}`;
  const edited = number % 3 === 0 ? ['title'] : [];
  return storedPaper({
    ...{ id: `arxiv:${arxiv}`, identifiers: { arxiv }, title: `Paper ${number}`, edited },
    ...{ tags: number % 2 ? ['odd'] : [], changedAt: edited.length > 0 ? { title: at(2) } : {} },
  });
}

/** A database of version 2 with these rows, opened by this version. */
async function opened(papers: readonly object[], trash: readonly object[] = []): Promise<OffprintDatabase> {
  const name = freshName();
  const old = new Dexie(name);
  old.version(2).stores(STORES);
  await old.table('papers').bulkAdd(papers);
  await old
    .table('aliases')
    .bulkAdd(papers.map((row) => ({ key: (row as Paper).id, paper: (row as Paper).id })));
  await old.table('trash').bulkAdd(trash);
  await old.table('settings').bulkAdd([
    { name: 'revision', value: 7 },
    { name: 'papers', value: papers.length },
  ]);
  old.close();
  const db = new OffprintDatabase(name);
  onTestFinished(() => db.delete());
  await db.open();
  return db;
}

async function upgrade(db: OffprintDatabase): Promise<number> {
  let steps = 1;
  while (await upgradeStep(db, at(9))) steps++;
  return steps;
}

/** A step between whose reading and writing something else is done. */
async function stepAround(db: OffprintDatabase, between: () => Promise<void>): Promise<void> {
  const write = db.transaction.bind(db) as (...args: unknown[]) => unknown;
  const held = vi.spyOn(db, 'transaction').mockImplementationOnce((async (...args: unknown[]) => {
    await between();
    return write(...args);
  }) as never);
  await upgradeStep(db, at(9));
  held.mockRestore();
}

const PAPERS = Array.from({ length: 450 }, (_, index) => oldPaper(index));
const TRASHED = {
  id: 'arxiv:2501.00001',
  trashedAt: at(3),
  paper: { ...oldPaper(3), id: 'arxiv:2501.00001' },
  sightings: [],
};

describe('a library of version 2', () => {
  test('is upgraded in parts: every row gets its stamps and nothing else changes', async () => {
    const db = await opened(PAPERS, [TRASHED]);
    const before = await (await backUpLibrary(db, at(5))).text();
    expect(await upgrade(db)).toBeGreaterThan(3);
    const papers = await db.papers.toArray();
    expect(papers).toHaveLength(PAPERS.length);
    for (const paper of papers) expect(paper).not.toHaveProperty('changedAt');
    expect(papers[3]?.stamps).toMatchObject({ title: expect.any(String), 'tag:odd': expect.any(String) });
    expect((await db.trash.toArray())[0]?.paper.stamps).toHaveProperty('title');
    expect(await (await backUpLibrary(db, at(5))).text()).toBe(before);
    expect(await db.damaged.count()).toBe(0);
  });

  test('may be stopped anywhere: the next step goes on', async () => {
    const db = await opened(PAPERS);
    await upgradeStep(db, at(9));
    db.close();
    await db.open();
    const done = (await db.papers.toArray()).filter((paper) => !('changedAt' in paper)).length;
    expect(done).toBe(50);
    await upgrade(db);
    expect((await db.papers.toArray()).some((paper) => 'changedAt' in paper)).toBe(false);
  });

  test('is used meanwhile: what a person changes between two steps stays', async () => {
    const db = await opened(PAPERS);
    await upgradeStep(db, at(9));
    await saveCards(
      db,
      [card({ identifiers: { arxiv: '2609.00400' }, abstract: 'New here.' })],
      daysAfter(1),
    );
    await removePapers(db, ['arxiv:2609.00449'], daysAfter(1));
    await upgrade(db);
    expect(await db.papers.get('arxiv:2609.00400')).toMatchObject({
      abstract: 'New here.',
      title: 'Paper 400',
    });
    expect(await db.papers.count()).toBe(PAPERS.length - 1);
    expect((await db.trash.get('arxiv:2609.00449'))?.paper.stamps).toHaveProperty('life');
  });

  test('is used in the midst of a step: what changes between its reading and its writing stays', async () => {
    const db = await opened(PAPERS);
    await stepAround(db, async () => {
      await saveCards(
        db,
        [card({ identifiers: { arxiv: '2609.00003' }, abstract: 'New here.' })],
        daysAfter(1),
      );
      await removePapers(db, ['arxiv:2609.00004'], daysAfter(1));
    });
    expect(await db.papers.get('arxiv:2609.00003')).toMatchObject({
      abstract: 'New here.',
      title: 'Paper 3',
    });
    expect(await db.papers.get('arxiv:2609.00004')).toBeUndefined();
    expect(await db.papers.count()).toBe(PAPERS.length - 1);
  });

  test('by two workers is upgraded once: the slower one takes nothing back', async () => {
    const db = await opened(PAPERS.with(10, { ...oldPaper(10), title: 7 } as never));
    await stepAround(db, async () => void (await upgrade(db)));
    expect(await upgradePosition(db)).toBeUndefined();
    expect(await db.papers.count()).toBe(PAPERS.length - 1);
    expect((await db.settings.get('papers'))?.value).toBe(PAPERS.length - 1);
  });

  test.each([
    ['authors that are no list', { authors: 7 }],
    ['a title that is a number', { title: 7 }],
    ['no identifiers', { identifiers: undefined }],
    ['no tags', { tags: null }],
    ['nothing but its id', undefined],
  ])('with a row that has %s: it is set aside, and the rest goes on', async (_, damage) => {
    const bad = damage ? { ...oldPaper(210), ...damage } : { id: 'arxiv:2609.00210' };
    const db = await opened(PAPERS.with(210, bad as Paper), [
      { ...TRASHED, paper: { ...TRASHED.paper, ...damage, tags: 7 } },
    ]);
    await upgrade(db);
    const rows = await db.damaged.toArray();
    expect(rows.map(({ table, id }) => [table, id])).toEqual([
      ['papers', 'arxiv:2609.00210'],
      ['trash', 'arxiv:2501.00001'],
    ]);
    expect(rows[0]?.row).toEqual(bad);
    expect(await db.papers.count()).toBe(PAPERS.length - 1);
    expect((await db.settings.get('papers'))?.value).toBe(PAPERS.length - 1);
    expect(await db.tombstones.toArray()).toEqual([{ id: 'arxiv:2609.00210', revision: 8, at: at(9) }]);
  });
});

test('a new library has nothing to upgrade', async () => {
  const db = new OffprintDatabase(freshName());
  onTestFinished(() => db.delete());
  expect(await upgradeStep(db, at(9))).toBe(false);
});

test('papers get the keys of newer rules, those in the trash too, and once', async () => {
  const db = openDatabase();
  const title = 'On the Łojasiewicz lamp inequality';
  await saveCards(db, [card({ title, identifiers: { arxiv: '2609.00001' } })], at(0));
  await saveCards(db, [card({ title: 'Łódź at dusk, from one window', authors: ['A B'] })], at(0));
  const [first, second] = await db.papers.toCollection().primaryKeys();
  await removePapers(db, [second ?? ''], at(1));
  await db.aliases.filter(({ key }) => key.startsWith('title:')).delete();
  await db.settings.delete('keys');
  expect(await upgradeStep(db, at(2))).toBe(true);
  expect(await upgradeStep(db, at(2))).toBe(false);
  expect(await db.aliases.get(['title:onthelojasiewiczlampinequality', first ?? ''])).toBeTruthy();
  expect(await db.aliases.get(['title:lodzatduskfromonewindow', second ?? ''])).toBeTruthy();
  await db.aliases.filter(({ key }) => key.startsWith('title:')).delete();
  expect(await upgradeStep(db, at(3))).toBe(false);
  expect(await db.aliases.filter(({ key }) => key.startsWith('title:')).count()).toBe(0);
});
