// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { papersOfIndex } from '@/utils/reading/pages/index-of-papers';
import { readDocument } from '@/utils/reading/pages/read-document';
import { complain, parse, TODAY } from '../sites/read-fixture';

const ADDRESS = new URL('https://arxiv.org/html/2601.99001v1');

test.each([
  [
    'lines of their own',
    '<h1>Proceedings of the Rope workshop</h1>Editors: Clara Hav<br />\nLIST:arXiv:2601.00007\nLIST:arXiv:2601.00012v2\n',
    ['arxiv:2601.00007', 'arxiv:2601.00012'],
  ],
  [
    'breaks, and ids of all ages',
    '<p>LIST:arXiv:cs/0702154<br>LIST:arXiv:0711.1234<br>LIST:2601.00007</p>',
    ['arxiv:cs/0702154', 'arxiv:0711.1234', 'arxiv:2601.00007'],
  ],
  [
    'entries, one of them twice',
    '<ul><li>LIST:arXiv:2601.00007, Oslo</li><li>LIST: arXiv:2601.00007</li></ul>',
    ['arxiv:2601.00007'],
  ],
  ['no list', '<p>See arXiv:2601.00007. SHORTLIST:arXiv:2601.00012. LIST: of ropes. LIST:</p>', []],
])('the papers of an index in %s', (_, html, expected) => {
  const cards = papersOfIndex(parse(html), ADDRESS);
  expect(cards.map(({ identifiers }) => Object.entries(identifiers).flat().join(':'))).toEqual(expected);
  for (const { listing } of cards) expect(listing).toBe(ADDRESS.href);
});

test('stand beside the index, which is a paper itself', async () => {
  const context = { today: TODAY, pause: async () => {}, report: complain };
  const page = parse('LIST:arXiv:2601.00007\nLIST:arXiv:2601.99001\nand arXiv:2601.00012');
  const cards = await readDocument(page, ADDRESS, context);
  expect(cards.map(({ identifiers }) => identifiers.arxiv)).toEqual(['2601.99001', '2601.00007']);
});
