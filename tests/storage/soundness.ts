/** What must hold of a library after each step of a random history. */
import fc from 'fast-check';
import type { OffprintDatabase } from '@/storage/database';
import { type Mark, unindexed } from '@/storage/search/rows/unindexed';
import { shareIdentifier, weigh } from '@/utils/paper/evidence';
import { keysOf } from '@/utils/paper/identity';
import { Paper, Sighting } from '@/utils/paper/schema';
import { card, MONDAY, TUESDAY } from './cards';
import { miscounted } from './recount';

/** Cards of a small pool that share keys in every way. */
export const anyCard = fc
  .record(
    {
      arxiv: fc.constantFrom('2609.00001', '2609.00002v2'),
      doi: fc.constantFrom('10.1234/a', '10.1234/B'),
      openreview: fc.constantFrom('abcDEF123'),
      title: fc.constantFrom('Lanterns over a quiet harbour', 'Salt and silence in winter', 'Editorial'),
      author: fc.constantFrom('Ada Byron', 'Grace Hopper'),
      abstract: fc.constantFrom('Light.', 'Light on water.'),
      upvotes: fc.nat(3),
      listing: fc.constantFrom(MONDAY, TUESDAY),
    },
    { requiredKeys: ['listing'] },
  )
  .map(({ arxiv, doi, openreview, author, ...fields }) =>
    card({
      ...fields,
      ...(author && { authors: [author] }),
      identifiers: { ...(arxiv && { arxiv }), ...(doi && { doi }), ...(openreview && { openreview }) },
    }),
  )
  .filter(({ identifiers, title, abstract }) =>
    Boolean(Object.keys(identifiers).length || title || abstract),
  );

/** Rows that do not fit each other or the schema. */
export async function looseEnds(db: OffprintDatabase): Promise<string[]> {
  const papers = await db.papers.toArray();
  const aliases = await db.aliases.toArray();
  const sightings = await db.sightings.toArray();
  const live = new Set(papers.map(({ id }) => id));
  const trash = new Set(await db.trash.toCollection().primaryKeys());
  const tombstones = await db.tombstones.toCollection().primaryKeys();
  const rows = new Set(aliases.map(({ key, paper }) => `${key} → ${paper}`));
  const revision = Number((await db.settings.get('revision'))?.value);
  return [
    ...(await miscounted(db)),
    ...aliases
      .filter(({ paper }) => !live.has(paper) && !trash.has(paper))
      .map(({ key, paper }) => `the alias ${key} leads to ${paper}, which is gone`),
    ...papers.flatMap((paper) =>
      [paper.id, ...keysOf(paper)]
        .filter((key) => !rows.has(`${key} → ${paper.id}`))
        .map((key) => `${key} does not lead to ${paper.id}`),
    ),
    ...sightings
      .filter(({ paper }) => !live.has(paper))
      .map(({ paper }) => `a sighting has lost its paper ${paper}`),
    ...papers.filter(({ id }) => trash.has(id)).map(({ id }) => `${id} is saved and in the trash`),
    ...tombstones.filter((id) => live.has(id)).map((id) => `${id} is saved and has a tombstone`),
    ...[...trash]
      .filter((id) => !tombstones.includes(id))
      .map((id) => `${id} is in the trash without a tombstone`),
    ...papers
      .filter((paper) => !Paper.safeParse(paper).success)
      .map(({ id }) => `${id} does not fit the schema`),
    ...sightings
      .filter((sighting) => !Sighting.safeParse(sighting).success)
      .map(({ paper }) => `a sighting of ${paper} does not fit the schema`),
    ...papers
      .filter((paper) => paper.revision < 1 || paper.revision > revision)
      .map(({ id }) => `${id} is of a revision that never was`),
  ];
}

/** All that is wrong with a library: what is loose, and records that are one paper. */
export async function faults(db: OffprintDatabase): Promise<string[]> {
  const papers = await db.papers.toArray();
  const twice = papers.flatMap((paper, index) =>
    papers
      .slice(0, index)
      .filter((other) => shareIdentifier(paper, other) && weigh(paper, other) === 'same')
      .map((other) => `${paper.id} and ${other.id} are one paper`),
  );
  return [...(await looseEnds(db)), ...twice];
}

/** Follows the library as its search does: by what was written since it last looked, a few papers at a time. */
export function follower(db: OffprintDatabase) {
  const known = new Map<string, Paper>();
  let mark: Mark = { revision: -1, id: '', removed: -1 };
  return async (): Promise<Paper[]> => {
    for (let more = true; more; ) {
      const news = await db.transaction('r', db.papers, db.tombstones, async () => unindexed(db, mark, 2));
      for (const id of news.removed) known.delete(id);
      for (const paper of news.papers) known.set(paper.id, paper);
      more = news.papers.length + news.removed.length > 0;
      mark = news.mark;
    }
    return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}
