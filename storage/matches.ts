/** Which records a statement or another record speaks of. */
import { contradict, type Identifiable, keysOf, strongKeys, untitledKey } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';

/** A statement, or a record of a file: that one also knows under which id it was saved, and when. */
export type Thing = Identifiable & Partial<Pick<Paper, 'id' | 'savedAt'>>;

/** Whether a record of a file is this very record, which left in that file: whatever its title, it is no other. */
export function isSameRecord(thing: Thing, paper: Thing): boolean {
  return thing.id === paper.id && thing.savedAt === paper.savedAt;
}

/** Whether two records of one file that share a key are one paper. */
export function isOneInFile(thing: Thing, earlier: Thing): boolean {
  if (thing.id === earlier.id) return wouldJoin(thing, earlier);
  const strong = strongKeys(earlier);
  return strongKeys(thing).some((key) => strong.includes(key));
}

/** Whether two records that share a key would be joined, as far as they alone can tell. */
export function wouldJoin(thing: Thing, paper: Thing): boolean {
  const strong = strongKeys(paper);
  const certain = isSameRecord(thing, paper) || strongKeys(thing).some((key) => strong.includes(key));
  return certain || !contradict(thing, paper);
}

/**
 * The records of a file: when each was saved, by id. The library that wrote the file told them apart, so a title that
 * two of them share makes them no one paper.
 */
export type Apart = ReadonlyMap<string, string>;

/**
 * For each of `things` its records in the library or in the trash, the one saved first in front. Two reads, however
 * many things there are.
 */
export async function findMatches(
  db: OffprintDatabase,
  things: readonly Thing[],
  place: 'papers' | 'trash' = 'papers',
  apart: Apart = new Map(),
): Promise<Paper[][]> {
  const keys = new Set(things.flatMap(searchedKeys));
  const aliases = await db.aliases
    .where('key')
    .anyOf([...keys])
    .toArray();
  const ids = [...new Set(aliases.map((alias) => alias.paper))];
  const rows =
    place === 'papers'
      ? await db.papers.bulkGet(ids)
      : (await db.trash.bulkGet(ids)).map((trashed) => trashed?.paper);
  const papers = new Map(rows.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
  return things.map((said) => {
    const strong = new Set(strongKeys(said));
    const mine = new Set(searchedKeys(said));
    const found = aliases.filter(({ key }) => mine.has(key));
    const certain = new Set(found.filter(({ key }) => strong.has(key)).map((alias) => alias.paper));
    const itself = found
      .map((alias) => papers.get(alias.paper))
      .find((paper) => paper && isSameRecord(said, paper));
    if (itself) certain.add(itself.id);
    const records = [...new Set(found.map((alias) => alias.paper))]
      .flatMap((id) => papers.get(id) ?? [])
      .sort((a, b) => Number(certain.has(b.id)) - Number(certain.has(a.id)) || savedFirst(a, b));
    // What shares only a title must contradict neither the thing nor what it is known to speak of.
    const joined: Paper[] = [];
    for (const paper of records) {
      // The library told a record that is back from a file apart from others of its title already.
      const contradicted =
        itself !== undefined ||
        (said.id !== paper.id && apart.get(paper.id) === paper.savedAt) ||
        [said, ...joined].some((other) => contradict(other, paper));
      if (certain.has(paper.id) || !contradicted) joined.push(paper);
    }
    return joined.sort(savedFirst);
  });
}

/** Its own keys, and the one under which it may have been kept before its title was known. */
export function searchedKeys(thing: Thing): string[] {
  const untitled = untitledKey(thing);
  return untitled === undefined ? keysOf(thing) : [...new Set([...keysOf(thing), untitled])];
}

function savedFirst(a: Paper, b: Paper): number {
  return a.savedAt < b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1;
}
