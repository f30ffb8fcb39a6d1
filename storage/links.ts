/**
 * The person's word on which records are one paper: commands like those of commands.ts. No rule joins across “two papers”,
 * and what was joined can be undone. `now` is a moment (ISO).
 */
import { withApart } from '@/utils/paper/registers';
import { record } from './change/journal';
import { readRecords } from './change/read-draft';
import { joinRecords } from './change/records';
import type { Entry } from './commands';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';

/** Says that records are two or more papers, however alike they are. */
export async function tellApart(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return record(db, { intention: 'apart' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    for (const id of ids) {
      const paper = draft.get('papers', id);
      const others = ids.filter((other) => other !== id);
      if (paper) draft.put('papers', withApart(paper, [...(paper.apart ?? []), ...others]));
    }
    await write(draft);
  });
}

/** Says that records are one paper: they become the one that was saved first. */
export async function joinPapers(db: OffprintDatabase, ids: readonly string[], now: string): Promise<Entry> {
  return record(db, { intention: 'join' }, now, async (write) => {
    const draft = await readRecords(db, ids);
    if (ids.some((id) => !draft.get('papers', id))) throw new Failure('refused');
    joinRecords(draft, ids);
    await write(draft);
  });
}
