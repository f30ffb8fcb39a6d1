import { expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { publicationTypeOf } from '@/utils/formats/parts/publication-type';
import type { ExportedPaper } from '@/utils/paper/schema';

test.each<[string, Partial<ExportedPaper>]>([
  ['thesis', { type: 'thesis', venue: 'NeurIPS' }],
  ['preprint', { type: 'preprint' }],
  ['preprint', { identifiers: { arxiv: '1706.03762' } }],
  ['preprint', { identifiers: { doi: '10.1101/2020.01.01.1' } }],
  ['preprint', { venue: 'arXiv preprint arXiv:1706.03762', type: 'preprint' }],
  ['preprint', { identifiers: { arxiv: '1706.03762' }, venue: 'Submitted to Nature' }],
  ['conference', { type: 'preprint', venue: 'Advances in Neural Information Processing Systems 30' }],
  ['conference', { venue: 'Proceedings of the 3rd Workshop on Lamps' }],
  ['conference', { identifiers: { acl: '2020.acl-main.1' } }],
  ['conference', { identifiers: { acl: 'p18-1001' } }],
  ['article', { identifiers: { acl: '2020.tacl-1.1' } }],
  ['article', { identifiers: { acl: 'q18-1001' } }],
  ['article', { type: 'preprint', venue: 'Phys. Rev. D 12, 34 (2001)' }],
  ['article', { venue: 'Proceedings of the National Academy of Sciences' }],
  ['article', { venue: 'Proc. Natl. Acad. Sci.' }],
  ['article', { volume: '3' }],
  ['book', { isbn: ['9780000000002'] }],
  ['other', {}],
])('%s: %o', (type, fields) => {
  expect(publicationTypeOf(filePaper({ id: 'title:a', identifiers: {}, ...fields }))).toBe(type);
});
