/**
 * READ: records that may be one paper. They are offered to the person, who has the last word (links.ts), and never joined by
 * themselves. Every function works inside `liveQuery`.
 */
import { weigh } from '@/utils/paper/evidence';
import { CANDIDATES, keysOf } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';
import type { AlikeRow } from './derived-rows';
import { newestFirst } from './library';
import type { Mark } from './search/rows/unindexed';

/** Some of the pairs of a library. */
export interface LikelyDuplicates {
  pairs: [Paper, Paper][];
  /** Where to go on; undefined once these were the last. */
  next?: AlikeRow;
  /** The worker still looks for others like papers that were saved lately: there may be more. */
  looking: boolean;
}

/**
 * Papers that may be the same as this one, newest first. Of a key that very many have, such as the title “Introduction”, only
 * some are looked at; if these are to be `few`, none.
 */
export async function possibleDuplicates(
  db: OffprintDatabase,
  paper: Paper,
  of: 'some' | 'few' = 'some',
): Promise<Paper[]> {
  return db.transaction('r', db.papers, db.aliases, async () => {
    const found = await Promise.all(
      keysOf(paper).map((key) => db.aliases.where({ key }).limit(CANDIDATES).toArray()),
    );
    const told = found.filter((aliases) => of === 'some' || aliases.length < CANDIDATES);
    const ids = new Set(told.flat().map((alias) => alias.paper));
    ids.delete(paper.id);
    if (ids.size === 0) return [];
    const others = (await db.papers.bulkGet([...ids])).filter((other) => other !== undefined);
    return newestFirst(await offered(db, paper, others));
  });
}

/**
 * Pairs of the library that may be one paper, those with the latest changes first, at most `limit`; `from` is the `next` of the
 * part before. The worker has found them (alike-step.ts); pairs that are none any more are passed over.
 */
export async function likelyDuplicates(
  db: OffprintDatabase,
  limit: number,
  from?: AlikeRow,
): Promise<LikelyDuplicates> {
  // No transaction: `offered` may read nothing, and Dexie loses a transaction over that (README). A pair that goes meanwhile
  // is passed over.
  const pairs: [Paper, Paper][] = [];
  for (let next = from; ; ) {
    const rows = await rowsFrom(db, limit, next);
    for (const row of rows) {
      const pair = await pairOf(db, row);
      if (!pair) continue;
      if (pairs.length === limit) return { pairs, next: row, looking: await isLooking(db) };
      pairs.push(pair);
    }
    next = rows.at(-1);
    if (!next || rows.length <= limit) return { pairs, looking: await isLooking(db) };
  }
}

/** The rows from one on, it among them: one more than the limit. */
async function rowsFrom(
  db: OffprintDatabase,
  limit: number,
  from: AlikeRow | undefined,
): Promise<AlikeRow[]> {
  if (!from)
    return db.alike
      .orderBy('found')
      .reverse()
      .limit(limit + 1)
      .toArray();
  const { found, one, other } = from;
  return db.alike
    .where('found')
    .belowOrEqual(found)
    .reverse()
    .filter((row) => row.found < found || indexedDB.cmp([row.one, row.other], [one, other]) <= 0)
    .limit(limit + 1)
    .toArray();
}

async function pairOf(db: OffprintDatabase, { one, other }: AlikeRow): Promise<[Paper, Paper] | undefined> {
  const [first, second] = await db.papers.bulkGet([one, other]);
  if (!first || !second || (await offered(db, first, [second])).length === 0) return undefined;
  return [first, second];
}

/** Up to where the worker has looked for others like a paper. */
export async function alikeMark(db: OffprintDatabase): Promise<Mark> {
  const value = (await db.settings.get('alike'))?.value as Mark | undefined;
  return value ?? { revision: -1, id: '', removed: -1 };
}

async function isLooking(db: OffprintDatabase): Promise<boolean> {
  const { revision, id } = await alikeMark(db);
  return (await db.papers.where('[revision+id]').above([revision, id]).limit(1).primaryKeys()).length > 0;
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
