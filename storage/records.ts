/** The steps that intentions are made of: writing, merging and moving one record with its sightings and keys. */
import { keysOf } from '@/utils/identity';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/merge';
import type { Statement } from '@/utils/normalise';
import type { Paper, Sighting } from '@/utils/paper';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import type { Recorder } from './journal';
import { findMatches, saidBy } from './matches';

/** Saves what a statement says: as a new record, or into the one it belongs to; records that it bridges become one. */
export async function saveStatement(
  db: OffprintDatabase,
  recorder: Recorder,
  statement: Statement,
  now: string,
): Promise<void> {
  // Saving a paper that lies in the trash brings it back, with its note and tags.
  const [trashed = []] = await findMatches(db, [statement], 'trash');
  for (const { id } of trashed) await restore(db, recorder, id);
  const [[first, ...others] = []] = await findMatches(db, [statement]);
  let paper = first ? absorb(first, statement) : createPaper(statement, await newId(db, statement), now);
  for (const other of others) {
    paper = unite(paper, other);
    await moveSightings(db, recorder, other.id, paper.id);
    await redirect(db, recorder, other.id, paper.id);
    await recorder.remove('papers', other.id);
  }
  await keep(db, recorder, paper, first, statement);
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
  const [[paper, ...others] = []] = await findMatches(db, [statement]);
  const [trashed = []] = await findMatches(db, [statement], 'trash');
  if (!paper) return;
  if (others.length + trashed.length > 0)
    await putSighting(db, recorder, { ...statement.sighting, paper: paper.id });
  else await keep(db, recorder, absorb(paper, statement), paper, statement);
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

/** Writes a record that was `before`, the statement's sighting, and the keys that lead to it. */
async function keep(
  db: OffprintDatabase,
  recorder: Recorder,
  paper: Paper,
  before: Paper | undefined,
  statement: Statement,
): Promise<void> {
  if (paper !== before) await recorder.put('papers', paper);
  await putSighting(db, recorder, { ...statement.sighting, paper: paper.id });
  await putAliases(db, recorder, paper.id, [...keysOf(paper), ...keysOf(saidBy(statement))]);
}

async function putSighting(db: OffprintDatabase, recorder: Recorder, sighting: Sighting): Promise<void> {
  const seen = await db.sightings.get([sighting.paper, sighting.site, sighting.url]);
  await recorder.put('sightings', seen ? mergeSightings(seen, sighting) : sighting);
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

/** The strongest key; numbered where another record has, or had, that id. */
async function newId(db: OffprintDatabase, statement: Statement): Promise<string> {
  const [key] = keysOf(saidBy(statement));
  if (key === undefined) throw new Failure('unnamed');
  for (let number = 1; ; number++) {
    const id = number === 1 ? key : `${key}~${number}`;
    if (!(await db.papers.get(id)) && !(await db.tombstones.get(id))) return id;
  }
}
