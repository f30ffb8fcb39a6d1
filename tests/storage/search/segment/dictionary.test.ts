import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DictionaryCursor, DictionaryWriter } from '@/storage/search/segment/dictionary';

/** As many as the two bytes of an entry have bits. */
const FIELDS = 14;
const term = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const counts = fc
  .array(fc.oneof(fc.constant(0), fc.constant(1), fc.nat(300)), { minLength: FIELDS, maxLength: FIELDS })
  .filter((all) => all.some((count) => count > 0));
const entries = fc.uniqueArray(fc.record({ term, counts, bytes: fc.integer({ min: 1, max: 20_000 }) }), {
  selector: (entry) => entry.term,
  maxLength: 40,
});

test('entries come back with the counts of all fields, whichever they are', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const sorted = [...given].sort((a, b) => (a.term < b.term ? -1 : 1));
      const writer = new DictionaryWriter();
      const chunks: Uint8Array[] = [];
      let offset = 0;
      for (const { term, counts, bytes } of sorted) {
        const full = writer.add(term, offset, bytes, counts);
        if (full) chunks.push(full.bytes);
        offset += bytes;
      }
      const last = writer.finish();
      if (last) chunks.push(last.bytes);
      const read = [];
      let at = 0;
      for (const chunk of chunks)
        for (const cursor = new DictionaryCursor(chunk); cursor.next(); ) {
          const { term, bytes } = cursor;
          expect(cursor.offset).toBe(at);
          expect(cursor.mask).toBe(
            cursor.counts.reduce((mask, count, field) => (count > 0 ? mask | (1 << field) : mask), 0),
          );
          expect(cursor.frequency).toBe(cursor.counts.reduce((sum, count) => sum + count, 0));
          read.push({ term, counts: [...cursor.counts], bytes });
          at += bytes;
        }
      expect(read).toEqual(sorted);
    }),
  );
});

test('only a term in a field beyond the sixth takes a second byte for its fields', () => {
  const sizeOf = (...counts: number[]) => {
    const writer = new DictionaryWriter();
    writer.add('lantern', 0, 1, counts);
    return writer.finish()?.bytes.length ?? 0;
  };
  expect(sizeOf(0, 0, 0, 0, 0, 1, 0)).toBe(sizeOf(1, 0, 0, 0, 0, 0, 0));
  expect(sizeOf(0, 0, 0, 0, 0, 0, 1)).toBe(sizeOf(1, 0, 0, 0, 0, 0, 0) + 1);
});
