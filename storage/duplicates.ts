/**
 * READ: records that may be one paper. They are offered to the person, who has the last word (links.ts), and never joined by
 * themselves. Every function works inside `liveQuery`.
 */
import { Dexie } from 'dexie';
import { weigh } from '@/utils/paper/evidence';
import { CANDIDATES, keysOf } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';
import { newestFirst } from './library';

/** Papers whose duplicates are looked for in one call: some 100 ms. */
const PART = 200;

/** Some of the pairs of a library. */
export interface DuplicatePairs {
  pairs: [Paper, Paper][];
  /** Where to go on; undefined once all papers were looked at. */
  next?: string;
}

/** Papers that may be the same as this one, newest first. Of a title that thousands have only some are looked at. */
export async function possibleDuplicates(db: OffprintDatabase, paper: Paper): Promise<Paper[]> {
  return db.transaction('r', db.papers, db.aliases, async () => {
    const found = keysOf(paper).map((key) => db.aliases.where({ key }).limit(CANDIDATES).toArray());
    const ids = new Set((await Promise.all(found)).flat().map((alias) => alias.paper));
    ids.delete(paper.id);
    const others = (await db.papers.bulkGet([...ids])).filter((other) => other !== undefined);
    return newestFirst(await offered(db, paper, others));
  });
}

/**
 * Pairs of a whole library that may be one paper, in parts of so many papers, by id: `after` is the `next` of the part before.
 * Each pair comes once, with the paper whose id comes later; of a title that thousands have, each paper meets the next 40.
 */
export async function duplicatePairs(
  db: OffprintDatabase,
  after?: string,
  most = PART,
): Promise<DuplicatePairs> {
  return db.transaction('r', db.papers, db.aliases, async () => {
    const rows = after === undefined ? db.papers.orderBy(':id') : db.papers.where(':id').above(after);
    const papers = await rows.limit(most).toArray();
    const found = await Promise.all(papers.map((paper) => laterOnes(db, paper)));
    const others = new Map<string, Paper>();
    for (const other of await db.papers.bulkGet([...new Set(found.flat())]))
      if (other) others.set(other.id, other);
    const pairs: [Paper, Paper][] = [];
    for (const [index, paper] of papers.entries()) {
      const ours = (found[index] ?? []).flatMap((id) => others.get(id) ?? []);
      for (const other of await offered(db, paper, ours)) pairs.push([paper, other]);
    }
    const last = papers.length === most ? papers.at(-1) : undefined;
    return { pairs, ...(last && { next: last.id }) };
  });
}

/** Ids behind that of a paper with which it shares a key, trash included. */
async function laterOnes(db: OffprintDatabase, paper: Paper): Promise<string[]> {
  const found = keysOf(paper).map((key) =>
    db.aliases
      .where('[key+paper]')
      .between([key, paper.id], [key, Dexie.maxKey], false)
      .limit(CANDIDATES)
      .primaryKeys(),
  );
  return [...new Set((await Promise.all(found)).flat().map(([, id]) => id))];
}

/** Those that may be one with a paper, and of which the person did not say otherwise. Two records that certainly are, too. */
async function offered(db: OffprintDatabase, paper: Paper, others: readonly Paper[]): Promise<Paper[]> {
  const alike = others.filter((other) => weigh(paper, other) !== 'different');
  const told = [...new Set([paper, ...alike].flatMap(({ apart = [] }) => apart))];
  if (told.length === 0) return alike;
  // A record of which it was said may have become a part of another since.
  const now = new Map(told.map((id) => [id, [id]]));
  await db.aliases
    .where('key')
    .anyOf(told)
    .each(({ key, paper: id }) => now.get(key)?.push(id));
  const leads = ({ apart = [] }: Paper, { id }: Paper) => apart.some((one) => now.get(one)?.includes(id));
  return alike.filter((other) => !leads(paper, other) && !leads(other, paper));
}
