import { expect, test } from 'vitest';
import { identifiersBeside } from '@/utils/formats/parts/identifiers-beside';

test('identifiers come with their namespaces, without those that have a place', () => {
  const identifiers = { acl: 'p18-1', arxiv: '1706.03762', doi: ['10.1/a', '10.2/b'], pubmed: ['1', '2'] };
  expect(identifiersBeside(identifiers, ['arxiv', 'doi'])).toEqual(['acl:p18-1', 'pubmed:1', 'pubmed:2']);
});
