import { expect, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import { exportPapers } from '@/storage/export/export-papers';
import { papersLackedBy } from '@/storage/export/lacking';
import { at, card } from '../cards';
import { openDatabase } from '../open-database';

const IDS = ['arxiv:2609.00001', 'arxiv:2609.00002', 'doi:10.1000/kites'];

async function library() {
  const db = openDatabase();
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: 'Salt in winter' })], at(0));
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00002' }, title: 'Lanterns' })], at(1));
  await saveCards(
    db,
    [card({ identifiers: { doi: '10.1000/kites' }, title: 'Kites over a harbour' })],
    at(2),
  );
  return db;
}

test.each<[string, string, string[] | undefined, string[]]>([
  ['by an identifier', '@misc{a, eprint = {2609.00001v2}, archiveprefix = {arXiv}}', undefined, IDS.slice(1)],
  [
    'by an address',
    'TY  - JOUR\nUR  - https://doi.org/10.1000/KITES\nTI  - Kites\nER  - \n',
    undefined,
    IDS.slice(0, 2),
  ],
  [
    'of the papers that are meant',
    '@misc{a, eprint = {2609.00001}, archiveprefix = {arXiv}}',
    IDS.slice(0, 2),
    [IDS[1] ?? ''],
  ],
  ['a bibliography of other papers', '@misc{a, title = {Herons at the edge of ice}}', undefined, IDS],
])('papers in the file stay out: %s', async (_, text, ids, expected) => {
  expect(await papersLackedBy(await library(), new File([text], 'mine.bib'), ids, at(9))).toEqual(expected);
});

test('a library that is written lacks none of its papers, in any format that comes back', async () => {
  const db = await library();
  for (const format of ['json', 'bibtex', 'ris', 'csv']) {
    const { file } = await exportPapers(db, { format, own: 'all', ascii: false }, at(9));
    expect([format, await papersLackedBy(db, file, undefined, at(9))]).toEqual([format, []]);
  }
});

test('what is no file of papers is refused', async () => {
  const photo = new File([Uint8Array.of(0x89, 0x50, 0, 0, 1, 2)], 'photo.bib');
  await expect(papersLackedBy(await library(), photo, undefined, at(9))).rejects.toMatchObject({
    code: 'unreadable',
  });
});
