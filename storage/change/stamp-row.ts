/** WRITE: the stamps of a row that a change writes. Pure. */
import type { Trashed } from '@/storage/database';
import { LIFE, stampChanges, stampsOf } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { RowChange } from './row-difference';

/** The change with the revision and the stamps of what it changed. */
export function stampRow(change: RowChange, revision: number, stamp: Stamp): RowChange {
  const { table, before, after } = change;
  if (after === undefined) return change;
  if (table === 'papers') {
    const paper = stampChanges(before as Paper | undefined, after as Paper, stamp);
    // A new paper needs no stamp for being here; one that comes back from the trash has one already.
    const back = before === undefined && paper.stamps?.[LIFE] !== undefined;
    return {
      ...change,
      before: before && { ...before, stamps: stampsOf(before as Paper) },
      after: { ...(back ? withLife(paper, stamp) : paper), revision },
    };
  }
  if (table === 'trash' && before === undefined) {
    const trashed = after as Trashed;
    return { ...change, after: { ...trashed, paper: withLife(trashed.paper, stamp) } };
  }
  return change;
}

function withLife(paper: Paper, stamp: Stamp): Paper {
  return { ...paper, stamps: { ...paper.stamps, [LIFE]: stamp } };
}
