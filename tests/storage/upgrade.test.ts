/** Libraries that older versions wrote are opened by this one, and nothing of them is lost. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { saveCards, undo } from '@/storage/commands';
import { OffprintDatabase, SCHEMA_VERSION } from '@/storage/database';
import { recentHistory } from '@/storage/library';
import { openLibrarySearch } from '@/storage/search/library-search';
import { exportedText } from '@/tests/storage/export/exported-text';
import { writeJson } from '@/utils/formats/json/json';
import { readJson } from '@/utils/formats/json/read-json';
import { ExportFile, Paper, Sighting } from '@/utils/paper/schema';
import { card, daysAfter } from './cards';
import { freshName } from './open-database';
import { words } from './search/memory-index';

/** A library as a released version wrote it, frozen: what its database declared, and every row of it. */
interface Sample {
  version: number;
  stores: Record<string, string>;
  tables: Record<string, Record<string, unknown>[]>;
}

const FOLDER = 'tests/fixtures/library';
const NOW = daysAfter(20);
const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);

function sampleOf(version: number): Sample {
  return JSON.parse(readFileSync(`${FOLDER}/v${version}.json`, 'utf8'));
}

/** The sample as it lies in a browser's profile, then opened by this version. */
async function upgraded(version: number): Promise<OffprintDatabase> {
  const { stores, tables } = sampleOf(version);
  const name = freshName();
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
  expect(await indexedDB.databases()).toContainEqual({ name, version: version * 10 });
  const db = new OffprintDatabase(name);
  onTestFinished(() => db.delete());
  await db.open();
  expect(db.verno).toBe(SCHEMA_VERSION);
  return db;
}

test.each(versions)('version %i has a sample library', (version) => {
  expect(
    existsSync(`${FOLDER}/v${version}.json`),
    `You raised SCHEMA_VERSION. Before you change any code of version ${version}, fill a library with the commands ` +
      `(save, see, edit, remove, restore, import, undo, unite two records), write every row of every table and what ` +
      `stores() declares to ${FOLDER}/v${version}.json, in the shape of v1.json, and never change that file again. ` +
      'Then add this.version(…).stores(…).upgrade(…) below the older ones in storage/database.ts; do not edit those.',
  ).toBe(true);
  expect(sampleOf(version).version).toBe(version);
});

test('there are no samples of versions that are not released', () => {
  const names = versions.map((version) => `v${version}.json`);
  expect(readdirSync(FOLDER).sort(), 'raise SCHEMA_VERSION, or remove the sample').toEqual(names.sort());
});

describe.each(versions)('the sample of version %i', (version) => {
  test('has rows in every table', () => {
    const { stores, tables } = sampleOf(version);
    expect(Object.keys(tables).sort()).toEqual(Object.keys(stores).sort());
    for (const [table, rows] of Object.entries(tables)) expect(rows.length, table).toBeGreaterThan(0);
  });

  test('keeps every paper, sighting, trashed paper and entry of the history', async () => {
    const { tables } = sampleOf(version);
    const db = await upgraded(version);
    for (const name of ['papers', 'sightings', 'trash', 'aliases', 'tombstones', 'journal', 'changes'])
      expect(await db.table(name).count(), name).toBe(tables[name]?.length);
    const ids = tables.papers?.map(({ id }) => id);
    expect(await db.papers.toCollection().primaryKeys()).toEqual(ids);
  });

  test('fits the schemas of this version', async () => {
    const db = await upgraded(version);
    const trash = await db.trash.toArray();
    for (const paper of [...(await db.papers.toArray()), ...trash.map((row) => row.paper)])
      expect(Paper.safeParse(paper).error?.issues ?? [], paper.id).toEqual([]);
    for (const sighting of [...(await db.sightings.toArray()), ...trash.flatMap((row) => row.sightings)])
      expect(Sighting.safeParse(sighting).error?.issues ?? [], sighting.paper).toEqual([]);
  });

  test('keeps what the user wrote', async () => {
    const { tables } = sampleOf(version);
    const db = await upgraded(version);
    const own = ({ id, title, note, tags, status, starred, savedAt, edited }: Partial<Paper>) => ({
      id,
      title,
      note,
      tags,
      status,
      starred,
      savedAt,
      edited,
    });
    expect((await db.papers.toArray()).map(own)).toEqual(tables.papers?.map(own));
  });

  test.each([
    ['a word of a title', 'lanterns', 'arxiv:2609.00001'],
    ['words of an abstract', 'herons stay', 'title:heronsattheedgeofice'],
    ['a word of a note', 'first', 'arxiv:2609.00001'],
    ['a tag', 'ödön', 'arxiv:2609.00001'],
    ['an author', 'núñez', 'arxiv:2609.00001'],
    ['a word of another script', '状態空間', 'doi:10.18653/v1/2026.acl-long.1'],
    ['a word of what was thrown away', 'dust', undefined],
  ])('is searched by %s', async (_, query, id) => {
    const db = await upgraded(version);
    let share = 0;
    const search = openLibrarySearch(db, {
      onChange(reached) {
        share = reached;
      },
      onError: (error) => expect.unreachable(String(error)),
    });
    onTestFinished(() => search.close());
    await expect.poll(() => share).toBe(1);
    const { hits } = await search.find(words(query), { limit: 5 });
    expect(hits.map(({ paper }) => paper.id)).toEqual(id === undefined ? [] : [id]);
  });

  test('takes old changes back, the newest first', async () => {
    const db = await upgraded(version);
    const open = (await recentHistory(db, 100)).filter(({ undoneBy }) => !undoneBy);
    expect(open.length).toBeGreaterThan(5);
    const entries = new Set(open.map(({ entry }) => entry));
    for (const { entry } of open) entries.add((await undo(db, entry, NOW)) ?? 0);
    expect(entries.size, 'an undo got the number of an older entry').toBe(2 * open.length);
    expect(await db.papers.count()).toBe(0);
    for (const { paper } of await db.trash.toArray()) expect(Paper.safeParse(paper).error).toBeUndefined();
  });

  test('parts two records again that were united', async () => {
    const db = await upgraded(version);
    const merge = (await db.journal.toArray()).find(({ papers, from }) => papers === 2 && from !== undefined);
    const before = await db.papers.count();
    await undo(db, merge?.entry ?? 0, NOW);
    expect(await db.papers.count()).toBe(before + 1);
  });

  test('knows its papers again, also those in the trash', async () => {
    const db = await upgraded(version);
    const [papers, trash] = [await db.papers.count(), await db.trash.count()];
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00001v5' } })], NOW);
    expect(await db.papers.count()).toBe(papers);
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00077' } })], NOW);
    expect([await db.papers.count(), await db.trash.count()]).toEqual([papers + 1, trash - 1]);
  });

  test('is exported to a file that is valid and is read back', async () => {
    const db = await upgraded(version);
    const text = await exportedText(db, NOW);
    expect(ExportFile.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
    const reading = readJson(text);
    expect(reading?.refused).toEqual([]);
    expect(writeJson(reading?.papers ?? [], NOW)).toBe(text);
    expect(reading?.papers).toHaveLength(sampleOf(version).tables.papers?.length ?? 0);
  });

  test('is left as it is when it is opened twice', async () => {
    const db = await upgraded(version);
    const before = await db.papers.toArray();
    db.close();
    await db.open();
    expect(await db.papers.toArray()).toEqual(before);
  });
});
