/**
 * What sources claimed of a field, and which claim is shown. Per site three are kept: the first, the latest, and the one
 * that says most. Joining is a semilattice: each of the three is the least or greatest in a total order. Pure.
 *
 * A record describes the claim it shows by the field itself and `origins`; the others stand in `claims`, by field and
 * site. So a record that older versions wrote reads as one claim per field.
 */
import { order } from '@/utils/order';
import { type MergedField, rowOf } from './fields';
import type { Origin, Paper } from './schema';

/** What one source said of a field at one moment. */
export interface Claim extends Origin {
  value: unknown;
  inferred?: true;
}

/** Sites per field whose claims are kept. Beyond, the order in which claims were joined may matter. */
const MOST_SITES = 16;
/** Kinds of fields of which one value may be the beginning of another. */
const GROWING = new Set(['line', 'prose', 'names', 'codes', 'day', 'name-parts']);

/** The claims that a record keeps of a field, the one shown in front; none if no source said anything. */
export function claimsOf(paper: Paper, field: MergedField): Claim[] {
  const [origin, value] = [paper.origins[field], paper[field]];
  if (!origin || value === undefined) return [];
  const inferred = field === 'publishedAt' && paper.publishedAtInferred;
  return [{ ...origin, value, ...(inferred && { inferred }) }, ...hiddenClaims(paper, field, value)];
}

/** The claims of sources: those behind what the person typed, if the field is locked. */
export function statedClaims(paper: Paper, field: MergedField): Claim[] {
  if (!paper.edited.includes(field)) return claimsOf(paper, field);
  return hiddenClaims(paper, field, paper[field]);
}

function hiddenClaims(paper: Paper, field: MergedField, shown: unknown): Claim[] {
  return Object.entries(paper.claims?.[field] ?? {}).flatMap(([site, said]) =>
    said.map((claim) => ({ value: shown, ...claim, site }) as Claim),
  );
}

/** Makes claims, one or more, those that `paper` keeps of a field, and shows one of them. Changes `paper`. */
export function putClaims(paper: Paper, field: MergedField, claims: readonly Claim[]): void {
  const shown = shownOf(field, claims);
  const { value, inferred, ...origin } = shown;
  Object.assign(paper, { [field]: value });
  paper.origins[field] = origin;
  if (field === 'publishedAt') {
    if (inferred) paper.publishedAtInferred = true;
    else delete paper.publishedAtInferred;
  }
  putHidden(
    paper,
    field,
    claims.filter((claim) => !isOne(claim, shown)),
  );
}

/**
 * Keeps claims beside the value that `paper` shows. Long texts are kept once: a claim of the value that is shown goes
 * without it. Changes `paper`.
 */
export function putHidden(paper: Paper, field: MergedField, others: readonly Claim[]): void {
  const shown = paper[field];
  const kept = groupBySite(others).map((said) => [
    said[0]?.site,
    said.map(({ value, trust, at, inferred }) => ({
      ...(!isSame(value, shown) && { value }),
      trust,
      at,
      ...(inferred && { inferred }),
    })),
  ]);
  const { [field]: _, ...rest } = paper.claims ?? {};
  const claims = kept.length > 0 ? { ...rest, [field]: Object.fromEntries(kept) } : rest;
  if (Object.keys(claims).length > 0) paper.claims = claims;
  else delete paper.claims;
}

/**
 * The claims that are kept of all these: of each site those of its highest rank, and of them the first, the latest and
 * the one that says most. At most `MOST_SITES` sites: the one that is shown and those that spoke first.
 */
export function joinClaims(field: MergedField, claims: readonly Claim[]): Claim[] {
  const bySite = groupBySite(claims).map((said) => keptOfSite(field, said));
  const joined = bySite.flat();
  if (bySite.length > MOST_SITES) {
    const { site } = shownOf(field, joined);
    const isShown = ([claim]: Claim[]) => claim?.site === site;
    bySite.sort((a, b) => Number(isShown(b)) - Number(isShown(a)) || earlier(a[0] as Claim, b[0] as Claim));
  }
  return bySite
    .slice(0, MOST_SITES)
    .flat()
    .sort((a, b) => order(a.site, b.site) || earlier(a, b));
}

/** The first claim of a site is in front. */
function keptOfSite(field: MergedField, claims: readonly Claim[]): Claim[] {
  const inTime = ofHighestRank(claims).toSorted(earlier);
  const grows = GROWING.has(rowOf(field).kind);
  const fullest = grows ? inTime.toSorted((a, b) => sizeOf(b.value) - sizeOf(a.value))[0] : undefined;
  const kept = [inTime[0], fullest, inTime.at(-1)].filter((claim) => claim !== undefined);
  return kept.filter((claim, index) => !kept.slice(0, index).some((other) => isOne(claim, other)));
}

function groupBySite(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) groups.set(claim.site, [...(groups.get(claim.site) ?? []), claim]);
  return [...groups.values()];
}

/**
 * The claim that is shown: of the highest rank the first one made, or whichever lengthens it, and so on.
 * What came first is never replaced by what merely differs.
 */
export function shownOf(field: MergedField, claims: readonly Claim[]): Claim {
  const inTime = ofHighestRank(claims).toSorted(earlier);
  let shown = inTime[0] as Claim;
  for (let longer: Claim | undefined = shown; longer; ) {
    shown = longer;
    longer = inTime.find(({ value }) => lengthens(field, shown.value, value));
  }
  return shown;
}

/**
 * Whether a source that now says `claim` adds nothing to the claims that a record keeps, the shown one in front: the
 * source said as much before, or another value of the same rank would be shown that does not lengthen this one.
 */
export function isNoNews(field: MergedField, known: readonly Claim[], claim: Claim): boolean {
  const [shown] = known;
  if (!shown) return false;
  const said = known.some(
    ({ site, value, ...other }) =>
      site === claim.site &&
      rankOf(other) >= rankOf(claim) &&
      (isSame(value, claim.value) || lengthens(field, claim.value, value)),
  );
  const next = shownOf(field, joinClaims(field, [...known, claim]));
  const kept = isSame(next.value, shown.value) || lengthens(field, shown.value, next.value);
  return said || (!kept && rankOf(next) <= rankOf(shown));
}

/** Whether `more` begins with all of `less` and goes on: a cut text, a shorter list, a coarser day. */
export function lengthens(field: MergedField, less: unknown, more: unknown): boolean {
  if (Array.isArray(less) && Array.isArray(more))
    return less.length < more.length && less.every((one, index) => isSame(one, more[index]));
  if (typeof less === 'string' && typeof more === 'string') return lengthensText(field, less, more);
  if (!isMap(less) || !isMap(more)) return false;
  const names = Object.keys(less);
  return names.length < Object.keys(more).length && names.every((name) => isSame(less[name], more[name]));
}

function lengthensText(field: MergedField, less: string, more: string): boolean {
  const { kind } = rowOf(field);
  if (kind === 'day') return more.startsWith(`${less}-`);
  if (kind !== 'line' && kind !== 'prose') return false;
  const beginning = less.replace(/\s*(…|\.\.\.)$/, '');
  if (beginning === '' || more.length <= beginning.length || !more.startsWith(beginning)) return false;
  if (sizeOf(more) <= sizeOf(less)) return false;
  // Volume 3 is not the beginning of volume 30: a line that is not marked as cut ends where a word ends.
  return kind === 'prose' || beginning !== less || !/^[\p{L}\p{N}]/u.test(more.slice(beginning.length));
}

function ofHighestRank(claims: readonly Claim[]): Claim[] {
  const highest = Math.max(...claims.map(rankOf));
  return claims.filter((claim) => rankOf(claim) === highest);
}

/** Trust counts first, then certainty. */
function rankOf({ trust, inferred }: Pick<Claim, 'trust' | 'inferred'>): number {
  return 2 * trust + (inferred ? 0 : 1);
}

/** How much a value says, without the mark of a cut. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.replace(/\s*(…|\.\.\.)$/, '').length;
  return isMap(value) || Array.isArray(value) ? Object.keys(value).length : 0;
}

function earlier(a: Claim, b: Claim): number {
  return (
    order(a.at, b.at) || order(JSON.stringify(a.value), JSON.stringify(b.value)) || order(a.site, b.site)
  );
}

/** Whether two claims are one and the same. */
function isOne(a: Claim, b: Claim): boolean {
  return rankOf(a) === rankOf(b) && earlier(a, b) === 0;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
