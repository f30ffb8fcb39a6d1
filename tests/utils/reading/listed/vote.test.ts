import { describe, expect, test } from 'vitest';
import type { Pair } from '@/utils/reading/listed/pairs';
import { type Signs, Taken, vote, voteFew } from '@/utils/reading/listed/vote';

const SIGNS: Signs = { telling: true, isAnchored: () => false };

function pair(row: number, relation = 'over', more: Partial<Pair> = {}): Pair {
  const names = ['Ada Berg', 'Bo Cai'];
  return {
    spot: { row: row + 1, start: 0, end: 16, names, cut: false, sure: 0.8, kind: 'whole' },
    ...{
      title: `Lamps of harbour number ${row}`,
      words: 5,
      row,
      start: 0,
      end: 20,
      relation,
      family: relation,
    },
    ...{ score: 0.7, titleScore: 1, record: undefined },
    ...more,
  };
}

const rowsOf = (groups: ReturnType<typeof vote>) => groups.map(({ pairs }) => pairs.map(({ row }) => row));

describe('a vote', () => {
  test('takes three that lie alike', () => {
    expect(
      rowsOf(
        vote(
          [0, 2, 4].map((row) => pair(row)),
          SIGNS,
          new Taken(),
        ),
      ),
    ).toEqual([[0, 2, 4]]);
  });

  test('takes three that lie nearly alike, if no three lie alike', () => {
    const near = [0, 2, 4].map((row) => pair(row, `over, set like ${row}`, { family: 'over' }));
    expect(rowsOf(vote(near, SIGNS, new Taken()))).toEqual([[0, 2, 4]]);
    expect(vote(near.slice(1), SIGNS, new Taken())).toEqual([]);
    const unlike = near.map((one, index) => ({ ...one, family: `over ${index}` }));
    expect(vote(unlike, SIGNS, new Taken())).toEqual([]);
  });

  test('takes no two', () => {
    expect(vote([pair(0), pair(2)], SIGNS, new Taken())).toEqual([]);
  });

  test('gives names to the relation that explains most', () => {
    const spots = [0, 2, 4, 6].map((row) => pair(row));
    const others = spots.slice(0, 3).map((one) => pair(one.row + 2, 'under', { spot: one.spot }));
    expect(rowsOf(vote([...others, ...spots], SIGNS, new Taken()))).toEqual([[0, 2, 4, 6]]);
  });

  test.each<[string, Partial<Pair>, Signs]>([
    ['short titles', { words: 2 }, SIGNS],
    ['one title again and again', { title: 'Lamps of one harbour in fog' }, SIGNS],
    ['unlikely titles', { titleScore: 0.3 }, SIGNS],
    ['unlikely pairs', { score: 0.2 }, SIGNS],
  ])('refuses %s', (_, more, signs) => {
    expect(
      vote(
        [0, 2, 4, 6, 8].map((row) => pair(row, 'over', more)),
        signs,
        new Taken(),
      ),
    ).toEqual([]);
  });

  test('wants more of single names: five, on a page about papers', () => {
    const single = (row: number) => pair(row, 'over', { spot: { ...pair(row).spot, names: ['Ada Berg'] } });
    const five = [0, 2, 4, 6, 8].map(single);
    expect(vote(five, SIGNS, new Taken())).toHaveLength(1);
    expect(vote(five.slice(1), SIGNS, new Taken())).toEqual([]);
    expect(vote(five, { ...SIGNS, telling: false }, new Taken())).toEqual([]);
  });

  test('is not sure on a page that does not speak of papers, if nothing else tells', () => {
    const pairs = [0, 2, 4].map((row) => pair(row));
    const unsure = (signs: Signs) => vote(pairs, signs, new Taken()).map((group) => group.unsure);
    expect(unsure({ telling: false, isAnchored: () => false })).toEqual([true]);
    expect(unsure({ telling: false, isAnchored: () => true })).toEqual([false]);
    expect(unsure(SIGNS)).toEqual([false]);
  });

  test('gives no entry to two relations', () => {
    const record = {} as Element;
    const first = [0, 4, 8, 12].map((row) => pair(row, 'over', { record: row === 0 ? record : undefined }));
    const second = [2, 6, 10].map((row) => pair(row, 'other', { record: row === 2 ? record : undefined }));
    expect(rowsOf(vote([...first, ...second], SIGNS, new Taken()))).toEqual([[0, 4, 8, 12]]);
  });
});

describe('few', () => {
  test('are taken with a PDF or a label', () => {
    const signs = { telling: false, isAnchored: () => true };
    expect(voteFew([pair(0)], signs, new Taken()).map(({ unsure }) => unsure)).toEqual([false]);
  });

  test('of two alike are unsure, and one alone is none', () => {
    expect(voteFew([pair(0), pair(2)], SIGNS, new Taken()).map(({ unsure }) => unsure)).toEqual([true]);
    expect(voteFew([pair(0)], SIGNS, new Taken())).toEqual([]);
  });
});
