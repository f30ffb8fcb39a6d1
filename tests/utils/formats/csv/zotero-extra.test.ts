import { expect, test } from 'vitest';
import { readExtra } from '@/utils/formats/csv/zotero-extra';

test.each([
  ['Citation Key: glas2026', { key: 'glas2026', identifiers: [], note: '', hasMore: false }],
  ['arXiv:2601.00001 [cs]', { identifiers: [['arxiv', '2601.00001']], note: '', hasMore: false }],
  [
    'PMID: 123\r\nPMCID: PMC45\nDOI: 10.1000/A',
    {
      identifiers: [
        ['pmid', '123'],
        ['pmcid', 'PMC45'],
        ['doi', '10.1000/a'],
      ],
      note: '',
      hasMore: false,
    },
  ],
  [
    'ZSCC: 0012\nmine, and\nhttps://a.example',
    { identifiers: [], note: 'mine, and\nhttps://a.example', hasMore: true },
  ],
  ['', { identifiers: [], note: '', hasMore: false }],
])('%j', (text, extra) => {
  expect(readExtra(text)).toEqual(extra);
});
