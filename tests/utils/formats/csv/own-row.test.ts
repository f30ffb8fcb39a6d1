import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { csv } from '@/utils/formats/csv/csv';
import { isOwnHeader } from '@/utils/formats/csv/own-row';
import { readCsv } from '@/utils/formats/csv/read-csv';
import { gatherIdentifiers, namedIdentifiers } from '@/utils/paper/identifiers';
import type { ExportedPaper } from '@/utils/paper/schema';
import { anyPaper } from '../any-paper';
import { written } from '../written';

/** What is read of the file that is written of some papers. */
async function readBack(papers: readonly ExportedPaper[]) {
  const text = await written(
    csv,
    papers.map((paper) => ({ paper, key: '' })),
  );
  return readCsv({ text: text.slice(1), name: '' }, undefined);
}

test('a paper comes back as it was', async () => {
  const paper = filePaper({
    id: 'title:a',
    title: '=Lanterns, "quoted"',
    authors: ['Ada Byron', String.raw`King; Jr. \ x`],
    ...{ publishedAt: '2023-01-05', type: 'article', venue: 'Optics', volume: '3', issue: '4', pages: '1-9' },
    identifiers: { acl: 'p18-1', arxiv: '2410.17954', doi: ['10.1/a', '10.2/b'], openreview: 'x:y' },
    ...{ primaryClass: 'cs.CL', url: 'https://arxiv.org/abs/2410.17954', abstract: 'One\n\nTwo' },
    ...{ editors: ['E'], organization: 'Org', publisher: 'P', isbn: ['1'], issn: ['1234-5679', '2'] },
    ...{ code: 'https://github.com/a/b', project: 'https://a.example' },
    ...{ tags: ['to read', 'b'], status: 'read', starred: true, note: '- mine' },
  });
  expect(await readBack([paper])).toEqual({
    papers: [],
    entries: [
      {
        card: {
          site: 'csv',
          ...{ title: '=Lanterns, "quoted"', authors: ['Ada Byron', String.raw`King; Jr. \ x`] },
          ...{ publishedAt: '2023-01-05', type: 'article', venue: 'Optics', volume: '3', issue: '4' },
          ...{ pages: '1-9', publisher: 'P', editors: ['E'], organization: 'Org', primaryClass: 'cs.CL' },
          identifiers: { acl: 'p18-1', arxiv: '2410.17954', doi: ['10.1/a', '10.2/b'], openreview: 'x:y' },
          ...{ isbn: ['1'], issn: ['1234-5679', '2'], url: 'https://arxiv.org/abs/2410.17954' },
          ...{ code: 'https://github.com/a/b', project: 'https://a.example', abstract: 'One\n\nTwo' },
        },
        ...{ tags: ['to read', 'b'], note: '- mine', status: 'read', starred: true },
        ...{ savedAt: '2026-09-28T06:00:00.000Z', place: 1, line: 2 },
      },
    ],
    refused: [],
    unkept: {},
  });
});

test('any papers come back, text by text', async () => {
  // One that has nothing is refused, and its place is told.
  const named = anyPaper.map(({ authorCount, ...paper }) => ({
    ...paper,
    title: `T${paper.title ?? ''}`,
    ...(authorCount !== undefined && { authorCount: authorCount % 1_000_000_000 }),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(named, { minLength: 1, maxLength: 4 }), async (papers) => {
      const reading = await readBack(papers);
      expect(reading?.refused).toEqual([]);
      expect(
        reading?.entries?.map(({ card, tags = [], note = '', status, starred, savedAt }) => ({
          ...card,
          ...{ tags, note, status, starred, savedAt },
        })),
      ).toEqual(papers.map(expected));
    }),
    { numRuns: runs(200) },
  );
});

/** What the format has of a paper. */
function expected(paper: ExportedPaper) {
  const {
    id: _,
    apart: _a,
    same: _s,
    sources: _o,
    edited: _e,
    nameParts: _p,
    publishedAtInferred: _i,
    ...kept
  } = paper;
  const well = JSON.parse(JSON.stringify(kept), (_key, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  ) as typeof kept;
  const lists = Object.fromEntries(
    (['authors', 'editors', 'isbn', 'issn', 'tags'] as const).map((name) => [name, list(well[name])]),
  );
  return {
    ...well,
    ...lists,
    site: 'csv',
    identifiers: gatherIdentifiers(namedIdentifiers(well.identifiers)),
    authorCount: well.authors.length > 0 ? undefined : well.authorCount,
    tags: well.tags,
    note: well.note ?? '',
    status: well.status === 'unread' ? undefined : well.status,
    starred: well.starred || undefined,
  };
}

function list(values: readonly string[] | undefined) {
  return values?.length ? values : undefined;
}

test('its columns may be fewer, in another order, and parted otherwise', () => {
  const text =
    'saved;title;starred;author_count;authors\n2026-01-01T00:00:00.000Z;A;true;2;"Byron, Ada\\; B"\n';
  expect(readCsv({ text, name: '' }, undefined)?.entries).toEqual([
    {
      card: { site: 'csv', title: 'A', authors: ['Byron, Ada; B'], identifiers: {} },
      starred: true,
      savedAt: '2026-01-01T00:00:00.000Z',
      place: 1,
      line: 2,
    },
  ]);
});

test('a header of somebody else is not ours', () => {
  expect(isOwnHeader(['title', 'authors', 'date', 'doi', 'tags', 'status', 'starred'])).toBe(false);
});
