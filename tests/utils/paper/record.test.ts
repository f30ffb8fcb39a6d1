import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportedPaper } from '@/tests/arbitraries';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import { FIELDS } from '@/utils/paper/fields';
import { unite } from '@/utils/paper/merge';
import { recordOf, recordOfCard, withTitle } from '@/utils/paper/record';
import { type ExportedPaper, Paper, Sighting } from '@/utils/paper/schema';

const SAVED = '2026-09-28T06:00:00.000Z';
const BARE: ExportedPaper = {
  id: 'arxiv:2609.00001',
  authors: [],
  identifiers: { arxiv: '2609.00001' },
  tags: [],
  status: 'unread',
  starred: false,
  savedAt: SAVED,
  edited: [],
  sources: [],
};
const SEEN = { site: 'huggingface', url: 'https://huggingface.co/papers', seenAt: SAVED };

test('a record and its sightings fit the schema, and are exported as they were', () => {
  fc.assert(
    fc.property(exportedPaper, (exported) => {
      const { paper, sightings } = recordOf(exported);
      expect(Paper.safeParse(paper).error?.issues ?? []).toEqual([]);
      for (const sighting of sightings) expect(Sighting.safeParse(sighting).error?.issues ?? []).toEqual([]);
      expect(JSON.stringify(exportPaper(paper, sightings))).toBe(JSON.stringify(exported));
    }),
  );
});

test('a record united with itself stays the very same', () => {
  fc.assert(
    fc.property(exportedPaper, (exported) => {
      const { paper } = recordOf(exported);
      expect(unite(paper, paper)).toBe(paper);
    }),
  );
});

test('every field that is there has an origin, on the day of the save', () => {
  const { paper } = recordOf({ ...BARE, title: 'Lanterns', authors: ['Ada Byron'], sources: [SEEN] });
  const origin = { site: 'huggingface', trust: 2, at: SAVED };
  expect(paper.origins).toEqual({ title: origin, authors: origin });
});

test('what came from no page came with the import', () => {
  expect(recordOf({ ...BARE, title: 'Lanterns' }).paper.origins.title?.site).toBe('import');
});

test.each([
  ['arXiv', { arxiv: '2609.00001', doi: '10.1234/a' }, 3],
  ['a DOI', { doi: '10.1234/a' }, 2],
  ['neither', { openreview: 'abcDEF123' }, 1],
])('an address is trusted as that of a paper known by %s', (_, identifiers, trust) => {
  const { paper } = recordOf({ ...BARE, identifiers, url: 'https://a.example/' });
  expect(paper.origins.url?.trust).toBe(trust);
});

test('sightings belong to the record', () => {
  expect(recordOf({ ...BARE, sources: [SEEN] }).sightings).toEqual([{ ...SEEN, paper: BARE.id }]);
});

describe('a title that the user set', () => {
  const record = recordOfCard(
    { site: 'web', identifiers: { arxiv: '2609.00001' } },
    '2026-10-02T08:00:00.000Z',
  );
  const titled = (typed: string) => record && withTitle(record, typed, '2026-10-02T09:00:00.000Z').paper;

  test.each([
    ['is locked', 'Lanterns over a harbour', 'Lanterns over a harbour'],
    [
      'is one line without what hides or reorders text',
      ' Lanterns\nover \u202ea harbour ',
      'Lanterns over a harbour',
    ],
  ])('%s', (_, typed, expected) => {
    expect(titled(typed)).toMatchObject({ id: 'arxiv:2609.00001', title: expected, edited: ['title'] });
  });

  test('fits, so that a backup takes it', () => {
    expect(titled('x'.repeat(5000))?.title).toHaveLength(FIELDS.title.limit);
  });

  test('that is empty changes nothing', () => {
    expect(titled(' \n')).toEqual(record?.paper);
  });
});
