import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Found } from '@/storage/search/query/find';
import { storedPaper } from '@/tests/storage/papers';
import type { Sighting } from '@/utils/paper/schema';
import type { Group, Sort } from '@/utils/query/query-tree';
import { search, segmentOf } from '../memory-index';

/** Days that begin at 22:00 UTC, so that they differ from those of UTC. */
const OFFSET = 2 * 3_600_000;
const dayOf = (moment: number) =>
  Number(new Date(moment + OFFSET).toISOString().slice(0, 10).replaceAll('-', ''));

const DAY = fc
  .tuple(fc.constantFrom(2019, 2025, 2026), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

const PAPER = fc.record({
  segment: fc.nat({ max: 2 }),
  savedAt: fc
    .integer({ min: 0, max: 60 })
    .map((hours) => new Date(1.79e12 + hours * 3_600_000).toISOString()),
  publishedAt: fc.option(DAY, { nil: undefined }),
  seen: fc.uniqueArray(
    fc.record({
      site: fc.constantFrom('arxiv', 'huggingface', 'web'),
      listedAt: fc.option(DAY, { nil: undefined }),
      upvotes: fc.nat({ max: 5 }),
    }),
    { selector: ({ site }) => site, maxLength: 3 },
  ),
});

const SORTS: readonly Sort[] = ['relevance', 'saved', 'published', 'listed', 'upvotes'];
const GROUPS: readonly Group[] = ['saved', 'listed', 'year', 'site'];

const groupsIn = ({ top, groupOf }: Found) => top.map(({ key }) => groupOf?.(key) ?? 'none');

test('in every order no group is begun twice, papers lie in theirs, and the order holds within each', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(PAPER, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...SORTS),
      fc.constantFrom(...GROUPS),
      async (made, sort, by) => {
        const papers = made.map(({ seen, segment, ...fields }, number) => {
          const id = `doi:10.1/${String(number).padStart(2, '0')}`;
          const sightings = seen.map<Sighting>(({ site, listedAt, upvotes }) => ({
            ...{ paper: id, site, url: `https://${site}.example.org/list`, seenAt: fields.savedAt, upvotes },
            ...(listedAt && { listedAt }),
          }));
          return { paper: storedPaper({ id, ...fields }), segment, sightings };
        });
        const segments = [0, 1, 2]
          .map((number) => papers.filter(({ segment }) => segment === number))
          .filter((own) => own.length > 0)
          .map((own) =>
            segmentOf(
              own.map(({ paper }) => paper),
              own.flatMap(({ sightings }) => sightings),
            ),
          );
        const found = await search(segments, { kind: 'all' }, { sort, group: { by, dayOf } });
        const groups = groupsIn(found);

        const begun = groups.filter((group, place) => group !== groups[place - 1]);
        expect(new Set(begun).size).toBe(begun.length);
        expect(begun.indexOf('')).toBe(begun.includes('') ? begun.length - 1 : -1);
        const named = begun.filter((group) => group !== '');
        expect(named).toEqual(by === 'site' ? named.toSorted() : named.toSorted().reverse());

        const expected = new Map(
          papers.map(({ paper, sightings }) => {
            const saved = new Date(Date.parse(paper.savedAt) + OFFSET).toISOString().slice(0, 10);
            const listed = sightings.flatMap(({ listedAt = [] }) => listedAt).sort();
            const sites = sightings.map(({ site }) => site).sort();
            const year = paper.publishedAt?.slice(0, 4) ?? '';
            return [paper.id, { saved, listed: listed.at(-1) ?? '', year, site: sites.join('\n') }[by]];
          }),
        );
        expect(groups).toEqual(found.top.map(({ id }) => expected.get(id)));

        const plain = (await search(segments, { kind: 'all' }, { sort })).top.map(({ id }) => id);
        expect(found.top.map(({ id }) => id)).toEqual(
          begun.flatMap((group) => plain.filter((id) => expected.get(id) === group)),
        );
      },
    ),
  );
});

test('what is not grouped has no groups', async () => {
  const found = await search([segmentOf([storedPaper({ id: 'doi:10.1/1' })])], { kind: 'all' });
  expect(groupsIn(found)).toEqual(['none']);
});

test('a best match stays the first of its group', async () => {
  const papers = ['Salt', 'Lanterns and many other things that shine', 'Lanterns'].map((title, number) =>
    storedPaper({ id: `doi:10.1/${number}`, title, publishedAt: '2026' }),
  );
  const found = await search(
    [segmentOf(papers)],
    { kind: 'word', text: 'lanterns' },
    { group: { by: 'year', dayOf } },
  );
  expect(found.top.map(({ id }) => id)).toEqual(['doi:10.1/2', 'doi:10.1/1']);
  expect(groupsIn(found)).toEqual(['2026', '2026']);
});
