// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { groupOf, groupWords } from '@/components/views/papers/groups';
import type { Hit } from '@/storage/search/library-search';
import { storedPaper } from '@/tests/storage/papers';
import type { Group } from '@/utils/query/query-tree';

const NOW = new Date('2026-11-27T12:00:00Z');
const LATE = new Date(2026, 10, 3, 23, 59).toISOString();

function hit(fields: Partial<Hit>): Hit {
  return { paper: storedPaper({ id: 'doi:10.1/1', savedAt: LATE }), terms: new Set(), ...fields };
}

const words = (by: Group, fields: Partial<Hit> = {}) => groupWords(by, NOW, 0)(groupOf(by)(hit(fields)));

describe('the divider above a group', () => {
  test.each<[Group, string | undefined, string]>([
    ['listed', '2026-11-03', 'Tue 3 Nov'],
    ['listed', '2025-11-03', '3 Nov 2025'],
    ['listed', '', 'Not on a dated listing'],
    ['year', '2023', '2023'],
    ['year', '', 'Year unknown'],
    ['site', 'arxiv\nhuggingface', 'arXiv · Hugging Face'],
    ['site', 'acl-anthology', 'ACL Anthology'],
    ['site', '', 'Not seen on a site'],
  ])('by %s, “%s”, says “%s”', (by, group, said) => {
    expect(words(by, { group: group ?? '' })).toBe(said);
  });

  test('by day of saving says the person’s own day, whatever the index says', () => {
    expect(words('saved')).toBe('Tue 3 Nov');
    expect(words('saved', { group: '2026-11-04' })).toBe('Tue 3 Nov');
  });

  test('tells papers apart that are only spelled alike', () => {
    const of = groupOf('year');
    expect(of(hit({ group: '2023' }))).not.toBe(of(hit({ group: '2023', pass: 'alike' })));
    expect(words('year', { group: '2023', pass: 'alike' })).toBe('Similar spelling · 2023');
  });

  test.each(['year', undefined] as const)('stands above papers that have most of the words, by %s', (by) => {
    expect(groupOf(by)(hit({ group: '2023' }))).not.toBe('meant');
    expect(groupWords(by, NOW, 1200)(groupOf(by)(hit({ pass: 'meant' })))).toBe(
      'With most of your words · 1,200',
    );
  });

  test('is not there without groups', () => {
    expect(groupOf(undefined)(hit({ group: '2023' }))).toBe('');
  });
});
