/** DECIDE: joining the library with a record of a backup, which is a copy with stamps, claims and trash. Pure. */
import { recordLine } from '@/utils/formats/json/write-backup';
import { keysOf } from '@/utils/paper/identity';
import { reconcile } from '@/utils/paper/reconcile';
import { joinSightings, type LibraryRecord } from '@/utils/paper/record';
import { lifeOf } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { Draft } from './draft';
import { type FileRecords, findMatches, savedFirst, wouldJoin } from './matches';
import { followWord, putAliases, putSightings, restore, saveRecord, uniteMatches } from './records';
import { withoutOthers } from './without-others';

/**
 * Saves a copy: into the record that it is a copy of, by stamps; or as it is, if nothing here is that paper. A paper that
 * has another id here, and was saved first here, gets what a file without stamps would add.
 */
export function saveCopy(draft: Draft, whole: LibraryRecord, file: FileRecords, stamp: Stamp): void {
  const own = originalOf(draft, whole.paper);
  const copy = withoutOthers(draft, whole, own);
  const { paper } = copy;
  const known = own ? [] : matchesOf(draft, paper, file);
  if (known.length === 0) join(draft, own, copy, stamp);
  // What lies in the trash of another library is not brought to a paper that has another id here.
  else if (copy.trashedAt !== undefined) return;
  else if (savesFirst(draft, paper, known)) join(draft, undefined, copy, stamp);
  else saveRecord(draft, copy, file, stamp);
  if (copy.trashedAt === undefined) uniteMatches(draft, paper.id, stamp, file);
}

/** Whether a copy gives the id to what is here under other ones: two libraries that saved one paper each agree upon it. */
function savesFirst(draft: Draft, paper: Paper, known: readonly Paper[]): boolean {
  return draft.isFree(paper.id) && known.every((other) => savedFirst(paper, other) < 0);
}

function join(draft: Draft, own: Paper | undefined, copy: LibraryRecord, stamp: Stamp): void {
  const paper = own ? reconcile(own, copy.paper) : { ...copy.paper, id: draft.freeId(copy.paper.id, stamp) };
  const { id } = paper;
  const sightings = copy.sightings.map((sighting) => ({ ...sighting, paper: id }));
  const trashedAt = trashedWhen(draft, own, copy);
  if (trashedAt !== undefined) putTrashed(draft, { paper, sightings, trashedAt });
  else {
    restore(draft, id);
    const here = draft.get('papers', id);
    if (!here || !isSame({ paper: here, sightings: [] }, { paper, sightings: [] }))
      draft.put('papers', paper);
    putSightings(draft, id, sightings);
  }
  putAliases(draft, id, [...keysOf(paper), ...(copy.keys ?? [])]);
  followWord(draft, id);
}

/** Puts a record into the trash, with what was seen of it in both copies. */
function putTrashed(draft: Draft, { paper, sightings, trashedAt = '' }: LibraryRecord): void {
  const { id } = paper;
  const before = draft.get('trash', id);
  const living = draft.sightingsOf(id);
  const together = joinSightings([...(before?.sightings ?? living), ...sightings]);
  const row = { id, trashedAt, paper, sightings: together };
  if (before && isSame(before, row)) return;
  for (const { site, url } of living) draft.remove('sightings', [id, site, url]);
  draft.remove('papers', id);
  draft.put('trash', row);
}

function isSame(a: LibraryRecord, b: LibraryRecord): boolean {
  return recordLine(a) === recordLine(b);
}

/** The record here that `paper` is a copy of, in the library or in the trash. */
export function originalOf(draft: Draft, paper: Paper): Paper | undefined {
  const own = draft.get('papers', paper.id) ?? draft.get('trash', paper.id)?.paper;
  return own && wouldJoin(paper, own) ? own : undefined;
}

/** When the joined record was moved to the trash; undefined if it belongs in the library. The later word counts. */
export function trashedWhen(draft: Draft, own: Paper | undefined, copy: LibraryRecord): string | undefined {
  if (!own) return copy.trashedAt;
  return lifeOf(copy.paper) > lifeOf(own) ? copy.trashedAt : draft.get('trash', own.id)?.trashedAt;
}

/** The records here of which a copy speaks. */
function matchesOf(draft: Draft, paper: Paper, file: FileRecords): Paper[] {
  return (['papers', 'trash'] as const).flatMap((where) => findMatches(draft, paper, where, file));
}
