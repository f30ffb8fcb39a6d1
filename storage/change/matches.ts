/** DECIDE: which records a statement or another record speaks of. Pure. */
import { type Identifiable, saidTogether, shareIdentifier, weigh } from '@/utils/paper/evidence';
import { keysOf, strongKeys, untitledKey } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import type { Draft } from './draft';

/** A statement, or a record of a file: that one also knows under which id it was saved, and when. */
export type Thing = Identifiable & Partial<Pick<Paper, 'id' | 'savedAt'>>;

/** Whether a record of a file is this very record, which left in that file: whatever its title, it is no other. */
export function isSameRecord(thing: Thing, paper: Thing): boolean {
  return thing.id === paper.id && thing.savedAt === paper.savedAt;
}

/** Whether two records of one file that share a key are one paper. */
export function isOneInFile(thing: Thing, earlier: Thing): boolean {
  if (thing.id === earlier.id) return wouldJoin(thing, earlier);
  return shareIdentifier(thing, earlier) && wouldJoin(thing, earlier);
}

/** Whether two records that share a key would be joined, as far as they alone can tell. */
export function wouldJoin(thing: Thing, paper: Thing): boolean {
  return isSameRecord(thing, paper) || weigh(thing, paper) === 'same';
}

/**
 * The records of a file: when each was saved, by id. The library that wrote the file told them apart, so a title that
 * two of them share makes them no one paper.
 */
export type FileRecords = ReadonlyMap<string, string>;

const NO_FILE: FileRecords = new Map();

/** The records of a thing in the library or in the trash, the one saved first in front. */
export function findMatches(
  draft: Draft,
  thing: Thing,
  where: 'papers' | 'trash' = 'papers',
  file: FileRecords = NO_FILE,
): Paper[] {
  const strong = new Set(strongKeys(thing));
  const found = new Map<string, Paper>();
  const certain = new Set<string>();
  for (const key of searchedKeys(thing))
    for (const id of draft.papersAt(key)) {
      const paper = where === 'papers' ? draft.get('papers', id) : draft.get('trash', id)?.paper;
      // An identifier may lead to a record that does not show it: a file gave it, or it was taken away.
      const shared = strong.has(key) || undefined;
      if (!paper || !(isSameRecord(thing, paper) || weigh(thing, paper, shared) === 'same')) continue;
      found.set(id, paper);
      if (shared) certain.add(id);
    }
  const itself = [...found.values()].find((paper) => isSameRecord(thing, paper));
  if (itself) certain.add(itself.id);
  const records = [...found.values()].sort(
    (a, b) => Number(certain.has(b.id)) - Number(certain.has(a.id)) || savedFirst(a, b),
  );
  // What shares only a title must be one paper with all that the thing is known to speak of.
  const joined: Paper[] = [];
  let known: Identifiable = thing;
  for (const paper of records) {
    // The library told a record that is back from a file apart from others of its title already.
    const apart =
      itself !== undefined ||
      (thing.id !== paper.id && file.get(paper.id) === paper.savedAt) ||
      weigh(known, paper) !== 'same';
    // Two chapters with their book's DOI stay two, though a card with nothing but that DOI speaks of either.
    const parted = joined.some((other) => shareIdentifier(other, paper) && !wouldJoin(other, paper));
    if (certain.has(paper.id) ? parted : apart) continue;
    joined.push(paper);
    known = saidTogether(known, paper);
  }
  return joined.sort(savedFirst);
}

/** Its own keys, and the one under which it may have been kept before its title was known. */
export function searchedKeys(thing: Thing): string[] {
  const untitled = untitledKey(thing);
  return untitled === undefined ? keysOf(thing) : [...new Set([...keysOf(thing), untitled])];
}

function savedFirst(a: Paper, b: Paper): number {
  return a.savedAt < b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1;
}
