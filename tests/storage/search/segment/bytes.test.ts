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

test('a checksum is that of FNV-1a where there are no four bytes, and another one for another byte', () => {
  expect(checksum(new TextEncoder().encode('foo'))).toBe(0xa9f37ed7);
  expect(checksum(new Uint8Array([1, 2]))).not.toBe(checksum(new Uint8Array([1, 3])));
});

test('every byte counts in a checksum, wherever the bytes lie in their buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(3), (bytes, at, offset) => {
      const elsewhere = new Uint8Array(bytes.length + offset).subarray(offset);
      elsewhere.set(bytes);
      expect(checksum(elsewhere)).toBe(checksum(bytes));
      elsewhere[at % bytes.length] = ((bytes[at % bytes.length] ?? 0) + 1) % 256;
      expect(checksum(elsewhere)).not.toBe(checksum(bytes));
    }),
  );
});
