import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { written } from '@/tests/utils/formats/written';
import type { Format, FormatModule } from '@/utils/formats/parts/format';
import { sourceOfText } from '@/utils/formats/parts/source-file';

const SCRIPT = resolve('scripts/new-format.mjs');
const LISTS = ['utils/formats/index.ts', 'utils/formats/README.md'];

/** A folder with what the script adds to. Formats that it begins find their parts there, as in the repository. */
let folder: string;
beforeEach(() => {
  mkdirSync('.output', { recursive: true });
  folder = mkdtempSync(resolve('.output/new-format-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'utils/formats'), { recursive: true });
  for (const path of LISTS) cpSync(path, join(folder, path));
  symlinkSync(resolve('utils/formats/parts'), join(folder, 'utils/formats/parts'));
});

const begin = (...args: string[]) =>
  execFileSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const content = (path: string) => readFileSync(join(folder, path), 'utf8');
const row = async (id: string) => {
  const { FORMATS } = (await import(join(folder, 'utils/formats/index.ts'))) as { FORMATS: Format[] };
  return FORMATS.find((one) => one.id === id);
};
const begun = async (id: string) =>
  (await import(join(folder, `utils/formats/${id}.ts`))) as Record<string, FormatModule>;

test('a format that is read and written begins with a module, a test, files to be filled in, and rows', async () => {
  const said = begin('ref-works', "Ref'Works | 2", 'txt', 'both');
  expect(await row('ref-works')).toMatchObject({
    ...{ name: "Ref'Works | 2", extensions: ['txt'], does: 'both' },
  });
  expect(content('utils/formats/README.md')).toContain("| `ref-works` | Ref'Works \\| 2 | txt | both |");
  expect(content('tests/utils/formats/ref-works.test.ts')).toContain("describeFormat('ref-works')");
  expect(content('tests/fixtures/formats/ref-works.expected.json')).toBe('[]\n');
  expect(content('tests/fixtures/formats/ref-works.written.txt')).toBe('');
  expect(said).toContain('4. tests/fixtures/formats/ref-works.written.txt');
});

test('what it begins reads its fixture and writes, before anything is filled in', async () => {
  begin('ref-works', 'RefWorks', 'txt');
  const { refWorks } = await begun('ref-works');
  const file = sourceOfText(content('tests/fixtures/formats/ref-works.txt'));
  expect(await refWorks?.read?.(file, { today: '2026-11-28' })).toMatchObject({
    entries: [
      {
        card: {
          site: 'ref-works',
          title: 'A title of a paper',
          authors: ['Maria Glas'],
          publishedAt: '2026-01-05',
          identifiers: { doi: '10.1000/1' },
        },
      },
    ],
    refused: [],
  });
  expect(await refWorks?.read?.(sourceOfText('Title: A\n'), { today: '2026-11-28' })).toBeUndefined();
  expect(await written(refWorks ?? {}, [])).toBe('%ref-works\n');
});

test.each([
  ['reads', ['read'], true],
  ['writes', ['write'], false],
])('a format that only %s has only that', async (does, members, fixture) => {
  begin('refworks', 'RefWorks', 'txt', does);
  const { refworks } = await begun('refworks');
  expect(Object.keys(refworks ?? {})).toEqual(members);
  expect(existsSync(join(folder, 'tests/fixtures/formats/refworks.txt'))).toBe(fixture);
  expect(existsSync(join(folder, 'tests/fixtures/formats/refworks.expected.json'))).toBe(fixture);
  expect(existsSync(join(folder, 'tests/fixtures/formats/refworks.written.txt'))).toBe(!fixture);
});

test('the format that takes what others leave stays the last', () => {
  begin('refworks', 'RefWorks', 'txt', 'reads');
  const ids = [...content('utils/formats/index.ts').matchAll(/\bid: '([\w-]+)'/g)].map(([, id]) => id);
  expect(ids.slice(-2)).toEqual(['refworks', 'copied-text']);
});

test.each([
  [[], 'Say which format'],
  [['Ref Works', 'RefWorks', 'txt'], 'Say which format'],
  [['refworks', 'RefWorks', '.txt'], 'Say which format'],
  [['refworks', 'RefWorks', 'txt', 'sings'], 'Say which format'],
  [['bibtex', 'BibTeX', 'bib'], 'bibtex is a format already; nothing was changed'],
])('%j is refused in a sentence, and nothing is changed', (args, words) => {
  const before = LISTS.map(content);
  expect(() => begin(...args)).toThrow(words);
  expect(LISTS.map(content)).toEqual(before);
  expect(existsSync(join(folder, 'tests'))).toBe(false);
});

test('no file that is there is written over', () => {
  mkdirSync(join(folder, 'tests/utils/formats'), { recursive: true });
  cpSync('package.json', join(folder, 'tests/utils/formats/refworks.test.ts'));
  const before = LISTS.map(content);
  expect(() => begin('refworks', 'RefWorks', 'txt')).toThrow('refworks.test.ts is there already');
  expect(existsSync(join(folder, 'utils/formats/refworks.ts'))).toBe(false);
  expect(LISTS.map(content)).toEqual(before);
});
