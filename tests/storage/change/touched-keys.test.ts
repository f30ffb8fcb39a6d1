import { beforeEach, describe, expect, test } from 'vitest';
import { searchedKeys } from '@/storage/change/matches';
import { touchedKeys } from '@/storage/change/touched-keys';
import {
  importStaged,
  removePapers,
  restorePapers,
  saveCards,
  sightCards,
  undo,
  unsaveCards,
} from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { PaperCard } from '@/utils/paper/schema';
import { at, card } from '../cards';
import { allStaged, openDatabase, stageFile } from '../open-database';
import { filePaper } from '../papers';

const ID = 'arxiv:2609.00001';
const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { doi: '10.1234/salt' }, title: 'Salt and silence in winter' });
const UNTITLED = card({ identifiers: { arxiv: '2609.00003' } });
/** What makes LANTERNS and its printed version one paper. */
const PRINTED = card({ identifiers: { doi: '10.1234/lanterns' }, title: 'A harbour and its lanterns' });
const BOTH = card({ identifiers: { arxiv: '2609.00001', doi: '10.1234/lanterns' }, title: LANTERNS.title });

let db: OffprintDatabase;
let minute: number;
beforeEach(() => {
  db = openDatabase();
  minute = 0;
});

const now = () => at(++minute);

/** Whether whoever shows the card would look again after these entries. */
async function concerns(shown: PaperCard, ...entries: (number | undefined)[]): Promise<boolean> {
  const keys = await touchedKeys(
    db,
    entries.filter((entry) => entry !== undefined),
  );
  const statement = normalise(shown, at(0));
  if (!keys || !statement) throw new Error('too many, or a card without a name');
  return searchedKeys(saidBy(statement)).some((key) => keys.has(key));
}

/** Whether the card is said to be saved. */
const isSaved = async (shown: PaperCard) => (await sightCards(db, [shown], now())).saved[0];

describe('the keys of a paper are touched', () => {
  test('by saving, removing and undoing either, and those of others are not', async () => {
    const saved = await saveCards(db, [LANTERNS], now());
    const removed = await unsaveCards(db, [LANTERNS], now());
    const undone = await undo(db, removed ?? 0, now());
    const redone = await undo(db, undone ?? 0, now());
    const other = await saveCards(db, [SALT], now());
    for (const entry of [saved, removed, undone, redone]) {
      expect(await concerns(LANTERNS, entry)).toBe(true);
      expect(await concerns(SALT, entry)).toBe(false);
    }
    expect(await concerns(LANTERNS, other)).toBe(false);
    expect(await concerns(LANTERNS, other, saved)).toBe(true);
  });

  test('by taking it to the trash in our pages, and by bringing it back', async () => {
    await saveCards(db, [LANTERNS, SALT], now());
    const removed = await removePapers(db, [ID], now());
    const restored = await restorePapers(db, [ID], now());
    for (const entry of [removed, restored]) {
      expect(await concerns(LANTERNS, entry)).toBe(true);
      expect(await concerns(SALT, entry)).toBe(false);
    }
  });

  test('by an import', async () => {
    await stageFile(db, [filePaper({ id: ID, title: LANTERNS.title })]);
    const entry = await importStaged(db, await allStaged(db), now());
    expect(await isSaved(LANTERNS)).toBe(true);
    expect(await concerns(LANTERNS, entry)).toBe(true);
    expect(await concerns(SALT, entry)).toBe(false);
  });

  test('by a number alone, and by a title that a paper has only now', async () => {
    await saveCards(db, [UNTITLED], now());
    const titled = { ...UNTITLED, title: 'Rain on the old bridge' };
    const entry = await saveCards(db, [titled], now());
    expect(await concerns(UNTITLED, entry)).toBe(true);
    expect(await concerns(card({ title: titled.title }), entry)).toBe(true);
    const undone = await undo(db, entry ?? 0, now());
    expect(await concerns(card({ title: titled.title }), undone)).toBe(true); // it has the title no more
  });

  test('by joining it with another, under all names that led to either', async () => {
    await saveCards(db, [LANTERNS], now());
    await saveCards(db, [PRINTED], now());
    const joined = await saveCards(db, [BOTH], now());
    expect(await db.papers.count()).toBe(1);
    for (const shown of [LANTERNS, PRINTED, BOTH]) expect(await concerns(shown, joined)).toBe(true);
    const removed = await removePapers(db, await db.papers.toCollection().primaryKeys(), now());
    for (const shown of [LANTERNS, PRINTED, BOTH]) expect(await concerns(shown, removed)).toBe(true);
    await undo(db, removed ?? 0, now());
    const parted = await undo(db, joined ?? 0, now());
    for (const shown of [LANTERNS, PRINTED, BOTH]) expect(await concerns(shown, parted)).toBe(true);
  });
});

describe('many papers', () => {
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      card({ identifiers: { arxiv: `2609.${from + index}` }, title: `Paper number ${from + index}` }),
    );

  test('of one change or of several are too many to tell', async () => {
    const first = (await saveCards(db, some(10_000, 250), now())) ?? 0;
    const second = (await saveCards(db, some(20_000, 250), now())) ?? 0;
    const third = (await saveCards(db, some(30_000, 1), now())) ?? 0;
    expect((await touchedKeys(db, [first, second]))?.size).toBeGreaterThan(500);
    expect(await touchedKeys(db, [first, second, third])).toBeUndefined();
  });
});

test('what is not in the history touches nothing', async () => {
  expect(await touchedKeys(db, [])).toEqual(new Set());
  expect(await touchedKeys(db, [7])).toEqual(new Set());
});
