/** A part of deleting for good: what other records, and their history, say of the records that go. */
import type { Paper } from '@/utils/paper/schema';
import { withoutWords } from '@/utils/paper/without-words';
import { sameValue } from './change/row-difference';
import type { Change, OffprintDatabase } from './database';

/**
 * Takes the person's word on deleted records from those that it joined with or told apart from them. Either record of a pair
 * names the other, so these are found by what the deleted ones said.
 */
export async function forgetWords(
  db: OffprintDatabase,
  deleted: readonly Paper[],
  gone: ReadonlySet<string>,
): Promise<void> {
  const named = [...new Set(deleted.flatMap(({ apart = [], same = [] }) => [...apart, ...same]))];
  if (named.length === 0) return;
  const aliases = await Promise.all(named.map((key) => db.aliases.where({ key }).toArray()));
  const ids = [...new Set([...named, ...aliases.flat().map(({ paper }) => paper)])];
  const papers = (await db.papers.bulkGet(ids)).filter((paper) => paper !== undefined);
  await db.papers.bulkPut(papers.map((paper) => withoutWords(paper, gone)));
  const trashed = (await db.trash.bulkGet(ids)).filter((row) => row !== undefined);
  await db.trash.bulkPut(trashed.map((row) => ({ ...row, paper: withoutWords(row.paper, gone) })));
}

/** A change of another record without that word; undefined if nothing else was changed. */
export function changeWithoutWords(change: Change, gone: ReadonlySet<string>): Change | undefined {
  const [before, after] = [change.before, change.after].map((fields) =>
    rowWithoutWords(change, fields, gone),
  );
  if (before === change.before && after === change.after) return change;
  const nothing = before && after && sameValue(before, after);
  return nothing ? undefined : { ...change, before, after };
}

function rowWithoutWords(
  { table }: Change,
  fields: Change['before'],
  gone: ReadonlySet<string>,
): Change['before'] {
  if (!fields) return fields;
  if (table === 'papers') return withoutWords(fields as Partial<Paper>, gone);
  if (table !== 'trash' || !fields.paper) return fields;
  const paper = withoutWords(fields.paper as Paper, gone);
  return paper === fields.paper ? fields : { ...fields, paper };
}
