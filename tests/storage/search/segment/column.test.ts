import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnAt, packColumn, unpackColumn } from '@/storage/search/segment/column';

test('numbers come back, all at once and one by one', () => {
  const numbers = fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.integer({ min: 0, max: 2 ** 41 })));
  fc.assert(
    fc.property(numbers, (values) => {
      const bytes = packColumn(values);
      const read = new Float64Array(values.length + 2);
      unpackColumn(bytes, values.length, read, 1);
      expect([...read]).toEqual([0, ...values, 0]);
      expect(values.map((_, index) => columnAt(bytes, index))).toEqual(values);
    }),
  );
});

test.each([
  [[5, 5, 5], 0],
  [[1000, 1255], 1],
  [[0, 256], 2],
])('%j takes as few bytes for each as it can', (values, width) => {
  expect(packColumn(values)).toHaveLength(7 + width * values.length);
});
