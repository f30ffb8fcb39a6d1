/** Taking a journalled intention back: a three-way revert, row by row, in reverse order. */
import { keysOf, strongKeys } from '@/utils/paper/identity';
import { mergeSightings } from '@/utils/paper/merge';
import type { Sighting } from '@/utils/paper/schema';
import type { Change, OffprintDatabase } from './database';
import { Failure } from './failure';
import { type Recorder, revertFields } from './journal';
import { moveToTrash, putAliases, restore } from './records';

/** Reverts what the entry changed and nobody changed since; papers that it created go to the trash. */
export async function revertEntry(
  db: OffprintDatabase,
  recorder: Recorder,
  changes: readonly Change[],
  now: string,
): Promise<void> {
  const papers = changes.filter((change) => change.table === 'papers');
  const created = new Set(papers.filter(wasCreated).map(({ key }) => key));
  const lifted: Sighting[] = [];
  for (const change of changes.toReversed()) {
    const owner = change.table === 'aliases' ? change.key[1] : change.key[0];
    const leavesWithPaper = change.table === 'aliases' || change.table === 'sightings';
    if (change.table === 'papers' && wasCreated(change))
      await moveToTrash(db, recorder, String(change.key), now);
    else if (!(leavesWithPaper && wasCreated(change) && created.has(owner ?? '')))
      await revert(db, recorder, change, lifted);
  }
  const owners = changes.flatMap(({ table, key }) =>
    table === 'papers' ? key : table === 'aliases' ? (key[1] ?? []) : [],
  );
  for (const id of new Set(owners)) await settle(db, recorder, id);
}

/** `lifted` collects the sightings that a merge had moved: what they learned since goes back with them. */
async function revert(
  db: OffprintDatabase,
  recorder: Recorder,
  change: Change,
  lifted: Sighting[],
): Promise<void> {
  const current = await db.table(change.table).get(change.key);
  if (wasCreated(change)) {
    if (change.table === 'sightings' && current) lifted.push(current);
    await recorder.remove(change.table, change.key);
  } else if (change.after === undefined && current === undefined) {
    await putBack(db, recorder, change, lifted);
  } else if (change.after !== undefined && current !== undefined) {
    await recorder.put(change.table, revertFields(change, current) as never);
  }
}

/** Puts a row back that the intention had removed; a paper as the trash holds it now. */
async function putBack(
  db: OffprintDatabase,
  recorder: Recorder,
  change: Change,
  lifted: readonly Sighting[],
): Promise<void> {
  if (change.table === 'papers' && (await restore(db, recorder, String(change.key)))) return;
  if (change.table !== 'sightings') return recorder.put(change.table, change.before as never);
  const sighting = change.before as unknown as Sighting;
  const { paper, site, url } = sighting;
  if (!(await db.papers.get(paper))) return; // removed since
  const moved = lifted.find((other) => other.site === site && other.url === url);
  await recorder.put('sightings', moved ? mergeSightings(sighting, { ...moved, paper }) : sighting);
}

/** Every key of a record leads to it again. Where a strong one belongs to another record by now, nothing is undone. */
async function settle(db: OffprintDatabase, recorder: Recorder, id: string): Promise<void> {
  const paper = await db.papers.get(id);
  if (!paper) return;
  const strong = strongKeys(paper);
  const aliases = await db.aliases.where('key').anyOf(strong).toArray();
  const rivals = await db.papers.bulkGet(aliases.map((alias) => alias.paper).filter((owner) => owner !== id));
  if (rivals.some((rival) => rival && strongKeys(rival).some((key) => strong.includes(key))))
    throw new Failure('refused');
  await putAliases(db, recorder, id, keysOf(paper));
}

function wasCreated({ before, after }: Change): boolean {
  return before === undefined && after === undefined;
}
