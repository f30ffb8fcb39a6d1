import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedErrors, distanceWithin, unitsOf } from '@/storage/search/query/levenshtein';

/** By the definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a[0] === b[0] ? 0 : 1;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  return Math.min(distance(restA, restB) + cost, distance(restA, b) + 1, distance(a, restB) + 1);
}

test('distances are those of the definition, up to the greatest that is of interest', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, fc.integer({ min: 1, max: 3 }), word, (wanted, most, term) => {
      const units = unitsOf(`xx${term}yy`);
      const expected = distance(wanted, term);
      expect(distanceWithin(unitsOf(wanted), units, 2, 2 + term.length, most)).toBe(
        expected <= most ? expected : -1,
      );
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [13, 3],
  [60, 6],
])('a word of %i letters may have %i errors', (length, errors) => {
  expect(allowedErrors(length)).toBe(errors);
});
