/** What pages get wrong: nothing is lost, and nothing is joined that only looks alike. */
import { beforeEach, describe, expect, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { LONG } from '@/tests/long';
import type { PaperCard } from '@/utils/paper/schema';
import { at, card } from './cards';
import { openDatabase } from './open-database';
import { see } from './see';

const LAMPS = 'Management of lamps in winter fog';
const FERRIES = 'The future of ferries in cold seas';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

async function save(...cards: Partial<PaperCard>[]): Promise<void> {
  for (const [minute, one] of cards.entries()) await saveCards(db, [card(one)], at(minute));
}

/** The titles and first authors of all records. */
async function kept(): Promise<string[]> {
  const papers = await db.papers.toArray();
  return papers.map(({ title, authors }) => [title, ...authors.slice(0, 1)].join(' · ')).sort();
}

/** Saves cards that are one paper each, looks for them and saves them again. */
async function stayApart(cards: readonly Partial<PaperCard>[]): Promise<void> {
  await save(...cards);
  expect(await db.papers.count()).toBe(cards.length);
  const seen = await see(db, cards.map(card), at(100));
  expect(seen).toEqual(cards.map(() => true));
  await save(...cards);
  expect(await db.papers.count()).toBe(cards.length);
}

test('hundreds of papers called “Editorial” are hundreds of records, also if some are saved again', async () => {
  const many = LONG ? 1000 : 300;
  const editorials = Array.from({ length: many }, (_, index) =>
    card({
      title: 'Editorial',
      authors: [`${String.fromCharCode(65 + (index % 26))}. Berg${index % 77}`],
      publishedAt: String(1990 + (index % 30)),
      identifiers: index % 2 === 0 ? { doi: `10.1234/e.${index}` } : {},
      url: `https://journal.example/${index}`,
    }),
  );
  for (let from = 0; from < many; from += 100) await saveCards(db, editorials.slice(from, from + 100), at(1));
  expect(await db.papers.count()).toBe(many);
  const some = editorials.filter((_, index) => index % 37 === 0);
  await saveCards(db, some, at(2));
  expect(await db.papers.count()).toBe(many);
  expect(await see(db, some, at(3))).toEqual(some.map(() => true));
});

test('one DOI on a whole page, its publisher’s, joins none of its papers', async () => {
  const page = Array.from({ length: 60 }, (_, index) => ({
    identifiers: { doi: '10.1234/publisher' },
    title: `Boat${index} fog${index} lamp${index} wharf${index}`,
    authors: [`Ada Berg${index}`],
  }));
  await stayApart(page);
  expect(await see(db, [card({ identifiers: { doi: '10.1234/publisher' } })], at(101))).toEqual([true]);
});

describe('authors in two scripts', () => {
  const cyrillic = { title: LAMPS, authors: ['Берг А.', 'Цай Б.'], publishedAt: '2020' };
  test('are no other authors', async () => {
    await save(cyrillic, { title: LAMPS, authors: ['Ada Berg', 'Bo Cai'], publishedAt: '2020' });
    expect(await kept()).toHaveLength(1);
  });
  test('nor the same, where nothing else tells that it is one paper', async () => {
    const other = { title: 'Lamps', authors: ['Eve Dahl'], publishedAt: '2020' };
    await stayApart([{ ...cyrillic, title: 'Lamps', publishedAt: '2012' }, other]);
  });
  test('both in one list agree with either', async () => {
    const both = { ...cyrillic, authors: ['Берг А.', 'Цай Б.', 'Ada Berg', 'Bo Cai'] };
    await save(cyrillic, both, { ...cyrillic, authors: ['Ada Berg', 'Bo Cai'] });
    expect(await kept()).toHaveLength(1);
  });
});

describe('titles that hardly tell anything', () => {
  const author = { authors: ['Ada Berg'], publishedAt: '2020' };
  test.each<[string, string[]]>([
    ['emoji', ['🦊', '🐺', '🦊🦊', '👩‍🔬', '👨‍🔬']],
    ['one letter', ['A', 'B', 'β', '雪', 'ก']],
    ['2,000 letters', ['x', 'y'].map((letter) => letter + 'Lanterns over a quiet harbour '.repeat(67))],
  ])('%s: each is one record, found again', async (_, titles) => {
    await stayApart(titles.map((title) => ({ title, ...author })));
  });
  test.each(['🦊', 'A', '雪'])('%s by two authors is two papers', async (title) => {
    await stayApart([
      { title, ...author },
      { title, ...author, authors: ['Eve Dahl'] },
    ]);
  });
  test('2,000 letters that differ only at their end are two, if anything else differs', async () => {
    const long = 'Lanterns over a quiet harbour '.repeat(60);
    await stayApart([
      { title: `${long} in winter`, identifiers: { doi: '10.1234/a' } },
      { title: `${long} in summer`, identifiers: { doi: '10.1234/b' } },
    ]);
  });
});

describe('an arXiv id with a wrong title', () => {
  const lamps = { identifiers: { arxiv: '2001.00001' }, title: LAMPS, authors: ['Ada Berg'] };
  const ferries = { identifiers: { doi: '10.1234/f' }, title: FERRIES, authors: ['Eve Dahl'] };

  test.each<[string, Partial<PaperCard>, Partial<PaperCard>, Partial<PaperCard>]>([
    ['with authors', lamps, ferries, { ...lamps, title: FERRIES }],
    ['without authors', lamps, ferries, { ...lamps, title: FERRIES, authors: [] }],
    ['with the other paper’s authors', lamps, ferries, { ...lamps, title: FERRIES, authors: ['Eve Dahl'] }],
    [
      'without authors anywhere',
      { ...lamps, authors: [] },
      { ...ferries, authors: [] },
      { ...lamps, title: FERRIES, authors: [] },
    ],
  ])('%s joins nothing, and is the paper that the id names', async (_, first, second, wrong) => {
    for (const order of [
      [first, second, wrong],
      [second, first, wrong],
    ]) {
      const other = openDatabase();
      for (const [minute, one] of order.entries())
        await saveCards(other, [card({ ...one, site: `s${minute}` })], at(minute));
      const papers = await other.papers.toArray();
      expect(papers.map(({ identifiers }) => identifiers)).toEqual(
        expect.arrayContaining([first.identifiers, second.identifiers]),
      );
      expect(papers).toHaveLength(2);
    }
  });

  test('that came first: no identifier and no title is lost', async () => {
    await save(
      { ...lamps, title: FERRIES, authors: [], site: 'wrong' },
      { ...ferries, site: 'journal' },
      { ...lamps, site: 'arxiv' },
    );
    const asked = [card(lamps), card(ferries), card({ identifiers: ferries.identifiers })];
    expect(await see(db, asked, at(9))).toEqual([true, true, true]);
  });
});
