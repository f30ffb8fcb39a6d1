import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedErrors, distanceWithin, unitsOf } from '@/storage/search/query/edit-distance';

/** By the definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a[0] === b[0] ? 0 : 1;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const edited = Math.min(distance(restA, restB) + cost, distance(restA, b) + 1, distance(a, restB) + 1);
  if (a.length < 2 || a[0] !== b[1] || a[1] !== b[0]) return edited;
  return Math.min(edited, distance(a.slice(2), b.slice(2)) + 1);
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
    { numRuns: 2000 },
  );
});

test.each([
  ['ice', 0],
  ['moss', 1],
  ['lantern', 1],
  ['lanterns', 2],
  ['photosynthese', 3],
  ['x'.repeat(60), 6],
  ['2023', 0],
  ['2401.12345', 0],
  ['10.1000/lanterns', 0],
  ['resnet50', 0],
  ['٢٠٢٣', 0],
])('%s may have %i errors', (word, errors) => {
  expect(allowedErrors(word)).toBe(errors);
});
