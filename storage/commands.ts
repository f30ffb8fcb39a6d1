/**
 * Every way the library changes: one exported function is one intention of the user and one transaction, and resolves
 * after the commit. Only the background worker calls these. `now` is a moment (ISO).
 */
import { keysOf } from '@/utils/identity';
import { absorb, createPaper, mergeSightings, unite } from '@/utils/merge';
import { normalise, type Statement } from '@/utils/normalise';
import type { PaperCard } from '@/utils/paper';
import type { Change, OffprintDatabase } from './database';
import { Failure } from './failure';
import { type Recorder, record, revertFields } from './journal';
import { findMatches, saidBy } from './matches';

/** A command's journal entry, by which it is undone; undefined if nothing changed. */
export type Entry = number | undefined;

/** Saves cards, each as a new record or into the one it belongs to. A card that can never be named is refused, and with it none is saved. */
export async function saveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Entry> {
  const statements = cards.map((card) => normalise(card, now));
  if (statements.includes(undefined)) throw new Failure('unnamed');
  const { entry } = await record(db, 'save', now, async (recorder) => {
    for (const statement of statements) if (statement) await saveStatement(db, recorder, statement, now);
  });
  return entry;
}

/** Adds sightings and missing fields to those papers that are in the library already; tells which are, card by card. */
export async function sightCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<boolean[]> {
  const statements = cards.map((card) => normalise(card, now));
  const named = statements.filter((statement) => statement !== undefined);
  // Most visits change nothing, and a reading transaction makes no writer wait.
  const known = await db.transaction('r', db.papers, db.aliases, db.sightings, async () =>
    recognise(db, named),
  );
  const news = named.filter((_, index) => known[index] === 'news');
  if (news.length > 0) {
    await record(db, 'sight', now, async (recorder) => {
      for (const statement of news) {
        const [matches = []] = await findMatches(db, [statement]);
        if (matches.length > 0) await saveStatement(db, recorder, statement, now);
      }
    });
  }
  return statements.map(
    (statement) => statement !== undefined && known[named.indexOf(statement)] !== undefined,
  );
}

/** Moves papers to the trash. */
export async function removePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  const { entry } = await record(db, 'remove', now, async (recorder) => {
    for (const id of ids) await moveToTrash(db, recorder, id, now);
  });
  return entry;
}

/** Takes one journalled intention back; what was changed since then stays. */
export async function undo(db: OffprintDatabase, entry: number, now: string): Promise<Entry> {
  const undone = await record(db, 'undo', now, async (recorder) => {
    const journalled = await db.journal.get(entry);
    if (!journalled || journalled.undoneAt) throw new Failure('refused');
    const created = new Set(
      journalled.changes
        .filter((change) => change.table === 'papers' && wasCreated(change))
        .map((change) => change.key),
    );
    for (const change of journalled.changes.toReversed()) {
      const owner = change.table === 'aliases' ? change.key[1] : change.key[0];
      if (change.table === 'papers' && wasCreated(change))
        await moveToTrash(db, recorder, String(change.key), now);
      else if (change.table === 'papers' || change.table === 'trash' || !created.has(owner ?? ''))
        await revert(db, recorder, change);
    }
    await db.journal.update(entry, { undoneAt: now });
  });
  return undone.entry;
}

async function revert(db: OffprintDatabase, recorder: Recorder, change: Change): Promise<void> {
  const current = await db.table(change.table).get(change.key);
  if (wasCreated(change)) await recorder.remove(change.table, change.key);
  else if (change.after === undefined && current === undefined)
    await recorder.put(change.table, change.before as never);
  else if (change.after !== undefined && current !== undefined)
    await recorder.put(change.table, revertFields(change, current) as never);
}

function wasCreated({ before, after }: Change): boolean {
  return before === undefined && after === undefined;
}

/** Per statement: undefined if its paper is not saved, else whether the statement says anything new about it. */
async function recognise(
  db: OffprintDatabase,
  statements: readonly Statement[],
): Promise<('known' | 'news' | undefined)[]> {
  const matches = await findMatches(db, statements);
  const keys = statements.map(
    ({ sighting }, index) => [matches[index]?.[0]?.id ?? '', sighting.site, sighting.url] as const,
  );
  const seen = await db.sightings.bulkGet(keys.map((key): [string, string, string] => [...key]));
  return statements.map((statement, index) => {
    const [paper, ...others] = matches[index] ?? [];
    if (!paper) return undefined;
    const { upvotes, comments } = statement.sighting;
    const before = seen[index];
    const sameSighting = before !== undefined && before.upvotes === upvotes && before.comments === comments;
    return others.length === 0 && sameSighting && absorb(paper, statement) === paper ? 'known' : 'news';
  });
}

async function saveStatement(
  db: OffprintDatabase,
  recorder: Recorder,
  statement: Statement,
  now: string,
): Promise<void> {
  await restoreTrashed(db, recorder, statement);
  const [[first, ...others] = []] = await findMatches(db, [statement]);
  let paper = first ? absorb(first, statement) : createPaper(statement, await newId(db, statement), now);
  for (const other of others) {
    paper = unite(paper, other);
    await moveSightings(db, recorder, other.id, paper.id);
    await redirect(db, recorder, other.id, paper.id);
    await recorder.remove('papers', other.id);
  }
  if (paper !== first) await recorder.put('papers', paper);
  await putSighting(db, recorder, { ...statement.sighting, paper: paper.id });
  for (const key of new Set([paper.id, ...keysOf(paper), ...keysOf(saidBy(statement))])) {
    if (!(await db.aliases.get([key, paper.id]))) await recorder.put('aliases', { key, paper: paper.id });
  }
}

/** Saving a paper that lies in the trash brings it back, with its note and tags. */
async function restoreTrashed(db: OffprintDatabase, recorder: Recorder, statement: Statement): Promise<void> {
  const [matches = []] = await findMatches(db, [statement], 'trash');
  for (const { id } of matches) {
    const trashed = await db.trash.get(id);
    if (!trashed) continue;
    await recorder.put('papers', trashed.paper);
    for (const sighting of trashed.sightings) await recorder.put('sightings', sighting);
    await recorder.remove('trash', id);
  }
}

async function moveToTrash(db: OffprintDatabase, recorder: Recorder, id: string, now: string): Promise<void> {
  const paper = await db.papers.get(id);
  if (!paper) return;
  const sightings = await db.sightings.where('paper').equals(id).toArray();
  await recorder.put('trash', { id, trashedAt: now, paper, sightings });
  for (const { site, url } of sightings) await recorder.remove('sightings', [id, site, url]);
  await recorder.remove('papers', id);
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

async function putSighting(
  db: OffprintDatabase,
  recorder: Recorder,
  sighting: Parameters<typeof mergeSightings>[0],
): Promise<void> {
  const seen = await db.sightings.get([sighting.paper, sighting.site, sighting.url]);
  await recorder.put('sightings', seen ? mergeSightings(seen, sighting) : sighting);
}

/** The strongest key; numbered where another paper, which shares only its title, has that id already. */
async function newId(db: OffprintDatabase, statement: Statement): Promise<string> {
  const [key] = keysOf(saidBy(statement));
  if (key === undefined) throw new Failure('unnamed');
  for (let number = 1; ; number++) {
    const id = number === 1 ? key : `${key}~${number}`;
    if (!(await db.papers.get(id)) && !(await db.trash.get(id))) return id;
  }
}
