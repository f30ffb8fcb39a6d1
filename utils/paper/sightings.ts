/** Where papers were seen: what counts as one listing, and how many sightings of a paper are kept. Pure. */
import { order } from '@/utils/order';
import type { Sighting } from './schema';

/** Sightings kept of one paper. */
export const MOST_SIGHTINGS = 64;

/** The path of each site's search, whatever is searched for. */
const SEARCHES: Record<string, { path: RegExp; one: string }> = {
  huggingface: { path: /^\/papers\/?\?q=/, one: '/papers' },
  arxiv: { path: /^\/search(\/|\?|$)/, one: '/search' },
  'acl-anthology': { path: /^\/search(\/|\?|$)/, one: '/search/' },
};

/** The address that stands for a listing. All searches of a site are one: its search without the query. */
export function listingAddress(site: string, address: string): string {
  const { origin, pathname, search } = new URL(address);
  const searches = Object.hasOwn(SEARCHES, site) ? SEARCHES[site] : undefined;
  return searches?.path.test(pathname + search) ? origin + searches.one : address;
}

/** The sightings that are kept of all these: the earliest and the latest, as many of either. */
export function boundSightings(sightings: readonly Sighting[]): Sighting[] {
  if (sightings.length <= MOST_SIGHTINGS) return [...sightings];
  const inTime = sightings.toSorted(
    (a, b) => order(a.seenAt, b.seenAt) || order(a.site, b.site) || order(a.url, b.url),
  );
  return [...inTime.slice(0, MOST_SIGHTINGS / 2), ...inTime.slice(-MOST_SIGHTINGS / 2)];
}
