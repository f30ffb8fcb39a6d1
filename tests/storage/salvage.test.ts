import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import { salvageLibrary } from '@/storage/salvage';
import { exportedText } from '@/tests/storage/export/exported-text';
import { readJson } from '@/utils/formats/json/read-json';
import { at, card, MONDAY } from './cards';
import { freshName, openDatabase } from './open-database';
import { storedPaper } from './papers';

const NOW = '2026-10-01T23:59:59.000Z';
const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ title: 'Salt and silence in winter' });

/** A database that a later Offprint wrote; its name. */
async function newerDatabase(rows: Record<string, unknown[]>): Promise<string> {
  const name = freshName();
  const newer = new Dexie(name);
  onTestFinished(() => newer.delete());
  newer.version(9).stores({ papers: 'id', sightings: '[paper+site+url]', shelves: 'id' });
  for (const [table, given] of Object.entries(rows)) await newer.table(table).bulkAdd(given);
  newer.close();
  return name;
}

test('a library that is well is salvaged as it is exported', async () => {
  const db = openDatabase();
  await saveCards(db, [LANTERNS, SALT], at(0));
  const file = await salvageLibrary(db.name, NOW);
  expect(file.name).toBe('offprint-salvaged-2026-10-01.json');
  expect(file.type).toBe('application/json');
  expect(await file.text()).toBe(await exportedText(db, NOW));
});

test('papers of a newer version are salvaged, without what we do not know', async () => {
  const paper = storedPaper({
    id: 'arxiv:2609.00001',
    title: 'Lanterns',
    identifiers: { arxiv: '2609.00001' },
  });
  const sighting = { paper: paper.id, site: 'huggingface', url: MONDAY, seenAt: at(0) };
  const name = await newerDatabase({
    papers: [{ ...paper, shelf: 'a', rating: 5 }],
    sightings: [{ ...sighting, rank: 1 }],
    shelves: [{ id: 'a' }],
  });
  const { papers } = JSON.parse(await (await salvageLibrary(name, NOW)).text());
  const { origins: _o, changedAt: _c, revision: _r, ...rest } = paper;
  const { paper: _p, ...source } = sighting;
  expect(papers).toEqual([{ ...rest, sources: [source] }]);
});

test('rows that are no papers take no paper with them', async () => {
  const good = storedPaper({
    id: 'arxiv:2609.00001',
    title: 'Lanterns',
    identifiers: { arxiv: '2609.00001' },
  });
  const name = await newerDatabase({
    papers: [
      { id: 'bare' },
      { id: 'null', identifiers: null },
      { ...good, id: 'list', identifiers: ['arxiv'] },
      { ...good, id: 'odd', title: 7, savedAt: new Date(0), tags: 'light' },
      { ...good, id: 12 },
      good,
    ],
    sightings: [
      { paper: 'gone', site: 'a', url: 'b' },
      { paper: 'odd', site: 'a', url: 'not one' },
    ],
  });
  const reading = readJson(await (await salvageLibrary(name, NOW)).text());
  expect(reading?.papers.map(({ id }) => id)).toEqual([good.id]);
});

test('salvaging changes nothing: not the version, not a row', async () => {
  const name = await newerDatabase({ papers: [storedPaper({ id: 'a:1', title: 'Lanterns' })] });
  await salvageLibrary(name, NOW);
  expect(await indexedDB.databases()).toContainEqual({ name, version: 90 });
  const again = await new Dexie(name).open();
  expect(await again.table('papers').count()).toBe(1);
  again.close();
});

test('where there is no database nothing is salvaged, and none is made', async () => {
  const name = freshName();
  await expect(salvageLibrary(name, NOW)).rejects.toThrow();
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
});

test.each<[string, Record<string, unknown[]>]>([
  ['is empty', {}],
  ['has no row that is a paper', { papers: [{ id: 'bare' }] }],
])('a library that %s gives no file', async (_, rows) => {
  const name = await newerDatabase(rows);
  await expect(salvageLibrary(name, NOW)).rejects.toThrow();
});

test('a database without our tables gives no file', async () => {
  const name = freshName();
  const other = new Dexie(name);
  onTestFinished(() => other.delete());
  other.version(1).stores({ books: 'id' });
  await other.table('books').add({ id: 'a' });
  other.close();
  await expect(salvageLibrary(name, NOW)).rejects.toThrow();
});
