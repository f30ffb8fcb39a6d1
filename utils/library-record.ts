/** From an exported paper back to what the library keeps. */
import { mergeSightings } from './merge';
import { urlTrust } from './normalise';
import { type ExportedPaper, MERGED_FIELDS, type MergedField, type Paper, type Sighting } from './paper';

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
