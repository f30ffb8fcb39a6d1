/** WRITE: the stamps of a row that a change writes. Pure. */
import type { Trashed } from '@/storage/database';
import { LIFE, stampChanges, stampsOf } from '@/utils/paper/registers';
import type { Paper } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import type { RowChange } from './row-difference';

/**
 * The change with the revision and the stamps of what it changed. `was` is the record before, in the library or in the
 * trash; undefined if there was none.
 */
export function stampRow(
  change: RowChange,
  was: Paper | undefined,
  revision: number,
  stamp: Stamp,
): RowChange {
  const { table, before, after } = change;
  if (after === undefined) return change;
  if (table === 'searches')
    return { ...change, after: stampSearch(before as SavedSearchRow, after as SavedSearchRow, stamp) };
  if (table === 'papers') {
    const paper = stampChanges(was, after as Paper, stamp);
    // A new paper needs no stamp for being here; one that comes back from the trash has one already.
    const back = before === undefined && was !== undefined && paper.stamps?.[LIFE] !== undefined;
    return {
      ...change,
      before: before && { ...before, stamps: stampsOf(before as Paper) },
      after: { ...(back ? withLife(paper, was, stamp) : paper), revision },
    };
  }
  if (table !== 'trash') return change;
  const trashed = after as Trashed;
  if (before === undefined)
    return { ...change, after: { ...trashed, paper: withLife(trashed.paper, was, stamp) } };
  const { paper } = before as Trashed;
  return {
    ...change,
    before: { ...before, paper: { ...paper, stamps: stampsOf(paper) } },
    after: { ...trashed, paper: stampChanges(paper, trashed.paper, stamp) },
  };
}

/** A search that comes from another copy of the library keeps the stamp that it has there. */
function stampSearch(
  before: SavedSearchRow | undefined,
  after: SavedSearchRow,
  stamp: Stamp,
): SavedSearchRow {
  const foreign = after.stamp !== '' && after.stamp !== before?.stamp;
  return foreign ? after : { ...after, stamp };
}

/** The record with the stamp of its coming or going, unless another copy of it brought one. */
function withLife(paper: Paper, was: Paper | undefined, stamp: Stamp): Paper {
  const known = paper.stamps?.[LIFE];
  if (known !== undefined && known !== was?.stamps?.[LIFE]) return paper;
  return { ...paper, stamps: { ...paper.stamps, [LIFE]: stamp } };
}
