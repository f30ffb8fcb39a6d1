/**
 * The mark that papers were deleted for good. As long as it stands, the index owes the user to be rewritten without their
 * words. It is a setting and no row of the index, so that it is set in the transaction that deletes the papers.
 */
import type { OffprintDatabase } from '@/storage/database';

export interface Forgotten {
  /** The revision of the latest such deletion: a mark that was set again meanwhile is another one. */
  revision: number;
  /** Whether all documents of papers that are gone are marked as deleted in their segments. */
  swept: boolean;
}

/** The mark; undefined if nothing was deleted for good since the index was last rewritten. */
export async function readForgotten(db: OffprintDatabase): Promise<Forgotten | undefined> {
  return (await db.settings.get('forgotten'))?.value as Forgotten | undefined;
}

/** Call it in the transaction that deletes the papers. */
export async function markForgotten(db: OffprintDatabase, revision: number): Promise<void> {
  await writeForgotten(db, { revision, swept: false });
}

export async function writeForgotten(db: OffprintDatabase, mark: Forgotten): Promise<void> {
  await db.settings.put({ name: 'forgotten', value: mark });
}
