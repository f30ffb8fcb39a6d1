/** The derived rows of a library against a naive reading of its papers, sightings and history. */
import type { OffprintDatabase } from '@/storage/database';
import { countAnew, deriveStep } from '@/storage/derive-step';
import type { Sighting } from '@/utils/paper/schema';
import { statusDay } from '@/utils/paper/status-day';
import { tagKey } from '@/utils/paper/tags';

/** Counts what a test put into the tables past the commands. */
export async function recount(db: OffprintDatabase): Promise<void> {
  await db.transaction('rw', db.counts, db.queue, db.settings, async () => countAnew(db));
  while (await deriveStep(db));
}

/** What the stored rows say that the library does not, or the other way round. */
export async function miscounted(db: OffprintDatabase): Promise<string[]> {
  const stored = [
    ...(await db.counts.toArray()).map(({ of, value, papers }) => `${papers} papers of ${of} ${value}`),
    ...(await db.queue.toArray()).map((row) => `queue ${JSON.stringify(Object.entries(row).sort())}`),
    ...(await db.touched.toArray()).flatMap(({ entry, part, papers }) =>
      papers.map((paper) => `${entry}.${part} touched ${paper}`),
    ),
  ];
  const naive = [...(await naiveCounts(db)), ...(await naiveQueue(db)), ...(await naiveTouched(db))];
  return [
    ...stored.filter((line) => !naive.includes(line)).map((line) => `stored, but not so: ${line}`),
    ...naive.filter((line) => !stored.includes(line)).map((line) => `not stored: ${line}`),
  ];
}

async function naiveCounts(db: OffprintDatabase): Promise<string[]> {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = await db.sightings.toArray();
  for (const paper of await db.papers.toArray()) {
    const seen = all.filter((one) => one.paper === paper.id);
    count(`status ${paper.status}`);
    if (paper.starred) count('starred ');
    for (const key of new Set(paper.tags.map(tagKey))) count(`tag ${key}`);
    for (const tag of new Set(paper.tags)) count(`spelling ${tagKey(tag)}\n${tag}`);
    for (const site of new Set(seen.map(({ site }) => site))) count(`site ${site}`);
    const quarter = new Date(Math.floor(Date.parse(paper.savedAt) / 900_000) * 900_000);
    count(`saved ${quarter.toISOString().slice(0, 16)}`);
    const listed = seen
      .map(({ listedAt }) => listedAt ?? '')
      .sort()
      .at(-1);
    if (listed) count(`listed ${listed}`);
  }
  for (const _ of await db.trash.toArray()) count('trash ');
  return [...counts].map(([name, papers]) => `${papers} papers of ${name}`);
}

async function naiveQueue(db: OffprintDatabase): Promise<string[]> {
  const far = '9999-01-01T00:00:00.000Z';
  const all = await db.sightings.toArray();
  return (await db.papers.toArray()).map((paper) => {
    const { id, status, savedAt: unread, publishedAt: published = '' } = paper;
    const votes = most(all.filter((one) => one.paper === id));
    const row =
      status === 'unread'
        ? { paper: id, unread, votes, published }
        : { paper: id, status, since: statusDay(paper, far) ?? '' };
    return `queue ${JSON.stringify(Object.entries(row).sort())}`;
  });
}

function most(sightings: readonly Sighting[]): number {
  return sightings.reduce((votes, { upvotes = 0 }) => (upvotes > votes ? upvotes : votes), 0);
}

async function naiveTouched(db: OffprintDatabase): Promise<string[]> {
  return (await db.changes.toArray()).flatMap(({ entry, part, changes }) => {
    const papers = changes.flatMap(({ table, key }) =>
      ['papers', 'trash'].includes(table) ? [`${key}`] : [],
    );
    return [...new Set(papers)].map((paper) => `${entry}.${part} touched ${paper}`);
  });
}
