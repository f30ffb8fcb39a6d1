/** From an exported paper, or a card that nobody saved yet, to what the library keeps. */

import { cleanField } from './clean-field';
import { MERGED_FIELDS, type MergedField } from './fields';
import { keysOf } from './identity';
import { createPaper, mergeSightings } from './merge';
import { normalise, saidBy, urlTrust } from './normalise';
import type { ExportedPaper, Paper, PaperCard, Sighting } from './schema';

/** A record with its sightings, as the library keeps them. */
export interface LibraryRecord {
  paper: Paper;
  sightings: Sighting[];
}

/**
 * The record that an exported paper restores. Which page each field came from is not exported: it counts as shown on
 * the day of the save, so that better readings of later days still replace it.
 */
export function recordOf({ sources, ...exported }: ExportedPaper): LibraryRecord {
  const site = sources[0]?.site ?? 'import';
  const known = MERGED_FIELDS.filter((field) => exported[field] !== undefined && !isEmpty(exported[field]));
  const trust = (field: MergedField) => (field === 'url' ? urlTrust(exported.identifiers) : 2);
  const origins = known.map((field) => [field, { site, trust: trust(field), at: exported.savedAt }]);
  return {
    paper: { ...exported, origins: Object.fromEntries(origins), changedAt: {}, revision: 0 },
    sightings: onePerPlace(sources.map((source) => ({ ...source, paper: exported.id }))),
  };
}

/** The record that saving a card at `now` (ISO) would make; undefined if nothing could ever name the paper. */
export function recordOfCard(card: PaperCard, now: string): LibraryRecord | undefined {
  const statement = normalise(card, now);
  const [id] = statement ? keysOf(saidBy(statement)) : [];
  if (!statement || id === undefined) return undefined;
  const { sighting } = statement;
  return {
    paper: createPaper(statement, id, now),
    sightings: sighting ? [{ ...sighting, paper: id }] : [],
  };
}

/** A record whose title the user set at `now` (ISO): no page overwrites it. As it was where nothing was set. */
export function withTitle(record: LibraryRecord, typed: string, now: string): LibraryRecord {
  const { paper, sightings } = record;
  const title = cleanField('title', typed);
  if (!title) return record;
  const titled: Paper = {
    ...paper,
    title,
    edited: [...new Set([...paper.edited, 'title'])].sort(),
    changedAt: { ...paper.changedAt, title: now },
    origins: { ...paper.origins, title: { site: 'user', trust: 3, at: now } },
  };
  const [id = paper.id] = keysOf(titled);
  return { paper: { ...titled, id }, sightings: sightings.map((sighting) => ({ ...sighting, paper: id })) };
}

function onePerPlace(sightings: readonly Sighting[]): Sighting[] {
  const places = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const place = `${sighting.site} ${sighting.url}`;
    const before = places.get(place);
    places.set(place, before ? mergeSightings(before, sighting) : sighting);
  }
  return [...places.values()];
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
