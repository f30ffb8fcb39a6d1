/** READ: what was done to one paper. Works inside `liveQuery`. */
import { groupBy } from '@/utils/group-by';
import { editOf } from './change/revert';
import type { Change, JournalEntry, OffprintDatabase } from './database';
import type { TouchingPosition } from './setting-rows';

/** An entry, and what it changed of one paper: its fields before and after. */
export interface PaperStep {
  entry: JournalEntry;
  /** Its fields that differ. Both are undefined if it came, from nowhere or from the trash; `after` is if it left. */
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

/** All that changed a paper, looks and undos too, newest first; at most `limit`. */
export async function historyOfPaper(db: OffprintDatabase, id: string, limit: number): Promise<PaperStep[]> {
  return db.transaction('r', db.journal, db.changes, db.touched, db.settings, async () => {
    const steps: PaperStep[] = [];
    const parts = await partsAbout(db, id);
    for (const [number, keys] of groupBy(parts, ([entry]) => entry)) {
      if (steps.length >= limit) break;
      const entry = await db.journal.get(number);
      const rows = (await db.changes.bulkGet(keys.toReversed())).filter((row) => row !== undefined);
      const changes = rows.flatMap((row) => row.changes).filter((change) => change.key === id);
      const own = changes.flatMap((change) => (change.table === 'papers' ? change : (editOf(change) ?? [])));
      if (entry && own.length > 0) steps.push({ entry, ...acrossAll(own) });
    }
    return steps;
  });
}

/** The parts of entries that are about a paper, the last first. Of entries that nobody went through yet, all are named. */
async function partsAbout(db: OffprintDatabase, id: string): Promise<[entry: number, part: number][]> {
  const known = await db.touched.where('papers').equals(id).primaryKeys();
  const position = (await db.settings.get('touching'))?.value as TouchingPosition | undefined;
  if (!position) return known.reverse();
  const { below = [Number.POSITIVE_INFINITY, 0] } = position;
  const noted = known.filter((key) => indexedDB.cmp(key, below) >= 0);
  return [...noted.reverse(), ...(await db.changes.where(':id').below(below).reverse().primaryKeys())];
}

/** What several changes of one record did together. */
function acrossAll(changes: readonly Change[]): Pick<PaperStep, 'before' | 'after'> {
  const came = changes[0]?.before === undefined;
  const left = changes.at(-1)?.after === undefined;
  return {
    before: came ? undefined : Object.assign({}, ...changes.toReversed().map(({ before }) => before)),
    after: left ? undefined : Object.assign({}, ...changes.map(({ after }) => after)),
  };
}
