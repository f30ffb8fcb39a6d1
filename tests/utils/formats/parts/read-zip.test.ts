import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZip, zippedFiles } from '@/utils/formats/parts/read-zip';

const zip = zipSync({ 'a.md': strToU8('One '.repeat(50)), 'é/b.md': [strToU8('Two'), { level: 0 }] });
const read = (bytes: Uint8Array) =>
  [...zippedFiles(bytes)].map((file) => {
    const content = file.bytes();
    return [file.name, file.encrypted, content && strFromU8(content)];
  });

test('files, packed or not', () => {
  expect(isZip(zip)).toBe(true);
  expect(read(zip)).toEqual([
    ['a.md', false, 'One '.repeat(50)],
    ['é/b.md', false, 'Two'],
  ]);
});

/** Where the directory has its first entry. */
const directory = () => Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
const changed = (at: number, ...values: number[]) => {
  const bytes = zip.slice();
  bytes.set(values, at);
  return bytes;
};

test('a file with a password says so', () => {
  expect(read(changed(directory() + 8, 1))[0]?.slice(0, 2)).toEqual(['a.md', true]);
});

test('a file is never more than it says; one that is less, or is not there, has no content', () => {
  expect(read(changed(directory() + 24, 9, 0, 0, 0))[0]?.[2]).toBe('One One O');
  expect(read(changed(directory() + 24, 0, 9, 0, 0))[0]?.[2]).toBeUndefined();
  expect(read(changed(directory() + 10, 99))[0]?.[2]).toBeUndefined();
  expect(read(changed(directory() + 42, 255, 255, 255, 127))[0]?.[2]).toBeUndefined();
});

test('a zip file that was cut off, or is none, has no files', () => {
  for (let end = 0; end < zip.length; end += 7) expect(read(zip.slice(0, end))).toEqual([]);
  expect(isZip(strToU8('PK'))).toBe(false);
  expect(read(strToU8('Good morning, everybody. This is no zip file.'))).toEqual([]);
});
