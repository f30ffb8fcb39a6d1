/** DECIDE: which records a statement or another record speaks of. Pure. */

import { order } from '@/utils/order';
import { areOne, hasSaid, type Identifiable, saidTogether, shareIdentifier } from '@/utils/paper/evidence';
import { keysOf, strongKeys, untitledKeys } from '@/utils/paper/identity';
import { WORD, type Word } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import { spellings, titleKeys } from '@/utils/paper/titles';
import { type Voiced, voicesOf } from '@/utils/paper/voices';
import type { Draft } from './draft';

/** A statement, or a record of a file: that one also knows under which id it was saved, and when. */
export type Thing = Voiced & Partial<Pick<Paper, 'id' | 'savedAt' | Word | 'stamps'>>;

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
  return isSameRecord(thing, paper) || areOne(voicesOf(thing), voicesOf(paper));
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
  const known = [...voicesOf(thing)];
  for (const candidate of found) {
    const { paper, as, certain } = candidate;
    // The library told a record that is back from a file apart from others of its title already.
    const apart =
      itself || (thing.id !== paper.id && file.get(paper.id) === paper.savedAt) || !areOne(known, as);
    // Two chapters with their book's DOI stay two, though a card with nothing but that DOI speaks of either.
    const parted = joined.some((other) => shareIdentifier(other.paper, paper) && !areOne(other.as, as));
    // The person's word is last.
    const words = [thing, ...joined.map((other) => other.paper)].map((one) => wordBetween(draft, one, paper));
    if (words.includes('apart')) continue;
    if (!words.includes('same') && (certain ? parted : apart)) continue;
    joined.push(candidate);
    known.push(...as);
  }
  return joined.map(({ paper }) => paper).sort(savedFirst);
}

/** What the person said last of two records, or of records that became a part of them; undefined if nothing. */
export function wordBetween(draft: Draft, a: Thing, b: Thing): Word | undefined {
  const [last] = [...wordsOn(draft, a, b), ...wordsOn(draft, b, a)].sort(
    (one, other) => order(other.stamp, one.stamp) || order(one.word, other.word),
  );
  return last?.word;
}

function wordsOn(draft: Draft, one: Thing, { id: other }: Thing): { word: Word; stamp: string }[] {
  const leads = (id: string) => id === other || (other !== undefined && draft.papersAt(id).includes(other));
  return (['apart', 'same'] as const).flatMap((word) =>
    (one[word] ?? []).filter(leads).map((id) => ({ word, stamp: one.stamps?.[`${WORD}${id}`] ?? '' })),
  );
}

/** A record that a thing may speak of. */
interface Candidate {
  paper: Paper;
  /** What sources said of it, with what the keys that lead to it say: a former title, or an identifier that was taken away. */
  as: readonly Identifiable[];
  /** An identifier leads to it, or it is the record itself. */
  certain: boolean;
}

/** Certain ones first, then those that were saved first. */
function candidatesOf(draft: Draft, thing: Thing, where: 'papers' | 'trash'): Candidate[] {
  const strong = new Set(strongKeys(thing));
  const said = voicesOf(thing);
  const found = new Map<string, Candidate>();
  const keys = new Set(searchedKeys(thing));
  for (const key of new Set([...keys, ...namedRecords(thing)]))
    for (const id of draft.papersAt(key)) {
      const paper = where === 'papers' ? draft.get('papers', id) : draft.get('trash', id)?.paper;
      // The id that a file gives may be that of another paper here.
      if (!paper || (!keys.has(key) && wordBetween(draft, thing, paper) !== 'same')) continue;
      const { as, certain } = found.get(id) ?? { as: voicesOf(paper), certain: isSameRecord(thing, paper) };
      const voices = keys.has(key) ? withFormer(as, paper, thing, key) : as;
      found.set(id, { paper, as: voices, certain: certain || strong.has(key) });
    }
  return [...found.values()]
    .filter(
      ({ paper, as, certain }) =>
        isSameRecord(thing, paper) ||
        wordBetween(draft, thing, paper) === 'same' ||
        areOne(said, as) ||
        (certain && hasSaid(as, said)),
    )
    .sort((a, b) => Number(b.certain) - Number(a.certain) || savedFirst(a.paper, b.paper));
}

/** The voices of a record with what a key that leads to it tells of former ones, whose claims are not kept. */
function withFormer(
  as: readonly Identifiable[],
  paper: Paper,
  { title, authors }: Thing,
  key: string,
): readonly Identifiable[] {
  const [namespace = '', value = ''] = key.split(/:(.*)/s);
  if (namespace === 'abstract' || namespace === 'text') return as;
  if (namespace === 'card') return [...as, saidTogether({ identifiers: {}, title, authors }, paper)];
  if (namespace !== 'title')
    return as.map((one) => saidTogether({ identifiers: { [namespace]: value } }, one));
  if (!spellings(title).includes(value) || as.some((one) => titleKeys(one.title).includes(value))) return as;
  return [...as, saidTogether({ identifiers: {}, title }, paper)];
}

/** The record that a thing is in its file, and those of which the person said that they are it. */
export function namedRecords({ id, same = [] }: Thing): string[] {
  return [...(id === undefined ? [] : [id]), ...same];
}

/** Its own keys, and those of what says the same, one of the two without a title: that may have come first or last. */
export function searchedKeys(thing: Thing): string[] {
  return [...new Set([...keysOf(thing), ...untitledKeys(thing)])];
}

/** Orders records by when they were saved. */
export function savedFirst(a: Paper, b: Paper): number {
  return a.savedAt < b.savedAt || (a.savedAt === b.savedAt && a.id < b.id) ? -1 : 1;
}
