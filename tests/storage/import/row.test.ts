import { expect, test } from 'vitest';
import { type Row, rowOf } from '@/storage/import/row';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const ID = { id: 'doi:10.1000/a', identifiers: { doi: '10.1000/a' } };

test.each<[Partial<Paper> & Pick<Paper, 'id'>, string | undefined, Partial<Row>]>([
  [{ ...ID, title: 'Lanterns', publishedAt: '2026-01-05' }, 'Salt', { title: 'Lanterns', year: '2026' }],
  [
    { ...ID, abstract: ` Small\nlamps ${'on boats '.repeat(30)}` },
    undefined,
    { begins: expect.stringMatching(/^Small lamps on .{60,80}…$/) },
  ],
  [ID, 'Salt', { begins: 'DOI 10.1000/a', known: 'Salt' }],
  [
    { id: 'arxiv:hep-th/9711200', identifiers: { arxiv: 'hep-th/9711200' } },
    undefined,
    { begins: 'arXiv hep-th/9711200' },
  ],
  [{ id: 'pmcid:PMC12', identifiers: { pmcid: 'PMC12' } }, undefined, { begins: 'PMC12' }],
  [{ id: 'acl:p19-1001', identifiers: { acl: 'p19-1001' } }, undefined, { begins: 'acl:p19-1001' }],
  [{ id: 'title:salt', title: 'Salt' }, undefined, { title: 'Salt', unnamed: true }],
  [
    { ...ID, title: 'A', authors: ['B', 'C', 'D', 'E', 'F'] },
    undefined,
    { title: 'A', authors: ['B', 'C', 'D'], others: 2 },
  ],
])('the row of %j', (paper, known, row) => {
  expect(rowOf(storedPaper(paper), 'new', known)).toEqual({ outcome: 'new', ...row });
});
