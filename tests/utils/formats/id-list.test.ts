import { expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { idList } from '@/utils/formats/id-list';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { CONTEXT } from './context';
import { describeFormat } from './describe-format';

describeFormat('id-list');

const read = (text: string) => idList.read(sourceOfText(text), CONTEXT);
const idsIn = async (text: string) =>
  (await read(text))?.entries.map(({ card }) => Object.entries(card.identifiers).flat().join(':'));

test.each<[string, string[]]>([
  ['10.1000/a', ['doi:10.1000/a']],
  ['10.1000/a 10.1000/b', ['doi:10.1000/a', 'doi:10.1000/b']],
  ['10.1000/a,10.1000/b;1706.03762', ['doi:10.1000/a', 'doi:10.1000/b', 'arxiv:1706.03762']],
  [
    '10.1000/a, 10.1000/b; 1706.03762 2005.14165.',
    ['doi:10.1000/a', 'doi:10.1000/b', 'arxiv:1706.03762', 'arxiv:2005.14165'],
  ],
  ['"10.1000/a"\t"10.1000/b"', ['doi:10.1000/a', 'doi:10.1000/b']],
  ['<https://doi.org/10.1000/a>', ['doi:10.1000/a']],
  ['doi.org/10.1000/a\ndx.doi.org/10.1000/b', ['doi:10.1000/a', 'doi:10.1000/b']],
  [
    'https://arxiv.org/pdf/1706.03762v2 https://arxiv.org/abs/2005.14165',
    ['arxiv:1706.03762', 'arxiv:2005.14165'],
  ],
  ['DOI: 10.1000/a\nDOI 10.1000/b', ['doi:10.1000/a', 'doi:10.1000/b']],
  ['1. 1706.03762\n2. 2005.14165\n', ['arxiv:1706.03762', 'arxiv:2005.14165']],
  ['* math.GT/0309136', ['arxiv:math/0309136']],
  ['10.48550/arXiv.1706.03762', ['arxiv:1706.03762']],
  [
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    ['doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o'],
  ],
  ['arXiv ids\r\n1706.03762\r\n', ['arxiv:1706.03762']],
])('%j', async (text, ids) => {
  expect(await idsIn(text)).toEqual(ids);
});

test.each([
  '12345678',
  'see 10.1000/a',
  'Lanterns over a quiet harbour\n10.1000/a',
  '10.1000/a Lanterns over a quiet harbour',
  'https://a.example/1\n10.1000/a',
  '12.50 13.70',
  '10.1000/a\nx1\nx2',
  'title,doi\nA,10.1000/a',
])('%j says more than ids, and is left to others', async (text) => {
  expect(await read(text)).toBeUndefined();
});

test('an id that was mistyped is refused with its line, and the others are read', async () => {
  const good = Array.from({ length: 20 }, (_, index) => `10.1000/a${index}`);
  const reading = await read([...good.slice(0, 5), '10.100', ...good.slice(5)].join('\n'));
  expect(reading?.entries).toHaveLength(20);
  expect(reading?.refused).toEqual([{ place: 6, line: 6, reason: 'notARecord', title: '10.100' }]);
});

test.each([
  ['lines', '10.1000/a\n'.repeat(50_000)],
  ['ids in a line', '1706.03762 '.repeat(9000)],
  ['signs without a break', `10.1000/${'a'.repeat(1_000_000)}`],
  ['signs that part', `10.1000/a${';'.repeat(90_000)}`],
  ['brackets', '['.repeat(90_000)],
  ['spaces', `10.1000/a${' '.repeat(90_000)}b`],
])('very many %s take no time', (_, text) => {
  expect(effort(() => void read(text))).toBeLessThan(8000);
});
