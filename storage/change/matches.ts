/** DECIDE: which records a statement or another record speaks of. Pure. */
import { type Identifiable, saidTogether, shareIdentifier, weigh } from '@/utils/paper/evidence';
import { keysOf, strongKeys, untitledKey } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import { spellings } from '@/utils/paper/titles';
import type { Draft } from './draft';

/** A statement, or a record of a file: that one also knows under which id it was saved, and when. */
export type Thing = Identifiable & Partial<Pick<Paper, 'id' | 'savedAt' | 'apart'>>;

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
  const found = candidatesOf(draft, thing, where);
  const itself = found.some(({ paper }) => isSameRecord(thing, paper));
  // What shares only a title must be one paper with all that the thing is known to speak of.
  const joined: Candidate[] = [];
  let known: Identifiable = thing;
  for (const candidate of found) {
    const { paper, as, certain } = candidate;
    // The library told a record that is back from a file apart from others of its title already.
    const apart =
      itself ||
      (thing.id !== paper.id && file.get(paper.id) === paper.savedAt) ||
      weigh(known, as) !== 'same';
    // Two chapters with their book's DOI stay two, though a card with nothing but that DOI speaks of either.
    const parted = joined.some((other) => shareIdentifier(other.as, as) && weigh(other.as, as) !== 'same');
    // The person's word is last.
    const told = [thing, ...joined.map((other) => other.paper)].some((one) =>
      areToldApart(draft, one, paper),
    );
    if (told || (certain ? parted : apart)) continue;
    joined.push(candidate);
    known = saidTogether(known, as);
  }
  return joined.map(({ paper }) => paper).sort(savedFirst);
}

/** Whether the person said that two records are two papers: these, or records that were merged into them since. */
export function areToldApart(draft: Draft, a: Thing, b: Thing): boolean {
  const leads = ({ apart = [] }: Thing, { id }: Thing) =>
    id !== undefined && apart.some((one) => one === id || draft.papersAt(one).includes(id));
  return leads(a, b) || leads(b, a);
}

/** A record that a thing may speak of. */
interface Candidate {
  paper: Paper;
  /** What the record says, with what the keys that lead to it say: another title, or an identifier that was taken away. */
  as: Identifiable;
  /** An identifier leads to it, or it is the record itself. */
  certain: boolean;
}

/** Certain ones first, then those that were saved first. */
function candidatesOf(draft: Draft, thing: Thing, where: 'papers' | 'trash'): Candidate[] {
  const strong = new Set(strongKeys(thing));
  const found = new Map<string, Candidate>();
  for (const key of searchedKeys(thing))
    for (const id of draft.papersAt(key)) {
      const paper = where === 'papers' ? draft.get('papers', id) : draft.get('trash', id)?.paper;
      if (!paper) continue;
      const { as, certain } = found.get(id) ?? { as: paper, certain: isSameRecord(thing, paper) };
      found.set(id, {
        paper,
        as: saidTogether(saidBefore(thing, key), as),
        certain: certain || strong.has(key),
      });
    }
  return [...found.values()]
    .filter(({ paper, as }) => isSameRecord(thing, paper) || weigh(thing, as) === 'same')
    .sort((a, b) => Number(b.certain) - Number(a.certain) || savedFirst(a.paper, b.paper));
}

/** What was said of a record before, as a key tells that leads to it. */
function saidBefore({ title, authors }: Thing, key: string): Identifiable {
  const [namespace = '', value = ''] = key.split(/:(.*)/s);
  if (namespace === 'title') return { identifiers: {}, ...(spellings(title).includes(value) && { title }) };
  if (namespace === 'card') return { identifiers: {}, title, authors };
  return { identifiers: namespace === 'abstract' || namespace === 'text' ? {} : { [namespace]: value } };
}

/** Its own keys, and the one under which it may have been kept before its title was known. */
export function searchedKeys(thing: Thing): string[] {
  const untitled = untitledKey(thing);
  return untitled === undefined ? keysOf(thing) : [...new Set([...keysOf(thing), untitled])];
}

/** Orders records by when they were saved. */
export function savedFirst(a: Paper, b: Paper): number {
  return a.savedAt < b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1;
}
