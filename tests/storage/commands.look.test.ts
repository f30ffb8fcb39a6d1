/** What a page changes by being looked at, and what is kept of where a paper was seen. */
import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { lastUndoable, recentHistory } from '@/storage/library';
import { Paper, type PaperCard } from '@/utils/paper/schema';
import { at, card, daysAfter, MONDAY, TUESDAY } from './cards';
import { allStaged, everything, openDatabase, stageFile } from './open-database';
import { filePaper } from './papers';
import { see } from './see';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

const ID = 'arxiv:2609.00001';
const SAVED = card({
  identifiers: { arxiv: '2609.00001' },
  title: 'Lanterns over a quiet harbour',
  abstract: 'Light on…',
  authors: ['Ada Byron'],
});
const POSING = {
  ...SAVED,
  title: 'YOUR PAPER WAS REPLACED',
  abstract: 'Something else, and much more of it.',
  authors: ['Eve', 'Mallory', 'Trudy'],
};
const WHOLE = { ...SAVED, abstract: 'Light on water.' };

async function paper(): Promise<Paper> {
  const [only, ...others] = await db.papers.toArray();
  expect(others).toEqual([]);
  return only as Paper;
}

async function looks(): Promise<number[]> {
  const entries = await db.journal.toArray();
  return entries.filter(({ intention }) => intention === 'look').map(({ entry }) => entry);
}

describe('a page that is looked at', () => {
  beforeEach(() => saveCards(db, [SAVED], at(0)));

  test.each<[string, Partial<PaperCard>]>([
    ['of the site that the paper is from', {}],
    ['of another day', { listing: TUESDAY }],
    ['of another site', { site: 'arxiv', listing: 'https://arxiv.org/abs/2609.00001' }],
  ])('%s replaces neither title nor authors nor abstract', async (_, changes) => {
    await see(db, [{ ...POSING, ...changes }], daysAfter(1));
    const { title, authors, abstract } = SAVED;
    expect(await paper()).toMatchObject({ title, authors, abstract });
    expect((await paper()).claims?.title).toBeDefined();
    expect(Paper.safeParse(await paper()).error).toBeUndefined();
    expect(await looks()).toEqual([]);
  });

  test('adds no key for a title that is not shown', async () => {
    await see(db, [POSING], at(1));
    expect(await db.aliases.where({ key: 'title:yourpaperwasreplaced' }).count()).toBe(0);
  });

  test('lengthens and fills gaps, which stands in the history of the paper and can be taken back', async () => {
    const before = await paper();
    await see(db, [{ ...WHOLE, venue: 'ICML' }], at(1));
    expect(await paper()).toMatchObject({ abstract: 'Light on water.', venue: 'ICML' });
    const [entry = 0, ...more] = await looks();
    expect(more).toEqual([]);
    expect(await db.journal.get(entry)).toMatchObject({ papers: 1, title: SAVED.title });
    await undo(db, entry, at(2));
    const { origins, abstract } = before;
    expect(await paper()).toMatchObject({ origins, abstract, edited: ['abstract', 'venue'] });
    expect(await paper()).not.toHaveProperty('venue');
  });

  test('does not bring again what was taken back, until that is undone', async () => {
    const seen = { ...WHOLE, identifiers: { arxiv: '2609.00001', doi: '10.1234/a' } };
    await see(db, [seen], at(1));
    const undone = await undo(db, (await looks())[0] ?? 0, at(2));
    const before = await paper();
    await see(db, [{ ...seen, listing: TUESDAY }], at(3));
    expect({ ...(await paper()), revision: 0 }).toEqual({ ...before, revision: 0 });
    expect(before).toMatchObject({ abstract: SAVED.abstract, identifiers: SAVED.identifiers });
    expect(await db.aliases.where({ key: 'doi:10.1234/a' }).count()).toBe(0);
    await undo(db, undone ?? 0, at(4));
    expect(await paper()).toMatchObject({ abstract: 'Light on water.', edited: [] });
  });

  test('that is taken back and done again says what it said, whatever was claimed since', async () => {
    await see(db, [{ ...SAVED, venue: 'NeurIPS' }], at(1));
    const [entry = 0] = await looks();
    await see(db, [{ ...SAVED, venue: 'ICML' }], at(2));
    const undone = await undo(db, entry, at(3));
    await undo(db, undone ?? 0, at(4));
    expect(await paper()).toMatchObject({ venue: 'NeurIPS', edited: [] });
  });

  test('is not what Undo takes back, nor a deed of the user', async () => {
    await see(db, [WHOLE], at(1));
    expect(await looks()).toHaveLength(1);
    expect(await lastUndoable(db)).toMatchObject({ intention: 'save' });
    expect(await lastUndoable(db, MONDAY)).toMatchObject({ intention: 'save' });
    expect((await recentHistory(db, 9)).map(({ intention }) => intention)).toEqual(['save']);
  });

  test('makes an entry for each paper that it changes', async () => {
    const salt = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });
    const quiet = card({ identifiers: { arxiv: '2609.00003' }, title: 'A quiet paper about nothing' });
    await saveCards(db, [salt, quiet], at(1));
    await see(db, [WHOLE, { ...salt, abstract: 'Salt.' }, { ...quiet, upvotes: 3 }], at(2));
    expect(await looks()).toHaveLength(2);
    expect(await db.sightings.filter(({ upvotes }) => upvotes === 3).count()).toBe(1);
  });

  test('writes nothing the second time, whatever it claims', async () => {
    for (const [index, seen] of [POSING, WHOLE, SAVED].entries()) await see(db, [seen], at(1 + index));
    const before = await everything(db);
    for (const [index, seen] of [WHOLE, POSING, SAVED].entries()) await see(db, [seen], at(4 + index));
    expect(await everything(db)).toEqual(before);
  });
});

describe('sightings', () => {
  const onDay = (index: number) => `https://huggingface.co/papers/date/${daysAfter(index).slice(0, 10)}`;

  test('of ten searches are one', async () => {
    await saveCards(db, [SAVED], at(0));
    for (let index = 0; index < 10; index++)
      await see(db, [{ ...SAVED, listing: `https://huggingface.co/papers?q=${index}` }], at(index));
    expect(await db.sightings.count()).toBe(2);
  });

  test('are not made in passing by a look, though numbers are renewed and a press notes its place', async () => {
    await saveCards(db, [SAVED], at(0));
    const passing = { ...SAVED, listing: 'https://huggingface.co/papers/trending', passing: true as const };
    const before = await everything(db);
    for (let index = 0; index < 5; index++)
      await see(db, [{ ...passing, listing: `${passing.listing}?${index}`, upvotes: index }], at(index));
    expect(await everything(db)).toEqual(before);
    await see(db, [{ ...SAVED, upvotes: 3, passing: true }], at(6)); // it was seen here before
    expect((await db.sightings.toArray()).map(({ upvotes }) => upvotes)).toEqual([3]);
    await see(db, [{ ...passing, venue: 'ICML' }], at(7)); // what it says counts
    expect([await db.sightings.count(), (await paper()).venue]).toEqual([1, 'ICML']);
    await saveCards(db, [passing], at(8));
    expect(await db.sightings.count()).toBe(2);
  });

  test('undo on a search page speaks of that search', async () => {
    const listing = 'https://huggingface.co/papers?q=salt';
    await saveCards(db, [{ ...SAVED, listing }], at(0));
    expect(await lastUndoable(db, listing)).toBeDefined();
  });

  test('are at most 64 a paper, the first and the last among them', async () => {
    await saveCards(db, [SAVED], at(0));
    for (let index = 1; index < 80; index++)
      await see(db, [{ ...SAVED, listing: onDay(index) }], daysAfter(index));
    const seen = (await db.sightings.toArray()).map(({ url }) => url);
    expect(seen).toHaveLength(64);
    expect(seen).toEqual(expect.arrayContaining([MONDAY, onDay(79)]));
  });

  test('of a file are bounded, and its note comes along', async () => {
    const sources = Array.from({ length: 12_000 }, (_, index) => ({
      site: 'huggingface',
      url: `https://huggingface.co/papers/x${index}`,
      seenAt: at(index),
    }));
    await stageFile(db, [filePaper({ id: ID, note: 'Mine.', sources })]);
    await importStaged(db, await allStaged(db), at(0));
    expect(await paper()).toMatchObject({ note: 'Mine.' });
    expect(await db.sightings.count()).toBe(64);
  });

  test('of two records that become one are bounded', async () => {
    const many = (from: number) =>
      Array.from({ length: 60 }, (_, index) => ({
        site: 'huggingface',
        url: onDay(from + index),
        seenAt: daysAfter(from + index),
      }));
    for (const [from, note] of [
      [0, 'a'],
      [60, 'b'],
    ] as const) {
      const one = filePaper({ id: ID, note: note.repeat(60_000), sources: many(from) });
      await stageFile(db, [one]);
      await importStaged(db, await allStaged(db), at(0));
    }
    expect(await db.sightings.count()).toBe(64);
    expect((await paper()).note).toHaveLength(120_002);
    expect(Paper.safeParse(await paper()).error).toBeUndefined();
  });
});
