import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearness, neighboursIn } from '@/storage/search/meant/nearness';
import { storedPaper } from '@/tests/storage/papers';
import { stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';

const rarities = new Map([
  ['camera', 2],
  ['trap', 3],
  ['zebra', 5],
]);

test.each<[string, [string, string, number][]]>([
  [
    'camera trap zebra',
    [
      ['camera', 'trap', 2],
      ['trap', 'zebra', 3],
    ],
  ],
  ['camera of trap', []],
  ['trap trap', []],
  [
    'trap zebra trap zebra',
    [
      ['trap', 'zebra', 3],
      ['zebra', 'trap', 3],
    ],
  ],
  ['zebra', []],
  ['', []],
])('neighbours in %s', (text, expected) => {
  const pairs = neighboursIn(text.split(' '), rarities);
  expect(pairs.map(({ first, second, rarity }) => [first, second, rarity])).toEqual(expected);
});

const PAIR = neighboursIn(['camera', 'trap'], rarities);
/** What pairs count whose inverse distances are these. */
const worth = (...inverse: number[]) => {
  const sum = inverse.reduce((all, one) => all + one, 0);
  return (0.5 * 2 * 3 * sum) / (sum + 2);
};

test.each([
  ['Camera traps', worth(1)],
  ['Trapped by cameras', worth(1 / 2)],
  ['Camera one two three trap', worth(1 / 4)],
  ['Camera one two three four trap', 0],
  ['Camera trap camera', worth(1, 1)],
  ['Camera', 0],
  ['', 0],
])('%s', (title, expected) => {
  expect(nearness(storedPaper({ id: 'a:1', title }), PAIR)).toBeCloseTo(expected, 12);
});

test('a text does not reach into the next, and only title and abstract are read', () => {
  const paper = storedPaper({ id: 'a:1', title: 'Camera', abstract: 'Trap', note: 'camera trap' });
  expect(nearness(paper, PAIR)).toBe(0);
  expect(nearness({ ...paper, abstract: 'Trap, camera' }, PAIR)).toBeCloseTo(worth(1), 12);
});

test('is what all places of all pairs add up to', () => {
  const word = fc.constantFrom('camera', 'traps', 'zebras', 'the', 'trapped');
  const text = fc.array(word, { maxLength: 9 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(fc.constantFrom('camera', 'trap', 'zebra', 'the')),
      (title, abstract, order) => {
        const pairs = neighboursIn(order, rarities);
        const expected = pairs.reduce((all, { first, second, rarity }) => {
          let sum = 0;
          for (const stems of [title, abstract].map((one) => queryTerms(one).map(stemOf)))
            for (let one = 0; one < stems.length; one++)
              for (let other = 0; other < stems.length; other++)
                if (stems[one] === first && stems[other] === second && Math.abs(one - other) <= 4)
                  sum += 1 / Math.abs(one - other);
          return all + (0.5 * rarity * 3 * sum) / (sum + 2);
        }, 0);
        expect(nearness(storedPaper({ id: 'a:1', title, abstract }), pairs)).toBeCloseTo(expected, 9);
      },
    ),
  );
});
