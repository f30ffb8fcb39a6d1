/** How the votes for a paper grew, as its sightings tell. Pure. */
import { order } from '@/utils/order';
import type { Sighting } from './schema';

/** The number that stood on a page at one moment (ISO). */
export interface VoteCount {
  at: string;
  votes: number;
}

/** What one site counted, in the order of time. No two counts have the same moment. */
export interface Votes {
  site: string;
  counts: VoteCount[];
}

/** The counts of each site that has two or more of them. Sites count on their own, so their numbers are not mixed. */
export function votesOverTime(sightings: readonly Sighting[]): Votes[] {
  const bySite = new Map<string, Map<string, number>>();
  for (const { site, seenAt, upvotes, upvotesAt = seenAt } of sightings) {
    if (upvotes === undefined) continue;
    const counts = bySite.get(site) ?? new Map<string, number>();
    bySite.set(site, counts.set(upvotesAt, Math.max(upvotes, counts.get(upvotesAt) ?? 0)));
  }
  return [...bySite]
    .filter(([, counts]) => counts.size > 1)
    .map(([site, counts]) => ({
      site,
      counts: [...counts].map(([at, votes]) => ({ at, votes })).sort((a, b) => order(a.at, b.at)),
    }))
    .sort((a, b) => order(a.site, b.site));
}
