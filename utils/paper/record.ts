/** Turns an exported paper, or a card that is not saved yet, into a record of the library. */

import { cleanField } from './clean-field';
import { MERGED_FIELDS, type MergedField } from './fields';
import { keysOf } from './identity';
import { createPaper, mergeSightings } from './merge';
import { normalise, saidBy, urlTrust } from './normalise';
import type { BackupPaper, ExportedPaper, Paper, PaperCard, Sighting } from './schema';
import { boundSightings } from './sightings';
import { tagKey } from './tags';

/** A record with its sightings, as the library keeps them. */
export interface LibraryRecord {
  paper: Paper;
  sightings: Sighting[];
  /** Of a backup's record: further keys that lead to it. Such a record is a copy, with stamps and claims. */
  keys?: string[];
  /** When it was moved to the trash, if it lies there. */
  trashedAt?: string;
  /** The citation key that a bibliography gives it. */
  citationKey?: string;
}

/** The record that a backup holds. */
export function copyOf({ sources, keys, trashedAt, ...paper }: BackupPaper): LibraryRecord {
  const sightings = sources.map((source) => ({ ...source, paper: paper.id }));
  return { paper: { ...paper, revision: 0 }, sightings, keys, ...(trashedAt && { trashedAt }) };
}

/**
 * The record that an exported paper restores. The source of each field is not exported. It counts as shown on a
 * page on the day of the save, so that better readings can still replace it.
 */
export function recordOf({ sources, ...exported }: ExportedPaper): LibraryRecord {
  const site = sources[0]?.site ?? 'import';
  const known = MERGED_FIELDS.filter((field) => exported[field] !== undefined && !isEmpty(exported[field]));
  const trust = (field: MergedField) => (field === 'url' ? urlTrust(exported.identifiers) : 2);
  const origins = known.map((field) => [field, { site, trust: trust(field), at: exported.savedAt }]);
  return {
    paper: { ...exported, origins: Object.fromEntries(origins), revision: 0 },
    sightings: joinSightings(sources.map((source) => ({ ...source, paper: exported.id }))),
  };
}

/**
 * The record that saving a card at `savedAt` would make, if it was seen at `seenAt` (moments, ISO); undefined if nothing
 * identifies the paper.
 */
export function recordOfCard(
  card: PaperCard,
  seenAt: string,
  savedAt: string = seenAt,
): LibraryRecord | undefined {
  const statement = normalise(card, seenAt);
  const [id] = statement ? keysOf(saidBy(statement)) : [];
  if (!statement || id === undefined) return undefined;
  const { sighting } = statement;
  return {
    paper: createPaper(statement, id, savedAt),
    sightings: sighting ? [{ ...sighting, paper: id }] : [],
  };
}

/** The record with a title that the user typed at `now` (ISO) and that no page overwrites. Unchanged if nothing was typed. */
export function withTitle(record: LibraryRecord, typed: string, now: string): LibraryRecord {
  const { paper, sightings, ...rest } = record;
  const title = cleanField('title', typed);
  if (!title) return record;
  const titled: Paper = {
    ...paper,
    title,
    edited: [...new Set([...paper.edited, 'title'])].sort(),
    origins: { ...paper.origins, title: { site: 'user', trust: 3, at: now } },
  };
  const [id = paper.id] = keysOf(titled);
  return {
    ...rest,
    paper: { ...titled, id },
    sightings: sightings.map((sighting) => ({ ...sighting, paper: id })),
  };
}

/** The record with these tags as well. */
export function withTags({ paper, ...record }: LibraryRecord, tags: readonly string[]): LibraryRecord {
  const known = new Set(paper.tags.map(tagKey));
  const more = tags.filter((tag) => !known.has(tagKey(tag)));
  return { ...record, paper: { ...paper, tags: [...paper.tags, ...more].sort() } };
}

/** The record with what the owner of a file added to it. */
export function withOwn(
  record: LibraryRecord,
  { tags = [], note, status, starred }: Partial<Pick<Paper, 'tags' | 'note' | 'status' | 'starred'>>,
): LibraryRecord {
  const { paper, ...rest } = withTags(record, cleanField('tags', [...tags]) ?? []);
  const kept = note === undefined ? undefined : cleanField('note', note);
  return {
    ...rest,
    paper: { ...paper, ...(kept && { note: kept }), ...(status && { status }), ...(starred && { starred }) },
  };
}

/** One sighting per listing, of which so many are kept. */
export function joinSightings(sightings: readonly Sighting[]): Sighting[] {
  const places = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const place = `${sighting.site} ${sighting.url}`;
    const before = places.get(place);
    places.set(place, before ? mergeSightings(before, sighting) : sighting);
  }
  return boundSightings([...places.values()]);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
