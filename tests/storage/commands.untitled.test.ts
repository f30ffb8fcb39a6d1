/** Papers whose titles were lost, as in copied abstracts, and what becomes of them when the title is met. */
import { beforeEach, describe, expect, test } from 'vitest';
import { importStaged, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { planImport } from '@/storage/import/reader';
import { amend } from '@/storage/import/staging';
import { COPIED } from '@/utils/paper/normalise';
import { recordOf, withTitle } from '@/utils/paper/record';
import type { Paper, PaperCard } from '@/utils/paper/schema';
import { HARBOUR, WINTER } from './abstracts';
import { at, card, daysAfter, TUESDAY } from './cards';
import { allStaged, BATCH, everything, openDatabase } from './open-database';
import { filePaper } from './papers';
import { see } from './see';

const nobody = () => {};
const TITLE = 'Lanterns over a quiet harbour';
const WHOLE = card({ identifiers: { arxiv: '2609.00001' }, title: TITLE, abstract: HARBOUR });
/** A card of copied text, which stood on no listing. */
const copied = (fields: Partial<PaperCard>): PaperCard => ({ site: COPIED, identifiers: {}, ...fields });

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

async function take(cards: readonly PaperCard[], now = at(0)): Promise<number | undefined> {
  await planImport(db, `${now} test`, { cards }, nobody);
  return importStaged(db, { batch: `${now} test`, parts: 1 }, now);
}

async function onlyPaper(): Promise<Paper> {
  const papers = await db.papers.toArray();
  expect(papers).toHaveLength(1);
  return papers[0] as Paper;
}

describe('a paper saved without its title', () => {
  let id: string;
  beforeEach(async () => {
    await take([copied({ abstract: HARBOUR })]);
    ({ id } = await onlyPaper());
    await db.papers.update(id, { note: 'Mine.' });
  });

  test('is kept by its abstract, and came from no listing', async () => {
    expect(id).toMatch(/^abstract:smalllamps/);
    expect(await db.sightings.count()).toBe(0);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is saved', () => saveCards(db, [WHOLE], daysAfter(1))],
    ['is merely seen', () => see(db, [WHOLE], daysAfter(1))],
    [
      'comes from another text',
      () => take([copied({ title: TITLE, abstract: HARBOUR, identifiers: WHOLE.identifiers })], daysAfter(1)),
    ],
  ])('gains title and number when the whole card %s, and keeps its id', async (_, meet) => {
    await meet();
    expect(await onlyPaper()).toMatchObject({
      id,
      title: TITLE,
      identifiers: { arxiv: '2609.00001' },
      note: 'Mine.',
    });
    // and is found by them from then on
    expect(
      await see(db, [card({ identifiers: { arxiv: '2609.00001' } }), card({ title: TITLE })], daysAfter(2)),
    ).toEqual([true, true]);
    expect(await see(db, [card({ abstract: HARBOUR })], daysAfter(2))).toEqual([true]);
  });

  test('is found when its card was cut elsewhere, or set with other breaks', async () => {
    await saveCards(db, [{ ...WHOLE, abstract: `${HARBOUR.replaceAll(' ', '\n')} And more.` }], at(1));
    expect((await onlyPaper()).title).toBe(TITLE);
  });

  test('is no other paper', async () => {
    await saveCards(db, [{ ...WHOLE, abstract: WINTER }], at(1));
    expect(await db.papers.count()).toBe(2);
  });

  test('is not joined by a card whose first author is another', async () => {
    await db.papers.update(id, { authors: ['Ada Byron'] });
    await saveCards(db, [{ ...WHOLE, authors: ['Grace Hopper'] }], at(1));
    expect(await db.papers.count()).toBe(2);
  });

  test('and its title saved apart become one when a card says both', async () => {
    await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: TITLE })], at(1));
    expect(await db.papers.count()).toBe(2);
    await saveCards(db, [{ ...WHOLE, listing: TUESDAY }], at(2));
    expect(await onlyPaper()).toMatchObject({ id, title: TITLE, note: 'Mine.' });
  });

  test('loses the title again when that save is undone', async () => {
    const entry = await saveCards(db, [WHOLE], at(1));
    await undo(db, entry ?? 0, at(2));
    expect(await onlyPaper()).not.toHaveProperty('title');
  });
});

test.each([['This paper has been withdrawn.'], ['Short.'], ['']])(
  'the abstract %j joins no papers',
  async (abstract) => {
    await take([copied({ abstract, identifiers: { doi: '10.1234/a' } })]);
    await saveCards(db, [{ ...WHOLE, abstract }], at(1));
    expect(await db.papers.count()).toBe(2);
  },
);

describe('copied text and pages', () => {
  const PAGE = { ...WHOLE, authors: ['Ada Byron'], publishedAt: '2026-09-28' };
  const TEXT = copied({
    identifiers: WHOLE.identifiers,
    title: 'Lanterns over a quiet',
    abstract: `${HARBOUR} Show more from this venue.`,
    authors: ['Ada Byron', 'Somebody Else', 'And Others'],
    publishedAt: '2025-09-28',
  });

  test('text never overwrites what a page said', async () => {
    await saveCards(db, [PAGE], at(0));
    const before = await onlyPaper();
    await take([TEXT], daysAfter(1));
    expect(await onlyPaper()).toEqual(before);
  });

  test('text adds what no page said', async () => {
    await saveCards(db, [card({ identifiers: WHOLE.identifiers, title: TITLE })], at(0));
    await take([TEXT], daysAfter(1));
    expect(await onlyPaper()).toMatchObject({ title: TITLE, abstract: TEXT.abstract, authors: TEXT.authors });
  });

  test.each<[string, (cards: PaperCard[]) => Promise<unknown>]>([
    ['saved', (cards) => saveCards(db, cards, daysAfter(1))],
    ['merely seen', (cards) => see(db, cards, daysAfter(1))],
  ])('a page that is %s overwrites text', async (_, meet) => {
    await take([TEXT]);
    await meet([PAGE]);
    const { title, abstract, authors, publishedAt } = PAGE;
    expect(await onlyPaper()).toMatchObject({ title, abstract, authors, publishedAt });
  });

  test('text that is read again changes nothing', async () => {
    await take([TEXT]);
    const before = { ...(await everything(db)), staged: [] };
    expect(await take([TEXT], daysAfter(1))).toBeUndefined();
    expect(await everything(db)).toEqual(before);
  });
});

describe('a title that the user set before importing', () => {
  const MINE = 'The harbour paper that Ada spoke of';

  async function takeTitled(cards: readonly PaperCard[], now: string): Promise<void> {
    await planImport(db, BATCH, { cards }, nobody);
    await amend(db, BATCH, (record) => withTitle(record, MINE, now));
    await importStaged(db, await allStaged(db), now);
  }

  test('names a paper that had none, and begins its id', async () => {
    await takeTitled([copied({ abstract: HARBOUR })], at(1));
    expect(await onlyPaper()).toMatchObject({
      id: expect.stringMatching(/^title:theharbourpaperthatadaspokeof~[\da-z]{22}$/),
      title: MINE,
      edited: ['title'],
    });
  });

  test('stays, whatever pages say', async () => {
    await takeTitled([copied({ abstract: HARBOUR, identifiers: WHOLE.identifiers })], at(1));
    await saveCards(db, [{ ...WHOLE, embedded: ['title'] }], daysAfter(1));
    await see(db, [{ ...WHOLE, listing: TUESDAY, title: 'Lanterns' }], daysAfter(2));
    expect(await onlyPaper()).toMatchObject({
      id: 'arxiv:2609.00001',
      title: MINE,
      stamps: { title: expect.any(String) },
    });
  });

  test('wins over the title of a paper that is there already', async () => {
    await saveCards(db, [{ ...WHOLE, embedded: ['title'] }], at(0));
    await takeTitled([WHOLE], at(1));
    expect(await onlyPaper()).toMatchObject({ title: MINE, edited: ['title'] });
    await saveCards(db, [{ ...WHOLE, listing: TUESDAY }], daysAfter(1));
    expect((await onlyPaper()).title).toBe(MINE);
  });

  test('does not take the place of one that the user had set before', async () => {
    await saveCards(db, [WHOLE], at(0));
    await db.papers.update('arxiv:2609.00001', { title: 'My own', edited: ['title'] });
    await takeTitled([WHOLE], at(1));
    expect((await onlyPaper()).title).toBe('My own');
  });

  test('is locked in a record of a library too', () => {
    const { paper } = withTitle(recordOf(filePaper({ id: 'openreview:r1', edited: ['note'] })), MINE, at(1));
    expect(paper).toMatchObject({ id: 'openreview:r1', edited: ['note', 'title'] });
  });
});
