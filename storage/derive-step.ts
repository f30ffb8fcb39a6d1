/**
 * WRITE: makes the derived rows (derived-rows.ts) of a library that was there before them, some at a time, while it is in use.
 * What is done of it is kept so by each change: papers up to an id, and entries of the history from the newest down.
 */
import { groupBy } from '@/utils/group-by';
import { Tally } from './change/derive';
import { touchedBy } from './change/journal';
import type { OffprintDatabase } from './database';
import { queueRowOf } from './derived-rows';
import type { CountingPosition, TouchingPosition } from './setting-rows';

/** Papers in one step. */
const PAPERS = 200;
/** Parts of entries in one step; a part has up to 500 records, and is read while changes wait. */
const PARTS = 5;

/** Counts the next papers, or notes what the next entries touched. Resolves to false once all is done. */
export async function deriveStep(db: OffprintDatabase): Promise<boolean> {
  return (await countStep(db)) || (await touchStep(db));
}

/** Lets all papers be counted anew, in a transaction that may write counts, queue and settings. */
export async function countAnew(db: OffprintDatabase): Promise<void> {
  await db.counts.clear();
  await db.queue.clear();
  await db.settings.put({ name: 'counting', value: {} });
}

async function positionOf(db: OffprintDatabase): Promise<CountingPosition | undefined> {
  return (await db.settings.get('counting'))?.value as CountingPosition | undefined;
}

/** Papers are read before anything is locked; if the library changed by then, the next step reads them again. */
async function countStep(db: OffprintDatabase): Promise<boolean> {
  const read = await db.transaction('r', db.papers, db.sightings, db.settings, async () => {
    const position = await positionOf(db);
    if (!position) return undefined;
    const { after } = position;
    const rows = after === undefined ? db.papers.orderBy(':id') : db.papers.where(':id').above(after);
    const papers = await rows.limit(PAPERS).toArray();
    const [first, last] = [papers.at(0)?.id ?? '', papers.at(-1)?.id ?? ''];
    const sightings = await db.sightings.where('paper').between(first, last, true, true).toArray();
    return { position, papers, sightings, revision: await db.settings.get('revision') };
  });
  if (!read) return false;
  const { position, papers, revision } = read;
  const sightings = groupBy(read.sightings, ({ paper }) => paper);
  const tally = new Tally();
  for (const paper of papers) tally.paper(paper, sightings.get(paper.id) ?? [], 1);
  const last = papers.length < PAPERS;
  await db.transaction('rw', [db.counts, db.queue, db.settings, ...(last ? [db.trash] : [])], async () => {
    const same = (await positionOf(db))?.after === position.after;
    if (!same || (await db.settings.get('revision'))?.value !== revision?.value) return;
    if (last) tally.add({ of: 'trash', value: '' }, await db.trash.count());
    await tally.write(db);
    await db.queue.bulkPut(papers.map((paper) => queueRowOf(paper, sightings.get(paper.id) ?? [])));
    const value = { after: papers.at(-1)?.id, done: (position.done ?? 0) + papers.length };
    if (last) await db.settings.delete('counting');
    else await db.settings.put({ name: 'counting', value });
  });
  return true;
}

async function touchStep(db: OffprintDatabase): Promise<boolean> {
  return db.transaction('rw', db.changes, db.touched, db.settings, async () => {
    const position = (await db.settings.get('touching'))?.value as TouchingPosition | undefined;
    if (!position) return false;
    const { below } = position;
    const rows = below === undefined ? db.changes.orderBy(':id') : db.changes.where(':id').below(below);
    const parts = await rows.reverse().limit(PARTS).toArray();
    await db.touched.bulkPut(
      parts.map(({ entry, part, changes }) => ({ entry, part, papers: touchedBy(changes) })),
    );
    const last = parts.at(-1);
    if (parts.length < PARTS || !last) await db.settings.delete('touching');
    else await db.settings.put({ name: 'touching', value: { below: [last.entry, last.part] } });
    return true;
  });
}
