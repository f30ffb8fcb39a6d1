/** Guards against a library that is suddenly empty: that is never taken for a first run. */
import { storage } from '#imports';
import { countTrashed } from './counts';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import { countPapers } from './library';

/**
 * How many papers the library held, trash included, when it last changed. It is kept outside the database, because a
 * browser that clears a database clears all of it.
 */
const held = storage.defineItem<number>('local:held', { fallback: 0 });

/** Throws `lost` if the library held papers and is empty now. Usually it reads only one key. */
export async function guardLibrary(db: OffprintDatabase): Promise<void> {
  if ((await isEmpty(db)) && (await held.getValue()) > 0) throw new Failure('lost');
}

/** Notes how many papers there are, for the next check. */
export async function noteHeld(db: OffprintDatabase): Promise<void> {
  await held.setValue((await countPapers(db)) + (await countTrashed(db)));
}

/**
 * Before the trash may be emptied: an empty library would look lost until `noteHeld` is called again, or for ever if the
 * worker is stopped in between.
 */
export async function forgoTrash(db: OffprintDatabase): Promise<void> {
  await held.setValue(await countPapers(db));
}

/** The user knows that the library is empty and wants to go on with it. */
export async function acceptEmpty(): Promise<void> {
  await held.setValue(0);
}

/** How many papers there were before. */
export function heldBefore(): Promise<number> {
  return held.getValue();
}

async function isEmpty(db: OffprintDatabase): Promise<boolean> {
  const papers = await db.papers.limit(1).primaryKeys();
  return papers.length === 0 && (await db.trash.limit(1).primaryKeys()).length === 0;
}
