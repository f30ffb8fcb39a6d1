import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter, checksum, packSorted, unpackSorted } from '@/storage/search/segment/bytes';

test('numbers come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
      const writer = new ByteWriter();
      for (const number of numbers) writer.varint(number);
      const reader = new ByteReader(writer.take());
      expect(numbers.map(() => reader.varint())).toEqual(numbers);
      expect(reader.done).toBe(true);
    }),
  );
});

test('sorted numbers come back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1_000_000)), (numbers) => {
      const sorted = numbers.sort((a, b) => a - b);
      expect(unpackSorted(packSorted(sorted))).toEqual(sorted);
    }),
  );
});

test.each([
  [[], 1],
  [[127], 1],
  [[128], 2],
  [[2 ** 31 - 1], 5],
])('%j takes few bytes', (numbers, most) => {
  const writer = new ByteWriter();
  for (const number of numbers) writer.varint(number);
  expect(writer.length).toBeLessThanOrEqual(most);
});

test('a checksum is that of FNV-1a, and another one for another byte', () => {
  expect(checksum(new TextEncoder().encode('foobar'))).toBe(0xbf9cf968);
  expect(checksum(new Uint8Array([1, 2]))).not.toBe(checksum(new Uint8Array([1, 3])));
});
