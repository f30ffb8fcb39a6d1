import type { Entry } from './cards';

/** Papers in one message, and UTF-16 units of their cards as JSON; the worker's limits are higher. */
const MOST = 400;
const LONGEST = 2_000_000;

/** Papers in groups that fit into a message each. A card that is too large for one fails here: it spoils no other. */
export function batches(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const { length } = JSON.stringify(entry.card);
    if (length > LONGEST) {
      [entry.state, entry.failure] = ['failed', 'tooLarge'];
      continue;
    }
    size += length;
    if (size > LONGEST || groups.at(-1)?.length === MOST) {
      groups.push([]);
      size = length;
    }
    groups.at(-1)?.push(entry);
  }
  return groups;
}
