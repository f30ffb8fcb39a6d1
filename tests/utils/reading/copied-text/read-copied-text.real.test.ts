/** Real copied listings, where they are at hand (`../shared/listings`; none of their text may enter the repository). */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';

const FOLDER = '../shared/listings';
const SEARCH = `${FOLDER}/001_530d27215a6b6625.txt`;
const COMPACT = `${FOLDER}/004_8a505376c0e6a202.txt`;
const UNTITLED = `${FOLDER}/000_bf36113d685b424d.txt`;
const absent = (path: string) => (existsSync(path) ? '' : ` (skipped: no ${path} here)`);

function read(path: string) {
  return readCopiedText(readFileSync(path, 'utf8'), { today: '2026-11-22' });
}

/** What holds for the papers of every list with titles. */
function checkShape({ cards, refused }: ReturnType<typeof read>) {
  expect(refused).toEqual([]);
  const titles = cards.map(({ title = '' }) => title);
  expect(new Set(titles).size).toBe(cards.length);
  for (const { title = '', abstract = '' } of cards) {
    expect(title.length).toBeGreaterThan(8);
    expect(title.length).toBeLessThanOrEqual(300);
    expect(abstract.length).toBeGreaterThan(400);
    expect(titles.some((one) => abstract.startsWith(one))).toBe(false);
    expect(abstract).not.toMatch(/\d authors?\b|Subscribe/);
  }
}

describe.skipIf(!existsSync(SEARCH))(`a search${absent(SEARCH)}`, () => {
  test('has 67 papers, 63 of them with the number of authors and the date', () => {
    const result = read(SEARCH);
    checkShape(result);
    const { cards, year } = result;
    expect(cards).toHaveLength(67);
    expect(cards.filter((card) => card.authorCount !== undefined && card.publishedAt)).toHaveLength(63);
    expect(cards.filter((card) => card.authorCount !== undefined || card.publishedAt)).toHaveLength(63);
    expect(year).toEqual({ value: 2025, from: 'printed' });
    const lines = readFileSync(SEARCH, 'utf8').split('\n');
    expect(cards.filter((card) => card.publishedAtInferred).length).toBe(
      lines.filter((line, index) => lines[index - 1] === '·' && !line.includes(',')).length,
    );
    expect(cards.filter((card) => card.comments !== undefined).length).toBe(
      lines.filter((line, index) => lines[index - 1] === '·' && /^\w+ \d+(, \d{4})? \d+$/.test(line)).length,
    );
    for (const { publishedAt = '2020-01-01', authorCount = 1, authors } of cards) {
      expect(publishedAt >= '2013-01-01' && publishedAt <= '2025-11-12').toBe(true);
      expect(authorCount >= 1 && authorCount <= 100).toBe(true);
      expect(authors).toBeUndefined();
    }
  });
});

describe.skipIf(!existsSync(COMPACT))(`a search without small lines${absent(COMPACT)}`, () => {
  test('has 242 papers with title and abstract only', () => {
    const result = read(COMPACT);
    checkShape(result);
    expect(result.cards).toHaveLength(242);
    expect(new Set(result.cards.map((card) => Object.keys(card).sort().join()))).toEqual(
      new Set(['abstract,identifiers,site,title']),
    );
    const lines = readFileSync(COMPACT, 'utf8').split('\n');
    expect(result.cards[0]?.title).toBe(lines[2]?.slice('Subscribe'.length));
    expect(result.cards.slice(1).map(({ title }) => title)).toEqual(
      lines.slice(4).filter((_, index) => index % 2 === 0),
    );
  });
});

describe.skipIf(!existsSync(UNTITLED))(`an author's page without titles${absent(UNTITLED)}`, () => {
  test('has 10 abstracts', () => {
    const { cards, refused } = read(UNTITLED);
    expect(refused).toEqual([]);
    expect(cards).toHaveLength(10);
    expect(cards.filter(({ title }) => title !== undefined)).toEqual([]);
    expect(cards.filter(({ abstract = '' }) => abstract.length < 300 || /^Abstract/.test(abstract))).toEqual(
      [],
    );
  });
});
