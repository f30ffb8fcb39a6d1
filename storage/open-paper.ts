/** WRITE: the status that follows opening. Only the background worker calls it. */
import { onlinePlaces } from '@/utils/paper/places-online';
import type { Entry } from './commands';
import type { OffprintDatabase } from './database';
import { editPapers } from './edit';

/**
 * Marks an unread paper as being read, because its page was opened, or its source at `address`; undefined if it was not
 * unread, or if the address is none of its own. `now` is ISO.
 */
export async function openPaper(
  db: OffprintDatabase,
  id: string,
  address: string | undefined,
  now: string,
): Promise<Entry> {
  const paper = await db.papers.get(id);
  if (paper?.status !== 'unread') return undefined;
  if (address !== undefined && !onlinePlaces(paper).some(({ url }) => isSame(url, address))) return undefined;
  return editPapers(db, [id], { set: { status: 'reading' } }, now);
}

/** Links tell addresses in the form that the browser gives them. */
function isSame(one: string, other: string): boolean {
  return one === other || (URL.canParse(one) && new URL(one).href === other);
}
