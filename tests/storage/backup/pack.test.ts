import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed, unpacked } from '@/storage/backup/pack';

const line = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => JSON.stringify(text));

test('lines come back as they were, and the same lines have the same hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
      const chunk = await packed(lines);
      expect(await unpacked(chunk)).toEqual(lines);
      expect((await packed(lines)).hash).toBe(chunk.hash);
    }),
    { numRuns: 50 },
  );
});

test('any other byte is noticed', async () => {
  const chunk = await packed(['{"id":"a"}', '{"id":"b"}']);
  for (const place of chunk.bytes.keys()) {
    const bytes = chunk.bytes.slice();
    bytes[place] = (bytes[place] ?? 0) ^ 4;
    await expect(unpacked({ ...chunk, bytes })).rejects.toThrow();
  }
});

test('so are the lines of another chunk', async () => {
  const [one, other] = [await packed(['{"id":"a"}']), await packed(['{"id":"b"}'])];
  await expect(unpacked({ hash: one.hash, bytes: other.bytes })).rejects.toThrow('damaged');
});
