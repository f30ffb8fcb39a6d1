/** READ: what was done to one paper. Works inside `liveQuery`. */
import { changesOf } from './change/journal';
import { editOf } from './change/revert';
import type { Change, JournalEntry, OffprintDatabase } from './database';

/** An entry, and what it changed of one paper: its fields before and after. */
export interface PaperStep {
  entry: JournalEntry;
  /** Its fields that differ. Both are undefined if it came, from nowhere or from the trash; `after` is if it left. */
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

/**
 * All that changed a paper, looks and undos too, newest first. Entries about it alone are found by an index; those about
 * several are read one by one.
 */
export async function historyOfPaper(db: OffprintDatabase, id: string, limit: number): Promise<PaperStep[]> {
  return db.transaction('r', db.journal, db.changes, async () => {
    const steps: PaperStep[] = [];
    const entries = await db.journal
      .reverse()
      .filter(({ paper }) => paper === undefined || paper === id)
      .toArray();
    for (const entry of entries) {
      if (steps.length >= limit) break;
      const changes = (await changesOf(db, entry.entry)).filter((change) => change.key === id);
      const own = changes.flatMap((change) => (change.table === 'papers' ? change : (editOf(change) ?? [])));
      if (own.length > 0) steps.push({ entry, ...acrossAll(own) });
    }
    return steps;
  });
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
