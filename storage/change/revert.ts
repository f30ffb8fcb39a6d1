/**
 * DECIDE: taking a journalled intention back, row by row, in reverse order. What a person can change goes by its stamps: it
 * goes back if it still is what the entry wrote. All else is a three-way revert by value. Pure.
 */
import type { Change } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { shareIdentifier, weigh } from '@/utils/paper/evidence';
import { keysOf, strongKeys } from '@/utils/paper/identity';
import { mergeSightings } from '@/utils/paper/merge';
import { isWrittenBy, LIFE, REGISTER_FIELDS, revertRegister } from '@/utils/paper/registers';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { Draft } from './draft';
import { wordBetween } from './matches';
import { moveToTrash, putAliases, restore } from './records';
import { differenceOf, revertFields } from './row-difference';
import { revertSearch } from './search-rows';

/** What an undo did. */
export interface Reverted {
  /** The registers that went back: an entry may have written one of them several times. */
  readonly back: Set<string>;
  /** How many registers stay because they were changed again since. */
  kept: number;
}

/** Whether a change made its row. The journal does not keep such rows. */
export function wasCreated({ before, after }: Change): boolean {
  return before === undefined && after === undefined;
}

/** The records that a change is about. */
export function ownerOf({ table, key }: Change): string {
  return typeof key === 'string' ? key : ((table === 'aliases' ? key[1] : key[0]) ?? '');
}

/**
 * Reverts changes that nobody changed since; papers that were `created` go to the trash. `lifted` collects the sightings
 * that a merge had moved: what they learned since goes back with them.
 */
export function revertChanges(
  draft: Draft,
  changes: readonly Change[],
  created: ReadonlySet<string>,
  lifted: Sighting[],
  reverted: Reverted,
  now: string,
): void {
  for (const change of changes.toReversed()) {
    const leavesWithPaper = change.table === 'aliases' || change.table === 'sightings';
    if (change.table === 'papers' && wasCreated(change)) moveToTrash(draft, String(change.key), now);
    else if (!(leavesWithPaper && wasCreated(change) && created.has(ownerOf(change))))
      revert(draft, change, lifted, reverted);
  }
  for (const change of changes) dropLoose(draft, change);
}

/** A key that was put back leads to a record that may have become a part of another one since. */
function dropLoose(draft: Draft, change: Change): void {
  const id = ownerOf(change);
  if (change.table === 'aliases' && !draft.get('papers', id) && !draft.get('trash', id))
    draft.remove('aliases', change.key);
}

/**
 * Lets every key of a record lead to it again. Throws where a strong one belongs to another record by now; of those that it
 * `held` all along nothing changes, and records that go back `together` were two before.
 */
export function settle(
  draft: Draft,
  id: string,
  held: readonly string[],
  together: ReadonlySet<string>,
): void {
  const paper = draft.get('papers', id);
  if (!paper) return;
  const strong = strongKeys(paper).filter((key) => !held.includes(key));
  for (const rival of strong.flatMap((key) => draft.papersAt(key))) {
    const other = together.has(rival) ? undefined : draft.get('papers', rival);
    if (!other || wordBetween(draft, other, paper) === 'apart') continue;
    if (shareIdentifier(other, paper) && weigh(other, paper) === 'same') throw new Failure('refused');
  }
  putAliases(draft, id, keysOf(paper));
}

function revert(draft: Draft, change: Change, lifted: Sighting[], reverted: Reverted): void {
  if (change.table === 'searches') {
    if (!revertSearch(draft, change)) reverted.kept++;
    return;
  }
  const edited = editOf(change);
  if (edited) {
    revertWherever(draft, edited, reverted);
    if (change.table === 'papers') return;
  }
  const current = draft.get(change.table, change.key);
  if (wasCreated(change)) {
    if (change.table === 'sightings' && current) lifted.push(current as Sighting);
    draft.remove(change.table, change.key);
  } else if (change.after === undefined && current === undefined) putBack(draft, change, lifted);
  else if (change.after !== undefined && current !== undefined)
    draft.put(change.table, revertFields(edited ? withoutPaper(change) : change, { ...current }) as never);
}

/** The change of a row in the trash but for its record. */
function withoutPaper(change: Change): Change {
  const others = (fields: object = {}) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'paper'));
  return { ...change, before: others(change.before), after: others(change.after) };
}

/** The change of a record that stayed where it was, in the library or in the trash; undefined for any other change. */
export function editOf(change: Change): Change | undefined {
  const { table, key, before, after } = change;
  if (!before || !after) return undefined;
  if (table === 'papers') return after.stamps ? change : undefined;
  if (table !== 'trash' || !before.paper || !after.paper) return undefined;
  return differenceOf({ table: 'papers', key, before: before.paper, after: after.paper });
}

/** The record may have been moved since. */
function revertWherever(draft: Draft, change: Change, reverted: Reverted): void {
  const paper = draft.get('papers', change.key);
  if (paper) draft.put('papers', revertPaper(change, paper, reverted));
  const trashed = draft.get('trash', change.key);
  if (trashed) draft.put('trash', { ...trashed, paper: revertPaper(change, trashed.paper, reverted) });
}

/** A record whose registers go back by stamp, its other fields by value. */
function revertPaper(change: Change, current: Paper, reverted: Reverted): Paper {
  const [before = {}, after = {}] = [change.before, change.after] as Partial<Paper>[];
  const edited = [...(before?.edited ?? []), ...(after?.edited ?? []), ...current.edited];
  const byStamp = new Set<string>([...REGISTER_FIELDS, ...edited]);
  if (byStamp.has('publishedAt')) byStamp.add('publishedAtInferred');
  const others = (fields: object) => Object.entries(fields).filter(([name]) => !byStamp.has(name));
  // The origin of what was typed belongs to its register, and so do the claims behind it.
  const rest = (fields: Partial<Paper> = {}) =>
    Object.fromEntries(
      others(fields).map(([name, value]) => [
        name,
        (name === 'origins' || name === 'claims') && value ? Object.fromEntries(others(value)) : value,
      ]),
    );
  let paper = revertFields({ ...change, before: rest(before), after: rest(after) }, { ...current }) as Paper;
  for (const [register, stamp] of Object.entries(after?.stamps ?? {})) {
    if (before?.stamps?.[register] === stamp || register === LIFE) continue;
    const name = JSON.stringify([paper.id, register]);
    const stands = isWrittenBy(current, register, stamp) || reverted.back.has(name);
    if (stands) reverted.back.add(name);
    else reverted.kept++;
    if (stands) paper = revertRegister(paper, register, before, after);
  }
  return paper;
}

/** Puts a row back that the intention had removed; a paper as the trash holds it now. */
function putBack(draft: Draft, change: Change, lifted: readonly Sighting[]): void {
  if (change.table === 'papers' && restore(draft, String(change.key))) return;
  if (change.table !== 'sightings') {
    draft.put(change.table, change.before as never);
    return;
  }
  const sighting = change.before as unknown as Sighting;
  const { paper, site, url } = sighting;
  if (!draft.get('papers', paper)) return; // removed since
  const moved = lifted.find((other) => other.site === site && other.url === url);
  draft.put('sightings', moved ? mergeSightings(sighting, { ...moved, paper }) : sighting);
}
