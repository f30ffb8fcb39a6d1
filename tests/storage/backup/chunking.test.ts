import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunked, MOST } from '@/storage/backup/chunking';

const named = (names: readonly string[]) => names.map((name) => ({ name, line: `of ${name}` }));
const names = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 200, size: 'max' })
  .map((all) => all.toSorted());

test('all lines are there, in their order, and no chunk is longer than the most', () => {
  fc.assert(
    fc.property(names, (all) => {
      const chunks = chunked(named(all));
      expect(chunks.flat()).toEqual(named(all));
      for (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
      for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(MOST);
    }),
  );
});

test('a line that comes or goes makes few chunks other ones', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `arxiv:2609.${String(index).padStart(5, '0')}`);
  const texts = (lines: readonly string[]) =>
    new Set(chunked(named(lines)).map((chunk) => JSON.stringify(chunk)));
  const before = texts(many);
  expect(before.size).toBeGreaterThan(5000 / MOST);
  for (const place of [0, 17, 2500, 4999]) {
    const after = texts([...many.slice(0, place), `${many[place]}v2`, ...many.slice(place)]);
    const others = [...after].filter((text) => !before.has(text));
    expect(others.length).toBeLessThanOrEqual(4);
  }
});
