import { describe, expect, test } from 'vitest';
import { countedAs, quarterOf, queueRowOf } from '@/storage/derived-rows';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { at } from './cards';
import { storedPaper } from './papers';

const ID = 'arxiv:2609.00001';
const seen = (site: string, fields: Partial<Sighting> = {}): Sighting => ({
  ...{ paper: ID, site, url: `https://${site}.org/`, seenAt: at(0) },
  ...fields,
});
const paper = (fields: Partial<Paper> = {}) =>
  storedPaper({ id: ID, savedAt: '2026-09-28T06:14:59.999Z', ...fields });
const lines = (one: Paper, sightings: Sighting[] = []) =>
  countedAs(one, sightings).map(({ of, value }) => `${of}:${value}`);

describe('a paper is counted', () => {
  test('by its status and the quarter of an hour of its saving', () => {
    expect(lines(paper())).toEqual(['status:unread', 'saved:2026-09-28T06:00']);
  });

  test('by its star, and once by each tag and each spelling of one', () => {
    expect(lines(paper({ starred: true, tags: ['ML', 'ml', 'Résumé'] }))).toEqual([
      ...['status:unread', 'starred:', 'tag:ml', 'tag:resume'],
      ...['spelling:ml\nML', 'spelling:ml\nml', 'spelling:resume\nRésumé', 'saved:2026-09-28T06:00'],
    ]);
  });

  test('once by each site, and by the latest day of listing', () => {
    const sightings = [
      seen('arxiv', { listedAt: '2026-09-25' }),
      seen('huggingface', { listedAt: '2026-09-28' }),
      seen('huggingface', { url: 'https://huggingface.co/papers', listedAt: '2026-09' }),
    ];
    expect(lines(paper(), sightings)).toEqual([
      ...['status:unread', 'site:arxiv', 'site:huggingface', 'saved:2026-09-28T06:00', 'listed:2026-09-28'],
    ]);
    expect(lines(paper(), [seen('arxiv', { listedAt: '2026' })])).toContain('listed:2026-01-01');
  });
});

test.each([
  ['2026-09-28T06:00:00.000Z', '2026-09-28T06:00'],
  ['2026-09-28T06:14:59.999Z', '2026-09-28T06:00'],
  ['2026-09-28T06:15:00.000Z', '2026-09-28T06:15'],
  ['2026-12-31T23:59:59.999Z', '2026-12-31T23:45'],
])('%s lies in the quarter %s', (moment, quarter) => {
  expect(quarterOf(moment)).toBe(quarter);
});

test('one that is unread waits by its saving, its votes and its publication', () => {
  const savedAt = paper().savedAt;
  expect(queueRowOf(paper(), [])).toEqual({ paper: ID, unread: savedAt, votes: 0, published: '' });
  const seenTwice = [
    seen('arxiv', { upvotes: 3 }),
    seen('huggingface', { upvotes: 7 }),
    seen('acl-anthology'),
  ];
  expect(queueRowOf(paper({ publishedAt: '2026-09' }), seenTwice)).toEqual({
    ...{ paper: ID, unread: savedAt, votes: 7, published: '2026-09' },
  });
});

test('any other has its status and since when', () => {
  expect(queueRowOf(paper({ status: 'read' }), [])).toEqual({ paper: ID, status: 'read', since: '' });
  const stamps = { status: 'zzzzzzzzzzzzzzzzzzzzzz' };
  expect(queueRowOf(paper({ status: 'reading', stamps }), [])).toMatchObject({
    since: expect.stringMatching(/^\d{4}-/),
  });
});
