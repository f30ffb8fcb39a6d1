import { expect, test } from 'vitest';
import { filesIn } from '@/components/browser/files-in';

interface Entry {
  name: string;
  isDirectory: boolean;
}

const file = (name: string) => ({
  name,
  isDirectory: false,
  file: (give: (file: File) => void) => give(new File([], name)),
});
/** A folder that answers with two entries at a time, as browsers answer with a hundred. */
const folder = (name: string, entries: Entry[]) => ({
  name,
  isDirectory: true,
  createReader() {
    const left = [...entries];
    return { readEntries: (give: (some: Entry[]) => void) => give(left.splice(0, 2)) };
  },
});
const drop = (entries: Entry[], files: File[] = []) =>
  ({
    files,
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
  }) as unknown as DataTransfer;
const isBib = (name: string) => name.endsWith('.bib');
const names = (files: File[]) => files.map(({ name }) => name);

test('files are taken as they are, whatever they are called', async () => {
  const files = [new File([], 'a.bib'), new File([], 'photo.png')];
  expect(await filesIn(drop([file('a.bib'), file('photo.png')], files), isBib)).toEqual(files);
});

test('of a folder, and of folders in it, those that are wanted, in the order of their names', async () => {
  const inner = folder('inner', [file('z.bib'), file('c.bib')]);
  const entries = [folder('papers', [file('d.bib'), file('x.png'), inner, file('b.bib'), file('a.bib')])];
  expect(names(await filesIn(drop(entries), isBib))).toEqual(['a.bib', 'b.bib', 'd.bib', 'c.bib', 'z.bib']);
});

test('files beside a folder are all taken', async () => {
  expect(names(await filesIn(drop([file('notes'), folder('papers', [file('a.bib')])]), isBib))).toEqual([
    'notes',
    'a.bib',
  ]);
});

test('a folder that cannot be read is told', async () => {
  const broken = {
    ...folder('papers', []),
    createReader: () => ({
      readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')),
    }),
  };
  await expect(filesIn(drop([broken]), isBib)).rejects.toThrow('gone');
});
