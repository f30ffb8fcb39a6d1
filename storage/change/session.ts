/** The session in the stamps of changes: new whenever the browser starts, so that a copied profile shares no stamps. */
import { storage } from '#imports';
import type { OffprintDatabase } from '@/storage/database';

/** The browser forgets it when it closes, and no copy of a profile has it. */
const session = storage.defineItem<string>('session:session');

/** Notes the session's id for the changes to come; `fresh` is the id if the browser has just been started. */
export async function beginSession(db: OffprintDatabase, fresh: string): Promise<void> {
  const known = await session.getValue();
  if (known === null) await session.setValue(fresh);
  const value = known ?? fresh;
  if ((await db.settings.get('session'))?.value !== value) await db.settings.put({ name: 'session', value });
}
