/** WRITE: what a change makes of the derived rows, in its own transaction. */
import type { OffprintDatabase } from '@/storage/database';
import { type CountRow, countedAs, type QueueRow, queueRowOf } from '@/storage/derived-rows';
import type { CountingPosition } from '@/storage/setting-rows';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { Draft } from './draft';
import { type RowChange, sameValue } from './row-difference';

/** How many papers more (or fewer) have a value; by `of` and value. */
export class Tally {
  readonly #more = new Map<string, Omit<CountRow, 'papers'> & { more: number }>();

  add({ of, value }: Pick<CountRow, 'of' | 'value'>, more: number): void {
    const name = `${of} ${value}`;
    const known = this.#more.get(name)?.more ?? 0;
    this.#more.set(name, { of, value, more: known + more });
  }

  /** Counts a paper of the library, or takes it from the count. */
  paper(paper: Paper, sightings: readonly Sighting[], more: 1 | -1): void {
    for (const counted of countedAs(paper, sightings)) this.add(counted, more);
  }

  /** Writes the counts, in a transaction that may. */
  async write(db: OffprintDatabase): Promise<void> {
    const differing = [...this.#more.values()].filter(({ more }) => more !== 0);
    if (differing.length === 0) return;
    const keys = differing.map(({ of, value }): [string, string] => [of, value]);
    const known = await db.counts.bulkGet(keys);
    const rows = differing.map(({ of, value, more }, index) => ({
      ...{ of, value, papers: (known[index]?.papers ?? 0) + more },
    }));
    const empty = rows.filter(({ papers }) => papers <= 0);
    await db.counts.bulkPut(rows.filter(({ papers }) => papers > 0));
    if (empty.length > 0) await db.counts.bulkDelete(empty.map(({ of, value }) => [of, value]));
  }
}

/** Brings counts and queue up to date with the `changes` of a draft, which are stamped. Papers that were not counted yet wait. */
export async function derive(
  db: OffprintDatabase,
  draft: Draft,
  changes: readonly RowChange[],
  counting: CountingPosition | undefined,
): Promise<void> {
  const tally = new Tally();
  const queued: QueueRow[] = [];
  const left: string[] = [];
  const papers = new Map(
    changes.flatMap(({ table, key, after }) => (table === 'papers' ? [[String(key), after as Paper]] : [])),
  );
  const sighted = changes.flatMap(({ table, key }) => (table === 'sightings' ? String(key[0]) : []));
  for (const id of new Set([...papers.keys(), ...sighted])) {
    if (!isCounted(counting, id)) continue;
    const before = draft.was('papers', id);
    const after = papers.has(id) ? papers.get(id) : before;
    const [were, are] = [draft.sightingsBefore(id), draft.sightingsOf(id)];
    if (before) tally.paper(before, were, -1);
    if (after) tally.paper(after, are, 1);
    if (!after) left.push(id);
    else {
      const row = queueRowOf(after, are);
      if (!before || !sameValue(row, queueRowOf(before, were))) queued.push(row);
    }
  }
  for (const { table, before, after } of changes)
    if (table === 'trash' && !counting)
      tally.add({ of: 'trash', value: '' }, Number(after !== undefined) - Number(before !== undefined));
  await tally.write(db);
  if (queued.length > 0) await db.queue.bulkPut(queued);
  if (left.length > 0) await db.queue.bulkDelete(left);
}

/** Whether a paper is counted, or would be if it were here: not yet in a library of before that is still being counted. */
function isCounted(counting: CountingPosition | undefined, id: string): boolean {
  return counting === undefined || (counting.after !== undefined && id <= counting.after);
}
