/** Backups: what leaves with everything comes back whole, and joins a library that went on meanwhile. */
import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, removePapers, restorePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { type ImportPlan, planImport } from '@/storage/import/reader';
import type { Paper } from '@/utils/paper/schema';
import { at, card, TUESDAY } from '../cards';
import { allStaged, BATCH, everything, openDatabase } from '../open-database';
import { storedPaper } from '../papers';

const ID = 'arxiv:2609.00001';
const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { doi: '10.1234/salt' }, title: 'Salt and silence in winter' });
const UNTITLED = card({ title: 'A paper without a number' });

let db: OffprintDatabase;
let tick: number;
beforeEach(() => {
  db = openDatabase();
  tick = 0;
});

const now = () => at(++tick);

async function backUp(from = db): Promise<string> {
  return (await backUpLibrary(from, at(0))).text();
}

async function bringBack(text: string, into: OffprintDatabase) {
  const plan = (await planImport(into, BATCH, { files: [new Blob([text])] }, () => {})) as ImportPlan;
  const entry = await importStaged(into, await allStaged(into), now());
  const { rows: _, colours: _colours, searches: _searches, ...preview } = plan.preview;
  const told = Object.entries(preview).filter(([, { count }]) => count > 0);
  return { entry, told: Object.fromEntries(told.map(([outcome, { count }]) => [outcome, count])), plan };
}

/** What a person changes of a paper, as the commands of an editor will: by an import of it, here. */
async function edit(change: (paper: Paper) => Partial<Paper>, into = db, id = ID): Promise<void> {
  const { record } = await import('@/storage/change/journal');
  const { readRecords } = await import('@/storage/change/read-draft');
  await record(into, { intention: 'import' }, now(), async (write) => {
    const draft = await readRecords(into, [id]);
    const paper = draft.get('papers', id) as Paper;
    draft.put('papers', { ...paper, ...change(paper) });
    await write(draft);
  });
}

const paperIn = async (from: OffprintDatabase, id = ID) => (await from.papers.get(id)) as Paper;

describe('a backup into an empty library', () => {
  test('gives the same library: its backup has the same bytes', async () => {
    await saveCards(db, [LANTERNS, SALT, UNTITLED], now());
    await saveCards(db, [{ ...LANTERNS, listing: TUESDAY, upvotes: 7, abstract: 'Light on water.' }], now());
    await edit(() => ({ tags: ['light'], note: 'Read this.', starred: true }));
    await edit(() => ({ tags: [] }));
    await removePapers(db, ['doi:10.1234/salt'], now());
    const text = await backUp();
    const other = openDatabase();
    const { told } = await bringBack(text, other);
    expect(told).toEqual({ new: 2, discarded: 1 });
    expect(await backUp(other)).toBe(text);
    expect(await restorePapers(other, ['doi:10.1234/salt'], now())).toBeDefined();
  });

  test('also of records that older versions wrote, which have no stamps', async () => {
    await db.papers.add(
      storedPaper({ id: ID, identifiers: { arxiv: '2609.00001' }, note: 'Old.', tags: ['x'] }),
    );
    const trashed = storedPaper({ id: 'arxiv:2609.00002', identifiers: { arxiv: '2609.00002' } });
    await db.trash.add({ id: trashed.id, trashedAt: at(1), paper: trashed, sightings: [] });
    const text = await backUp();
    const other = openDatabase();
    await bringBack(text, other);
    expect(await backUp(other)).toBe(text);
  });

  test('keeps what leads to a record, and what is gone', async () => {
    await saveCards(db, [card({ identifiers: { doi: '10.1234/a' } }), LANTERNS], now());
    await saveCards(db, [{ ...LANTERNS, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } }], now());
    const [kept] = await db.papers.toArray();
    const text = await backUp();
    const other = openDatabase();
    await bringBack(text, other);
    expect(await backUp(other)).toBe(text);
    const aliases = await other.aliases
      .where('paper')
      .equals(kept?.id ?? '')
      .toArray();
    expect(aliases.map(({ key }) => key)).toContain(ID);
    expect(await other.tombstones.toArray()).toHaveLength(1);
  });

  test('can be undone: the papers go to the trash', async () => {
    await saveCards(db, [LANTERNS], now());
    const other = openDatabase();
    const { entry } = await bringBack(await backUp(), other);
    await undo(other, entry as number, now());
    expect(await other.papers.count()).toBe(0);
    expect(await other.trash.count()).toBe(1);
  });
});

describe('a backup into a library that went on', () => {
  beforeEach(() => saveCards(db, [LANTERNS, SALT], now()));

  test('changes nothing where nothing is news, and makes no entry', async () => {
    await edit(() => ({ tags: ['light'], note: 'Read this.' }));
    const text = await backUp();
    const before = (await everything(db)).papers;
    const { told, entry } = await bringBack(text, db);
    expect(told).toEqual({ unchanged: 2 });
    expect(entry).toBeUndefined();
    expect((await everything(db)).papers).toEqual(before);
  });

  test('leaves what was changed since: a tag that is gone stays gone', async () => {
    await edit(() => ({ tags: ['light', 'old'], starred: true }));
    const text = await backUp();
    await edit(() => ({ tags: ['light', 'new'], starred: false }));
    await bringBack(text, db);
    expect(await paperIn(db)).toMatchObject({ tags: ['light', 'new'], starred: false });
  });

  test('brings what another copy changed last, and keeps both notes', async () => {
    const other = openDatabase();
    await bringBack(await backUp(), other);
    await edit(() => ({ note: 'Here.', tags: ['light'] }));
    await edit(() => ({ note: 'There.', status: 'read', tags: ['dark'] }), other);
    const { told } = await bringBack(await backUp(other), db);
    expect(told).toEqual({ merged: 1, unchanged: 1 });
    expect(await paperIn(db)).toMatchObject({
      note: 'Here.\n\nThere.',
      status: 'read',
      tags: ['light', 'dark'],
    });
    await bringBack(await backUp(), other);
    expect(await backUp(other)).toBe(await backUp());
  });

  test('what it overruled stands in the history, and comes back by undo', async () => {
    const other = openDatabase();
    await bringBack(await backUp(), other);
    await edit(() => ({ status: 'reading' }));
    await edit(() => ({ status: 'read' }), other);
    const { entry } = await bringBack(await backUp(other), db);
    expect((await paperIn(db)).status).toBe('read');
    await undo(db, entry as number, now());
    expect((await paperIn(db)).status).toBe('reading');
  });

  test('a paper that was removed since stays in the trash, and one removed there goes there', async () => {
    const other = openDatabase();
    await bringBack(await backUp(), other);
    await removePapers(db, [ID], now());
    await removePapers(other, ['doi:10.1234/salt'], now());
    const { told } = await bringBack(await backUp(other), db);
    expect(told).toEqual({ discarded: 1, unchanged: 1 });
    expect((await db.trash.toArray()).map(({ id }) => id)).toEqual([ID, 'doi:10.1234/salt']);
    await restorePapers(other, ['doi:10.1234/salt'], now());
    const back = await bringBack(await backUp(other), db);
    expect(back.told).toEqual({ trashed: 1, unchanged: 1 });
    expect((await db.papers.toArray()).map(({ id }) => id)).toEqual(['doi:10.1234/salt']);
  });

  test('what changes here afterwards is later than all that it brought, whatever its clock said', async () => {
    const other = openDatabase();
    await bringBack(await backUp(), other);
    const { record } = await import('@/storage/change/journal');
    await record(other, { intention: 'import' }, '2100-01-01T00:00:00.000Z', async (write) => {
      const { readRecords } = await import('@/storage/change/read-draft');
      const draft = await readRecords(other, [ID]);
      draft.put('papers', { ...(draft.get('papers', ID) as Paper), starred: true });
      await write(draft);
    });
    await bringBack(await backUp(other), db);
    await edit(() => ({ starred: false }));
    await bringBack(await backUp(other), db);
    expect((await paperIn(db)).starred).toBe(false);
  });

  test('a paper that has another id here gets what it adds', async () => {
    const other = openDatabase();
    await saveCards(other, [{ ...SALT, identifiers: { doi: '10.1234/salt', arxiv: '2609.00007' } }], now());
    await edit(() => ({ tags: ['winter'] }), other, 'arxiv:2609.00007');
    await bringBack(await backUp(other), db);
    expect(await paperIn(db, 'doi:10.1234/salt')).toMatchObject({
      tags: ['winter'],
      identifiers: { arxiv: '2609.00007', doi: '10.1234/salt' },
    });
    expect(await db.papers.count()).toBe(2);
  });
});
