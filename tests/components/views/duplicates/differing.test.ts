import { expect, test } from 'vitest';
import { differing } from '@/components/views/duplicates/differing';
import { storedPaper } from '@/tests/storage/papers';

const SAME = { abstract: 'One and the same.', publishedAt: '2026', url: undefined } as const;

test('only what differs is compared; what one record alone has needs no choice', () => {
  const one = storedPaper({
    ...SAME,
    ...{ id: 'a:1', title: 'Lanterns', authors: ['Ada Noor', 'Bo Li'], identifiers: { arxiv: '2609.00001' } },
  });
  const other = storedPaper({
    ...SAME,
    ...{
      id: 'a:2',
      title: 'Lanterns.',
      authors: ['Ada Noor'],
      identifiers: { doi: '10.1/x' },
      venue: 'Harbour',
    },
  });
  expect(differing(one, other)).toEqual([
    { field: 'title', texts: ['Lanterns', 'Lanterns.'], choice: true },
    { field: 'authors', texts: ['Ada Noor, Bo Li', 'Ada Noor'], choice: true },
    { field: 'venue', texts: ['', 'Harbour'], choice: false },
    {
      field: 'identifiers',
      texts: [expect.stringContaining('2609.00001'), expect.stringContaining('10.1/x')],
      choice: false,
    },
  ]);
  expect(differing(one, { ...one, id: 'a:3', note: 'Mine.' })).toEqual([]);
});
