/** DECIDE: saving, merging and moving one record with its sightings and keys. Pure: all of it happens in a draft. */

import { Failure } from '@/storage/failure';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import type { Identifiable } from '@/utils/paper/evidence';
import { keysOf, strongKeys } from '@/utils/paper/identity';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/paper/merge';
import { type Statement, saidBy } from '@/utils/paper/normalise';
import type { LibraryRecord } from '@/utils/paper/record';
import { LIFE, withWord } from '@/utils/paper/registers';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { boundSightings } from '@/utils/paper/sightings';
import type { Stamp } from '@/utils/paper/stamp';
import type { Draft } from './draft';
import { type FileRecords, findMatches, savedFirst, type Thing, wordBetween } from './matches';

/**
 * Saves what a statement says: as a new record, saved at `now`, or into the one it belongs to; records that it bridges
 * become one. Answers whether there is a new record.
 */
export function saveStatement(draft: Draft, statement: Statement, now: string, stamp: Stamp): boolean {
  const said = saidBy(statement);
  const { first, united } = gather(draft, said, stamp);
  const paper = united ? absorb(united, statement) : createPaper(statement, newId(draft, said, stamp), now);
  keep(draft, paper, first, sightingsIn(statement, paper.id), keysOf(said));
  return united === undefined;
}

/** Saves a record that comes from a file: as it is, or united with the one it belongs to. Answers with its id here. */
export function saveRecord(draft: Draft, record: LibraryRecord, file: FileRecords, stamp: Stamp): string {
  const { first, united } = gather(draft, record.paper, stamp, file);
  const foreign = isForeign(draft, record.paper, file);
  const paper = united
    ? visiblyUnited(united, asSavedHere(record.paper, united, file))
    : { ...record.paper, id: idOf(draft, record.paper, file, foreign, stamp) };
  const sightings = record.sightings.map((sighting) => ({ ...sighting, paper: paper.id }));
  const keys = keysOf(record.paper);
  keep(draft, paper, first, sightings, foreign ? keys : [record.paper.id, ...keys]);
  return paper.id;
}

/** Whether the id that a file gives a paper is the key of another one here: it must not lead to both. */
function isForeign(draft: Draft, paper: Paper, file: FileRecords): boolean {
  if (keysOf(paper).includes(paper.id) || /^(title|abstract):/.test(paper.id)) return false;
  const own = findMatches(draft, paper, 'papers', file).map(({ id }) => id);
  return draft.papersAt(paper.id).some((id) => !own.includes(id));
}

/**
 * A record that is to join `kept`. If it is that of a card and of no file, it is saved only now, whatever moment its place
 * in the list gave it: what it joins was saved before, or stands further up in the list.
 */
export function asSavedHere(paper: Paper, kept: Paper, file: FileRecords): Paper {
  return file.has(paper.id) ? paper : { ...paper, savedAt: kept.savedAt };
}

/** Newer origins of the same values alone are no change that anybody wished for. */
function visiblyUnited(kept: Paper, other: Paper): Paper {
  const united = unite(kept, other);
  return JSON.stringify(exportPaper(united, [])) === JSON.stringify(exportPaper(kept, [])) ? kept : united;
}

/**
 * Brings together all that the library knows of a thing: what lies in the trash comes back, with its note and tags,
 * and several records become one. `first` is the record as it was before, `united` as it is now; both are missing for
 * a paper that is new.
 */
function gather(
  draft: Draft,
  thing: Thing,
  stamp: Stamp,
  file?: FileRecords,
): { first?: Paper; united?: Paper } {
  for (const { id } of findMatches(draft, thing, 'trash', file)) restore(draft, id, stamp);
  const [first, ...others] = findMatches(draft, thing, 'papers', file);
  return first ? { first, united: uniteAll(draft, first, others) } : {};
}

/** What `first` becomes when others leave for it, with their sightings and keys. */
function uniteAll(draft: Draft, first: Paper, others: readonly Paper[]): Paper {
  let united = first;
  for (const other of others) {
    united = unite(united, other);
    moveSightings(draft, other.id, first.id);
    redirect(draft, other.id, first.id);
    draft.remove('papers', other.id);
  }
  return united;
}

/** Makes one record of several, the one that was saved first, because the person said so. */
export function joinRecords(draft: Draft, ids: readonly string[]): void {
  const papers = ids.map((id) => draft.get('papers', id)).filter((paper) => paper !== undefined);
  const [first, ...others] = papers.sort(savedFirst);
  if (!first) return;
  const told = others.reduce((paper, { id }) => withWord(paper, id, 'same'), uniteAll(draft, first, others));
  keep(draft, told, first, [], []);
}

/** Makes one record of one and all that it speaks of: what it learned from another library may tell that they are one paper. */
export function uniteMatches(draft: Draft, id: string, stamp: Stamp, file: FileRecords): void {
  const paper = draft.get('papers', id);
  if (!paper) return;
  for (const { id: trashed } of findMatches(draft, paper, 'trash', file)) restore(draft, trashed, stamp);
  const [first, ...others] = findMatches(draft, paper, 'papers', file);
  if (first && others.length > 0) keep(draft, uniteAll(draft, first, others), first, [], []);
}

/** Joins a record with those of which it came to say that they are the same, unless more was said of them since. */
export function followWord(draft: Draft, id: string): void {
  const paper = draft.get('papers', id);
  const named = (paper?.same ?? []).filter((one) => {
    const other = draft.get('papers', one);
    return paper && other && wordBetween(draft, paper, other) === 'same';
  });
  if (named.length > 0) joinRecords(draft, [id, ...named]);
}

/** The sighting that a statement makes of a paper, if its page is known. */
export function sightingsIn({ sighting }: Statement, paper: string): Sighting[] {
  return sighting ? [{ ...sighting, paper }] : [];
}

/**
 * Takes a paper out of the trash, as it lies there now; false if it does not. `stamp` is that of the change, if the same change
 * may have put it there: then nothing but its stamp tells that it is back.
 */
export function restore(draft: Draft, id: string, stamp?: Stamp): boolean {
  const trashed = draft.get('trash', id);
  if (!trashed) return false;
  const { paper } = trashed;
  draft.put('papers', stamp === undefined ? paper : { ...paper, stamps: { ...paper.stamps, [LIFE]: stamp } });
  for (const sighting of trashed.sightings) draft.put('sightings', sighting);
  draft.remove('trash', id);
  return true;
}

/**
 * Moves a paper and its sightings into the trash; false if it is not in the library. Its aliases stay, so that saving it
 * again finds it.
 */
export function moveToTrash(draft: Draft, id: string, now: string): boolean {
  const paper = draft.get('papers', id);
  if (!paper) return false;
  const sightings = draft.sightingsOf(id);
  draft.put('trash', { id, trashedAt: now, paper, sightings });
  for (const { site, url } of sightings) draft.remove('sightings', [id, site, url]);
  draft.remove('papers', id);
  return true;
}

/** Lets all `keys` lead to a paper, and its id, which another record's redirect may need. */
export function putAliases(draft: Draft, id: string, keys: readonly string[]): void {
  for (const key of new Set([id, ...keys])) {
    if (!draft.get('aliases', [key, id])) draft.put('aliases', { key, paper: id });
  }
}

/** Writes a record that was `before`, its new sightings, and the keys that lead to it. */
export function keep(
  draft: Draft,
  paper: Paper,
  before: Paper | undefined,
  sightings: readonly Sighting[],
  keys: readonly string[],
): void {
  if (paper !== before) draft.put('papers', paper);
  putSightings(draft, paper.id, sightings);
  putAliases(draft, paper.id, [...keysOf(paper), ...keys]);
}

/** Adds sightings to those of a paper, of which so many are kept. */
export function putSightings(draft: Draft, paper: string, sightings: readonly Sighting[]): void {
  for (const sighting of sightings) {
    const seen = draft.get('sightings', [paper, sighting.site, sighting.url]);
    const merged = seen ? mergeSightings(seen, sighting) : sighting;
    if (JSON.stringify(merged) !== JSON.stringify(seen)) draft.put('sightings', merged);
  }
  const all = draft.sightingsOf(paper);
  const kept = new Set(boundSightings(all));
  for (const one of all) if (!kept.has(one)) draft.remove('sightings', [paper, one.site, one.url]);
}

function moveSightings(draft: Draft, from: string, to: string): void {
  const moved = draft.sightingsOf(from);
  for (const { site, url } of moved) draft.remove('sightings', [from, site, url]);
  putSightings(
    draft,
    to,
    moved.map((sighting) => ({ ...sighting, paper: to })),
  );
}

/** Every key of the absorbed record, its id among them, now leads to the record that stays. */
function redirect(draft: Draft, from: string, to: string): void {
  for (const key of draft.keysTo(from)) {
    draft.remove('aliases', [key, from]);
    draft.put('aliases', { key, paper: to });
  }
}

/** The id of a record that joins no other: the one it has in its file, if that means this record here too. */
function idOf(draft: Draft, paper: Paper, file: FileRecords, foreign: boolean, stamp: Stamp): string {
  if (foreign) return draft.ownId(paper.id, stamp);
  const named = file.get(paper.id) === paper.savedAt;
  return named ? draft.freeId(paper.id, stamp) : newId(draft, paper, stamp);
}

/**
 * The strongest key of a new paper, as far as it is free. A title may be that of another paper on another device, so one
 * alone is no id.
 */
export function newId(draft: Draft, thing: Identifiable, stamp: Stamp): string {
  const [key] = strongKeys(thing);
  if (key !== undefined) return draft.freeId(key, stamp);
  const [weak] = keysOf(thing);
  if (weak === undefined) throw new Failure('unnamed');
  return draft.ownId(weak, stamp);
}
