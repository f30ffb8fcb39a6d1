/** READ: what was done, page by page. Every function works inside `liveQuery`. */
import { changesOf } from './change/journal';
import { editOf } from './change/revert';
import type { Change, JournalEntry, OffprintDatabase, Trashed } from './database';

type Kind = JournalEntry['intention'];

/** Which entries; `before` is the last one of the page before. */
export interface HistoryPage {
  limit: number;
  before?: number;
  /** Only these kinds. */
  kinds?: readonly Kind[];
}

/**
 * What the user did, newest first, as far back as the history goes (90 days of use). An undo is shown with the entry that it
 * undid, and looks are no deeds of the user.
 */
export function historyPage(
  db: OffprintDatabase,
  { limit, before, kinds }: HistoryPage,
): Promise<JournalEntry[]> {
  const entries = before === undefined ? db.journal : db.journal.where('entry').below(before);
  const shown = ({ intention }: JournalEntry) =>
    kinds ? kinds.includes(intention) : intention !== 'undo' && intention !== 'look';
  return entries.reverse().filter(shown).limit(limit).toArray();
}

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

/** What lies in the trash, latest first; `skip` that many. */
export function trashPage(db: OffprintDatabase, skip: number, limit: number): Promise<Trashed[]> {
  return db.trash.orderBy('trashedAt').reverse().offset(skip).limit(limit).toArray();
}
