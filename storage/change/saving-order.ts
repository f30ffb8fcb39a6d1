/**
 * DECIDE: in which order papers stand that are saved together. The library is shown by the moment of saving, latest first,
 * and knows no other order. So the paper that comes first on a page or in a list gets the latest moment, and each after
 * it one a millisecond earlier. Moments ahead of the clock would do as well, but a paper that is removed at once would then
 * seem to be saved again after that.
 */
import type { JournalEntry } from '@/storage/database';

/** The moment for the paper that stands `places` below one saved at `moment` (ISO). */
export function momentBelow(moment: string, places: number): string {
  return new Date(Date.parse(moment) - places).toISOString();
}

/**
 * The moment for the first new paper of a message. `entry` is what earlier messages of the same run are journalled by, if
 * there are any. It counts at least all papers that these created, so the new ones stand below.
 */
export function firstMoment(entry: JournalEntry | undefined, now: string): string {
  return entry ? momentBelow(entry.at, entry.papers) : now;
}
