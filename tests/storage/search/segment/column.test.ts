import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnAt, packColumn, unpackColumn } from '@/storage/search/segment/column';
import { COLUMN_CHUNK } from '@/storage/search/segment/segment';

test('numbers come back, all at once and one by one', () => {
  const numbers = fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.integer({ min: 0, max: 2 ** 41 })));
  fc.assert(
    fc.property(numbers, (values) => {
      const pieces = packColumn(values);
      const read = new Float64Array(values.length + 2);
      unpackColumn(pieces, values.length, read, 1);
      expect([...read]).toEqual([0, ...values, 0]);
      expect(values.map((_, index) => columnAt(pieces[0] as Uint8Array, index))).toEqual(values);
    }),
  );
});

test.each([
  ['one width', (index: number) => index % 200],
  ['equal numbers', () => 7],
  ['pieces of different widths', (index: number) => Math.floor(index / COLUMN_CHUNK) ** 9 + (index % 2)],
])('%s come back from several pieces', (_, make) => {
  const values = Array.from({ length: 2 * COLUMN_CHUNK + 5 }, (_, index) => make(index));
  const pieces = packColumn(values);
  expect(pieces).toHaveLength(3);
  const read = new Float64Array(values.length);
  unpackColumn(pieces, values.length, read, 0);
  expect([...read]).toEqual(values);
});

test('no piece is as large as what Chromium keeps in a file of its own', () => {
  const widest = Array.from({ length: COLUMN_CHUNK }, (_, index) => 2 ** 41 + index * 2 ** 28);
  expect(packColumn(widest)[0]?.length).toBeLessThan(65_536);
});

test.each([
  [[5, 5, 5], 0],
  [[1000, 1255], 1],
  [[0, 256], 2],
])('%j takes as few bytes for each as it can', (values, width) => {
  expect(packColumn(values)[0]).toHaveLength(7 + width * values.length);
});
