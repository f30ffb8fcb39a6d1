import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceWithin, unitsOf } from '@/storage/search/query/edit-distance';
import { TermShapes } from '@/storage/search/query/term-shapes';
import { DictionaryWriter } from '@/storage/search/segment/dictionary';

function chunksOf(terms: readonly string[]): Uint8Array[] {
  const writer = new DictionaryWriter();
  const full = [...terms].sort().map((term, index) => writer.add(term, index, 1, [1]));
  return [...full, writer.finish()].flatMap((chunk) => chunk?.bytes ?? []);
}

test('finds every term that is spelled like a word, and no other', () => {
  const letters = fc.constantFrom(...'abcdeéß字Ā');
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      word,
      fc.integer({ min: 1, max: 2 }),
      fc.uniqueArray(word, { maxLength: 60 }),
      (wanted, most, terms) => {
        const expected = terms.sort().flatMap((term) => {
          const distance = distanceWithin(unitsOf(wanted), unitsOf(term), 0, term.length, most);
          return distance > 0 && !term.startsWith(wanted) ? [{ term, distance }] : [];
        });
        const found = new TermShapes(chunksOf(terms)).like(wanted, most);
        expect(found.map(({ term, distance }) => ({ term, distance }))).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('tells the chunk of each, also of the last one', () => {
  const terms = Array.from({ length: 3000 }, (_, index) => `word${String(index).padStart(6, '0')}`);
  const chunks = chunksOf(terms);
  expect(chunks.length).toBeGreaterThan(3);
  const shapes = new TermShapes(chunks);
  expect(shapes.like('wurd000000', 1)).toEqual([{ chunk: 0, place: 0, term: 'word000000', distance: 1 }]);
  expect(shapes.like('wurd002999', 1)).toEqual([
    { chunk: chunks.length - 1, place: expect.any(Number), term: 'word002999', distance: 1 },
  ]);
});
