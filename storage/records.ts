/** The steps that intentions are made of: writing, merging and moving one record with its sightings and keys. */

import { exportPaper } from '@/utils/formats/json';
import { type Identifiable, keysOf } from '@/utils/paper/identity';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/paper/merge';
import { type Statement, saidBy } from '@/utils/paper/normalise';
import type { LibraryRecord } from '@/utils/paper/record';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import type { Recorder } from './journal';
import { type Apart, findMatches, type Thing } from './matches';

/** Saves what a statement says: as a new record, or into the one it belongs to; records that it bridges become one. */
export async function saveStatement(
  db: OffprintDatabase,
  recorder: Recorder,
  statement: Statement,
  now: string,
): Promise<void> {
  const said = saidBy(statement);
  const { first, united } = await gather(db, recorder, said);
  const paper = united ? absorb(united, statement) : createPaper(statement, await newId(db, said), now);
  await keep(db, recorder, paper, first, sightingsIn(statement, paper.id), keysOf(said));
}

/** Saves a record that comes from a file: as it is, or united with the one it belongs to. */
export async function saveRecord(
  db: OffprintDatabase,
  recorder: Recorder,
  record: LibraryRecord,
  apart: Apart,
): Promise<void> {
  const { first, united } = await gather(db, recorder, record.paper, apart);
  const foreign = await isForeign(db, record.paper, apart);
  const paper = united
    ? visiblyUnited(united, record.paper)
    : { ...record.paper, id: await freeId(db, record.paper.id, foreign ? 2 : 1) };
  const sightings = record.sightings.map((sighting) => ({ ...sighting, paper: paper.id }));
  const keys = keysOf(record.paper);
  await keep(db, recorder, paper, first, sightings, foreign ? keys : [record.paper.id, ...keys]);
}

/** Whether the id that a file gives a paper is the key of another one here: it must not lead to both. */
async function isForeign(db: OffprintDatabase, paper: Paper, apart: Apart): Promise<boolean> {
  if (keysOf(paper).includes(paper.id) || /^(title|abstract):/.test(paper.id)) return false;
  const aliases = await db.aliases.where({ key: paper.id }).toArray();
  const [own = []] = await findMatches(db, [paper], 'papers', apart);
  return aliases.some((alias) => !own.some(({ id }) => id === alias.paper));
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
async function gather(
  db: OffprintDatabase,
  recorder: Recorder,
  thing: Thing,
  apart?: Apart,
): Promise<{ first?: Paper; united?: Paper }> {
  const [trashed = []] = await findMatches(db, [thing], 'trash', apart);
  for (const { id } of trashed) await restore(db, recorder, id);
  const [[first, ...others] = []] = await findMatches(db, [thing], 'papers', apart);
  if (!first) return {};
  let united = first;
  for (const other of others) {
    united = unite(united, other);
    await moveSightings(db, recorder, other.id, first.id);
    await redirect(db, recorder, other.id, first.id);
    await recorder.remove('papers', other.id);
  }
  return { first, united };
}

/**
 * Notes that a saved paper was seen. What was merely seen merges no records and brings none back: that would be a
 * change that nobody asked for.
 */
export async function sightStatement(
  db: OffprintDatabase,
  recorder: Recorder,
  statement: Statement,
): Promise<void> {
  const said = saidBy(statement);
  const [[paper, ...others] = []] = await findMatches(db, [said]);
  const [trashed = []] = await findMatches(db, [said], 'trash');
  if (!paper) return;
  const sightings = sightingsIn(statement, paper.id);
  const ambiguous = others.length + trashed.length > 0;
  if (ambiguous) for (const sighting of sightings) await putSighting(db, recorder, sighting);
  else await keep(db, recorder, absorb(paper, statement), paper, sightings, keysOf(said));
}

function sightingsIn({ sighting }: Statement, paper: string): Sighting[] {
  return sighting ? [{ ...sighting, paper }] : [];
}

/** Takes a paper out of the trash, as it lies there now; false if it does not. */
export async function restore(db: OffprintDatabase, recorder: Recorder, id: string): Promise<boolean> {
  const trashed = await db.trash.get(id);
  if (!trashed) return false;
  await recorder.put('papers', trashed.paper);
  for (const sighting of trashed.sightings) await recorder.put('sightings', sighting);
  await recorder.remove('trash', id);
  return true;
}

/** Moves a paper and its sightings into the trash. Its aliases stay, so that saving it again finds it. */
export async function moveToTrash(
  db: OffprintDatabase,
  recorder: Recorder,
  id: string,
  now: string,
): Promise<void> {
  const paper = await db.papers.get(id);
  if (!paper) return;
  const sightings = await db.sightings.where('paper').equals(id).toArray();
  await recorder.put('trash', { id, trashedAt: now, paper, sightings });
  for (const { site, url } of sightings) await recorder.remove('sightings', [id, site, url]);
  await recorder.remove('papers', id);
}

/** Lets all `keys` lead to a paper, and its id, which another record's redirect may need. */
export async function putAliases(
  db: OffprintDatabase,
  recorder: Recorder,
  id: string,
  keys: readonly string[],
): Promise<void> {
  for (const key of new Set([id, ...keys])) {
    if (!(await db.aliases.get([key, id]))) await recorder.put('aliases', { key, paper: id });
  }
}

/** Writes a record that was `before`, its new sightings, and the keys that lead to it. */
async function keep(
  db: OffprintDatabase,
  recorder: Recorder,
  paper: Paper,
  before: Paper | undefined,
  sightings: readonly Sighting[],
  keys: readonly string[],
): Promise<void> {
  if (paper !== before) await recorder.put('papers', paper);
  for (const sighting of sightings) await putSighting(db, recorder, sighting);
  await putAliases(db, recorder, paper.id, [...keysOf(paper), ...keys]);
}

async function putSighting(db: OffprintDatabase, recorder: Recorder, sighting: Sighting): Promise<void> {
  const seen = await db.sightings.get([sighting.paper, sighting.site, sighting.url]);
  const merged = seen ? mergeSightings(seen, sighting) : sighting;
  if (JSON.stringify(merged) !== JSON.stringify(seen)) await recorder.put('sightings', merged);
}

async function moveSightings(
  db: OffprintDatabase,
  recorder: Recorder,
  from: string,
  to: string,
): Promise<void> {
  for (const sighting of await db.sightings.where('paper').equals(from).toArray()) {
    await recorder.remove('sightings', [from, sighting.site, sighting.url]);
    await putSighting(db, recorder, { ...sighting, paper: to });
  }
}

/** Every key of the absorbed record, its id among them, now leads to the record that stays. */
async function redirect(db: OffprintDatabase, recorder: Recorder, from: string, to: string): Promise<void> {
  for (const { key } of await db.aliases.where('paper').equals(from).toArray()) {
    await recorder.remove('aliases', [key, from]);
    await recorder.put('aliases', { key, paper: to });
  }
}

/** The strongest key of a new paper, as far as it is free. */
async function newId(db: OffprintDatabase, thing: Identifiable): Promise<string> {
  const [key] = keysOf(thing);
  if (key === undefined) throw new Failure('unnamed');
  return freeId(db, key);
}

/** `wanted`, numbered where another record has, or had, that id. */
async function freeId(db: OffprintDatabase, wanted: string, from = 1): Promise<string> {
  for (let number = from; ; number++) {
    const id = number === 1 ? wanted : `${wanted}~${number}`;
    if (!(await db.papers.get(id)) && !(await db.tombstones.get(id))) return id;
  }
}
