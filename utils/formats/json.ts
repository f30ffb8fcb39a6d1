/** Offprint's own format, the one that restores a library. Its JSON Schema: `assets/offprint-library.schema.json`. */

import { FIELD_NAMES } from '@/utils/paper/fields';
import type { ExportedPaper, Paper, Sighting } from '@/utils/paper/schema';
import { order } from '../order';
import type { Format } from './format';

export const json = {
  id: 'json',
  name: 'JSON',
  extension: 'json',
  mime: 'application/json',
  // On demand: reading needs zod, which a popup that only writes should not load.
  read: async (text: string) => (await import('./read-json')).readJson(text),
  write(papers: readonly ExportedPaper[], exportedAt: string) {
    const head = `{"format":"offprint-library","version":2,"exportedAt":${JSON.stringify(exportedAt)},"papers":[`;
    const sorted = papers.toSorted((a, b) => order(a.id, b.id));
    return [
      head,
      ...sorted.map((paper, index) => `${index > 0 ? ',' : ''}\n${JSON.stringify(paper)}`),
      '\n]}\n',
    ];
  },
} satisfies Format;

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
