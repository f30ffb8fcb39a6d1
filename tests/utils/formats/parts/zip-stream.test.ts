import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MOST_FILES, zipStream } from '@/utils/formats/parts/zip-stream';

function unzipped(pieces: readonly Uint8Array[]): Record<string, string> {
  const files = unzipSync(Buffer.concat(pieces));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('files come out as they went in', () => {
  const zip = zipStream('2026-10-02T08:00:00.000Z');
  const files = { 'a.md': 'One', '状態.md': '👩‍🔬', 'empty.md': '', 'long.md': 'long '.repeat(20_000) };
  const pieces = Object.entries(files).flatMap(([name, text]) => zip.add(name, text));
  expect(unzipped([...pieces, ...zip.end()])).toEqual(files);
});

test('a file’s bytes are ready at once, and are not kept', () => {
  const zip = zipStream('2026-10-02T08:00:00.000Z');
  const lengths = [1, 2, 3].map((number) => Buffer.concat(zip.add(`${number}.md`, 'text')).length);
  expect(Math.min(...lengths)).toBeGreaterThan(30);
  expect(new Set(lengths).size).toBe(1);
});

test('half a character is none', () => {
  const zip = zipStream('2026-10-02T08:00:00.000Z');
  expect(unzipped([...zip.add('a.md', 'x\ud83d'), ...zip.end()])).toEqual({ 'a.md': 'x�' });
});

describe('the moment', () => {
  test.each(['1970-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'])('may be of any clock: %s', (moment) => {
    const zip = zipStream(moment);
    expect(unzipped([...zip.add('a.md', 'x'), ...zip.end()])).toEqual({ 'a.md': 'x' });
  });
});

test('the number of files fits in two bytes', () => {
  expect(MOST_FILES).toBe(2 ** 16 - 1);
});
