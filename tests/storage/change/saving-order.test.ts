/** In which order papers stand that were saved together: as on the page or in the list, from top to bottom. */
import { beforeEach, expect, test } from 'vitest';
import { importStaged, redo, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { type Brought, planImport } from '@/storage/import/reader';
import { newestPapers } from '@/storage/library';
import { papersIndex } from '@/storage/search/families/papers-index';
import { openLibrarySearch } from '@/storage/search/library-search';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import type { PaperCard } from '@/utils/paper/schema';
import { at, card, MONDAY, TUESDAY } from '../cards';
import { openDatabase, runTasks } from '../open-database';
import { words } from '../search/memory-index';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

/** A card whose id sorts nowhere near its place. */
function numbered(number: number, listing = MONDAY): PaperCard {
  const id = String((number * 7919) % 100_000).padStart(5, '0');
  return card({ identifiers: { arxiv: `2609.${id}` }, title: `Lantern ${number}`, listing });
}

const cards = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => numbered(from + index));
const shown = async (limit = 1000) => (await newestPapers(db, limit)).map(({ title }) => title);
const lanterns = (...numbers: number[]) => numbers.map((number) => `Lantern ${number}`);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function bring(brought: Brought): Promise<void> {
  const batch = `${at(60)} test`;
  const plan = await planImport(db, batch, brought, () => undefined);
  if (!plan) throw new Error('nothing was read');
  await importStaged(db, { batch, parts: plan.parts }, at(61));
}

test('papers of one save stand as their cards do, above those saved before', async () => {
  await saveCards(db, [numbered(90)], at(0));
  await saveCards(db, cards(0, 30), at(1));
  expect(await shown()).toEqual(lanterns(...range(0, 30), 90));
  expect(await shown(7)).toEqual(lanterns(...range(0, 7)));
});

test('the messages of one “Save all” go on below each other, whatever else is saved meanwhile', async () => {
  const run = crypto.randomUUID();
  await saveCards(db, cards(0, 10), at(1), run);
  await saveCards(db, cards(10, 20), at(2), run);
  await saveCards(db, [numbered(50)], at(3)); // pressed on the same page
  await saveCards(db, [numbered(60, TUESDAY)], at(4));
  await saveCards(db, cards(20, 25), at(5), run);
  expect(await shown()).toEqual(lanterns(60, 50, ...range(0, 25)));
  expect(await db.journal.count()).toBe(3);
});

test('what was saved before keeps its place, and leaves no gap that the next message falls into', async () => {
  await saveCards(db, [numbered(3), numbered(8)], at(0));
  const run = crypto.randomUUID();
  await saveCards(db, cards(0, 6), at(1), run);
  await saveCards(db, cards(6, 12), at(1), run);
  expect(await shown()).toEqual(lanterns(0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 3, 8));
});

test('a run that was undone while it went on begins anew', async () => {
  const run = crypto.randomUUID();
  await saveCards(db, cards(0, 5), at(1), run);
  await undo(db, {}, at(2));
  await saveCards(db, cards(5, 10), at(3), run);
  expect(await shown()).toEqual(lanterns(...range(5, 10)));
});

test('undo and redo keep the order', async () => {
  await saveCards(db, cards(0, 12), at(1));
  await undo(db, {}, at(2));
  await redo(db, at(3));
  expect(await shown()).toEqual(lanterns(...range(0, 12)));
});

test('no paper is saved later than now: its removal would come first', async () => {
  await saveCards(db, cards(0, 12), at(1));
  for (const { savedAt } of await db.papers.toArray()) expect(savedAt <= at(1)).toBe(true);
});

test('a search in the order of saving shows the same order, before and after its index is made', async () => {
  await saveCards(db, cards(0, 12), at(1));
  await saveCards(db, cards(12, 20), at(2));
  const ordered = async () => {
    const search = openLibrarySearch(db, { onChange: () => undefined, onError: () => undefined });
    const { hits } = await search.find(words('lantern'), { limit: 99, sort: 'saved' });
    search.close();
    return hits.map(({ paper }) => paper.title);
  };
  const expected = lanterns(...range(12, 20), ...range(0, 12));
  expect(await ordered()).toEqual(expected);
  await tendIndex(papersIndex(db));
  expect(await ordered()).toEqual(expected);
});

test('a pasted list stands as it was pasted', async () => {
  const text = range(0, 20).map((number) => {
    const { identifiers, title } = numbered(number);
    return `${title}\nhttps://arxiv.org/abs/${identifiers.arxiv}\n`;
  });
  await bring({ files: [new Blob([text.join('\n')])] });
  expect(await shown()).toEqual(lanterns(...range(0, 20)));
});

test('a paper that a list names twice stands where it is named first', async () => {
  await saveCards(db, [numbered(9)], at(0));
  await bring({ cards: [0, 1, 9, 2, 0, 3].map((number) => numbered(number)) });
  expect(await shown()).toEqual(lanterns(0, 1, 2, 3, 9));
});

test('a long list, imported part by part, stands as it was pasted', async () => {
  const text = range(0, 620).map((number) => `https://arxiv.org/abs/${numbered(number).identifiers.arxiv}`);
  await bring({ files: [new Blob([text.join('\n')])] });
  await runTasks(db, at(62));
  const ids = range(0, 620).map((number) => `arxiv:${numbered(number).identifiers.arxiv}`);
  expect((await newestPapers(db, 1000)).map(({ id }) => id)).toEqual(ids);
});
