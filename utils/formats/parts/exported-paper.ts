/** A record as it leaves: with its sightings, in a fixed order of keys, without absent values. */
import { order } from '@/utils/order';
import { FIELD_NAMES } from '@/utils/paper/fields';
import type { ExportedPaper, Paper, Sighting } from '@/utils/paper/schema';

/** Keys of an exported paper in the order they are written. */
export const PAPER_KEYS = ['id', ...FIELD_NAMES, 'sources'] as const satisfies (keyof ExportedPaper)[];

export const SOURCE_KEYS = [
  'site',
  'url',
  'seenAt',
  'listedAt',
  'upvotes',
  'comments',
  'submitter',
] as const satisfies (keyof Sighting)[];

/** A record as it is exported: with its sightings, in a fixed order of keys, without absent values. */
export function exportPaper(paper: Paper, sightings: readonly Sighting[]): ExportedPaper {
  const sources = sightings
    .map((sighting) => pick(sighting, SOURCE_KEYS))
    .sort((a, b) => order(a.site, b.site) || order(a.url, b.url));
  const identifiers = Object.fromEntries(Object.entries(paper.identifiers).sort(([a], [b]) => order(a, b)));
  return pick({ ...paper, identifiers, sources }, PAPER_KEYS);
}

/** Some fields of a row, in this order, without absent ones. */
export function pick<T extends object, K extends keyof T>(row: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    keys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]]),
  ) as Pick<T, K>;
}
