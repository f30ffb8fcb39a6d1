/**
 * What each source said of a record, as far as its claims tell: identity weighs statements, not the record that is shown. That
 * one mixes them, and which of them it shows depends on which came first. Pure.
 */
import { order } from '@/utils/order';
import { statedClaims } from './claims';
import type { Identifiable } from './evidence';
import type { MergedField } from './fields';
import type { Paper } from './schema';

/** A statement, or a record that may have claims. */
export type Voiced = Identifiable & Partial<Pick<Paper, 'origins' | 'claims' | 'edited'>>;

const WEIGHED = [
  ...['title', 'authors', 'abstract', 'publishedAt', 'type'],
  ...['venue', 'volume', 'pages', 'url'],
] as MergedField[];

/**
 * What each site had said of a record by each moment at which it said something new, with all identifiers of the record; and
 * the record itself, if the person edited it or no claims are known.
 */
export function voicesOf(thing: Voiced): Identifiable[] {
  const { identifiers } = thing;
  if (!thing.origins) return [thing];
  const paper = { edited: [], ...thing } as unknown as Paper;
  const said = WEIGHED.flatMap((field) => statedClaims(paper, field).map((claim) => ({ field, claim })));
  const bySite = new Map<string, Map<string, Record<string, unknown>>>();
  for (const { field, claim } of said.sort((a, b) => order(a.claim.at, b.claim.at))) {
    const moments = bySite.get(claim.site) ?? new Map<string, Record<string, unknown>>();
    const before = moments.get(claim.at) ?? [...moments.values()].at(-1);
    bySite.set(claim.site, moments.set(claim.at, { ...before, [field]: claim.value }));
  }
  const voices = [...bySite.values()].flatMap((moments) => [...moments.values()]);
  // Who said it is unknown: it holds for all.
  const unnamed = WEIGHED.filter((field) => paper[field] !== undefined && !paper.origins[field]);
  const common = Object.fromEntries(unnamed.map((field) => [field, paper[field]]));
  const heard = voices.map((voice) => ({ ...common, ...voice, identifiers }));
  return heard.length === 0 || paper.edited.length > 0 ? [...heard, paper] : heard;
}
