import { expect, test } from 'vitest';
import { readFiles } from '@/storage/import/read-files';
import { filePaper } from '@/tests/storage/papers';
import { writeJson } from '@/utils/formats/json/json';

const CONTEXT = { today: '2026-10-02' };
const bib = (key: string, title: string) =>
  `@misc{${key}, title = {${title}}, owner = {a}}\n@misc{bad, title = {never`;
const LIBRARY = writeJson(
  [filePaper({ id: 'arxiv:2609.00001', title: 'Lanterns' })],
  '2026-10-01T00:00:00.000Z',
);

test('papers of several files come together, in order, each knowing its file', async () => {
  const files = [new File([bib('a', 'Salt')], 'one.bib'), new File([bib('b', 'Kites')], 'two.bib')];
  const { described, refused, unkept, files: reports } = await readFiles(files, CONTEXT, undefined);
  expect(described).toMatchObject([
    { file: 'one.bib', key: 'a', card: { title: 'Salt' } },
    { file: 'two.bib', key: 'b', card: { title: 'Kites' } },
  ]);
  expect(refused).toMatchObject([
    { file: 'one.bib', place: 2, line: 2 },
    { file: 'two.bib', place: 2, line: 2 },
  ]);
  expect(unkept).toEqual({ owner: 2 });
  expect(reports).toEqual([
    { name: 'one.bib', format: 'bibtex', papers: 1 },
    { name: 'two.bib', format: 'bibtex', papers: 1 },
  ]);
});

test('what is no file of papers, and a whole library, stay out of the company of others', async () => {
  const files = [
    new File([Uint8Array.of(0x89, 0x50, 0, 0, 1, 2)], 'photo.bib'),
    new File([LIBRARY], 'library.json'),
    new File([bib('a', 'Salt')], 'one.bib'),
  ];
  const { described, papers, files: reports } = await readFiles(files, CONTEXT, undefined);
  expect([described?.length, papers.length]).toEqual([1, 0]);
  expect(reports.map(({ name, papers, problem }) => [name, papers, problem])).toEqual([
    ['photo.bib', 0, 'unknown'],
    ['library.json', 0, 'alone'],
    ['one.bib', 1, undefined],
  ]);
});

test('a library alone is read as it is', async () => {
  const gathered = await readFiles([new File([LIBRARY], 'library.json')], CONTEXT, undefined);
  expect(gathered).toMatchObject({ papers: [{ title: 'Lanterns' }], files: [{ format: 'json', papers: 1 }] });
  expect(gathered.described).toBeUndefined();
});

test('an encoding that was guessed is told, and may be set', async () => {
  const bytes = Uint8Array.from([
    ...new TextEncoder().encode('@misc{a, title = {'),
    ...[0xcf, 0xf3, 0xf8],
    ...new TextEncoder().encode('}}'),
  ]);
  const guessed = await readFiles([new File([bytes], 'a.bib')], CONTEXT, undefined);
  expect(guessed.files).toMatchObject([{ guessed: 'windows-1252' }]);
  const set = await readFiles([new File([bytes], 'a.bib')], CONTEXT, 'windows-1251');
  expect(set).toMatchObject({
    described: [{ card: { title: 'Пуш' } }],
    files: [{ guessed: 'windows-1251' }],
  });
});
