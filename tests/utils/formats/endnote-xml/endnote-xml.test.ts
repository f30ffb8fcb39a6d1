import { expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { endnoteXml } from '@/utils/formats/endnote-xml/endnote-xml';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import type { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';
import { describeFormat } from '../describe-format';

describeFormat('endnote-xml');

const fileOf = (...records: string[]) =>
  `<?xml version="1.0"?><xml><records>${records.map((one) => `<record>${one}</record>`).join('')}</records></xml>`;
const read = (text: string) => endnoteXml.read(sourceOfText(text), CONTEXT);
const TITLE = '<titles><title>A</title></titles>';

test.each<[string, Partial<PaperCard>]>([
  [
    '<ref-type name="Thesis">32</ref-type><dates><year>1998</year></dates>',
    { type: 'thesis', publishedAt: '1998' },
  ],
  ['<dates><pub-dates><date>2019-03-18</date></pub-dates></dates>', { publishedAt: '2019-03-18' }],
  ['<dates><year>2019</year><pub-dates><date>March</date></pub-dates></dates>', { publishedAt: '2019-03' }],
  ['<accession-num>12345678</accession-num>', { identifiers: { pmid: '12345678' } }],
  ['<accession-num>arXiv:2401.00001</accession-num>', { identifiers: { arxiv: '2401.00001' } }],
  ['<custom2>PMC1234567</custom2>', { identifiers: { pmcid: 'PMC1234567' } }],
  ['<periodical><abbr-1>J. Lamps</abbr-1></periodical>', { venue: 'J. Lamps' }],
])('%s', async (xml, card) => {
  expect((await read(fileOf(TITLE + xml)))?.entries[0]?.card).toMatchObject({ title: 'A', ...card });
});

test('what is not kept is counted, attached files among it', async () => {
  const xml = `${TITLE}<language>en</language><urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>`;
  expect((await read(fileOf(xml, xml)))?.unkept).toEqual({ language: 2, file: 2 });
});

test('a record that the file cuts off, or that names nothing, is refused with its line', async () => {
  const text = `<xml><records>\n<record>${TITLE}</record>\n<record><volume>7</volume></record>\n<record><titles><title>Salt</title>`;
  const reading = await read(text);
  expect(reading?.entries).toHaveLength(1);
  expect(reading?.refused).toEqual([
    { place: 2, line: 3, reason: 'unnamed' },
    { place: 3, line: 4, reason: 'cutOff', title: 'Salt' },
  ]);
});

test.each([
  ['records', fileOf(...Array<string>(5000).fill(TITLE))],
  ['elements in each other', fileOf(`${TITLE}${'<a>'.repeat(200_000)}`)],
  ['elements that begin', fileOf(`${TITLE}${'<a '.repeat(200_000)}`)],
  ['texts without an end', fileOf(`${TITLE}${'<![CDATA['.repeat(20_000)}`)],
  ['records without an end', `<xml><records><record>${TITLE}${'<record>'.repeat(50_000)}`],
  ['entities', fileOf(`<titles><title>A${'&lol;'.repeat(200_000)}</title></titles>`)],
])('very many %s take no time', async (_, text) => {
  expect(effort(() => void read(text))).toBeLessThan(8000);
  expect((await read(text))?.refused.length).toBeLessThan(2);
});
