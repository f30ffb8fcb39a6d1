/** READ: what the library has under an identifier that somebody typed. Works inside `liveQuery`. */
import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { strongKeys } from '@/utils/paper/identity';
import type { Paper } from '@/utils/paper/schema';
import { mentionsIn } from '@/utils/query/mentions';
import type { OffprintDatabase } from './database';

/** A paper, and whether it lies in the trash. */
export interface Found {
  paper: Paper;
  trashed: boolean;
}

/** The paper with a DOI, arXiv number or address of one, as typed or pasted; undefined if it is none or not here. */
export async function findByIdentifier(db: OffprintDatabase, typed: string): Promise<Found | undefined> {
  const keys = keysIn(typed);
  if (keys.length === 0) return undefined;
  return db.transaction('r', db.aliases, db.papers, db.trash, async () => {
    const aliases = await db.aliases.where('key').anyOf(keys).toArray();
    const ids = [...new Set(aliases.map(({ paper }) => paper))];
    const has = (paper: Paper) => strongKeys(paper).some((key) => keys.includes(key));
    const paper = (await db.papers.bulkGet(ids)).find((one) => one && has(one));
    if (paper) return { paper, trashed: false };
    const row = (await db.trash.bulkGet(ids)).find((one) => one && has(one.paper));
    return row && { paper: row.paper, trashed: true };
  });
}

/** The keys of the identifiers in a text. */
function keysIn(typed: string): string[] {
  const mentioned = [...mentionsIn(typed.slice(0, 2000)).values()].map(({ value }) => value);
  return [typed.trim(), ...mentioned].flatMap((text) =>
    ['arxiv', 'doi'].flatMap((kind) => canonicalIdentifiers(kind, text)).map((named) => named.join(':')),
  );
}
