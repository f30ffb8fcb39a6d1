/**
 * Whether two records that share a key are one paper. All that they say is weighed here, and nowhere else; README.md says
 * why, `tests/bench/identity.md` how often it is right.
 */

import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { gatherIdentifiers, type Identifiers, namedIdentifiers, valuesIn } from './identifiers';
import { type AuthorsVerdict, compareAuthors, shareScript } from './names';
import { comparePlaces, venuesDiffer } from './places';
import type { Paper } from './schema';
import { commonWords, compareTitles, type TitlesVerdict, titleWeight } from './titles';

/** What identity looks at: a normalised card or a stored paper. */
export interface Identifiable
  extends Partial<
    Pick<Paper, 'title' | 'abstract' | 'publishedAt' | 'type' | 'venue' | 'volume' | 'pages' | 'url'>
  > {
  identifiers: Identifiers;
  authors?: readonly string[] | undefined;
}

/** `perhaps` is never merged; it is offered as a possible duplicate. */
export type Verdict = 'same' | 'different' | 'perhaps';

/** Letters of an abstract that tell papers apart. */
const ABSTRACT = 100;
/** In a single-valued namespace two different values mean two different papers. A paper may have two DOIs. */
const SINGLE_VALUED = ['arxiv', 'openreview', 'acl'];
/** Years between a preprint and its article, and between an article online and in print. */
const PREPRINT_YEARS = 5;
const PRINT_YEARS = 1;
/** bioRxiv and medRxiv, ChemRxiv, Preprints.org, Research Square, PsyArXiv and OSF, SSRN, TechRxiv, Authorea, EarthArXiv. */
const PREPRINT_DOI =
  /^10\.(?:1101|64898|26434|20944|21203|31234|31219|31235|2139|36227|22541|31223|33774|48550)\//;
const PREPRINT_VENUE =
  /\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|techrxiv|ssrn|research square|preprints?)\b/i;

/** Weighs what two records say. Symmetric. */
export function weigh(a: Identifiable, b: Identifiable): Verdict {
  const titles = compareTitles(a.title, b.title);
  const authors = compareAuthors(a.authors, b.authors);
  const abstracts = compareAbstracts(a.abstract, b.abstract);
  const places = comparePlaces(a, b);
  if (shareIdentifier(a, b)) {
    if (SINGLE_VALUED.some((name) => shareValue(a, b, name))) return 'same';
    // A chapter with its book's DOI, or a whole page with its publisher's.
    const others = authors === 'different' || (abstracts === 'different' && authors !== 'same');
    return titles === 'different' && others ? 'different' : 'same';
  }
  if (SINGLE_VALUED.some((name) => clash(a, b, name))) return 'different';
  if (authors === 'different' || kindsDiffer(a, b) || places === 'different') return 'different';
  if (areIdentical(a, b)) return 'same';
  const preprint = isPreprint(a) !== isPreprint(b);
  const years = yearsBetween(a, b);
  const far = years !== undefined && years > (preprint ? PREPRINT_YEARS : PRINT_YEARS);
  if (clash(a, b, 'doi') && !(preprint && authors === 'same'))
    return abstracts === 'same' && authors === 'same' && !far ? 'perhaps' : 'different';
  const texts = a.title && b.title ? weighTexts(titles, abstracts, authors) : abstracts;
  if (texts === 'unknown') return 'perhaps';
  if (texts !== 'same' || far) return texts === 'different' ? texts : 'perhaps';
  if (abstracts === 'same') return 'same';
  if (abstracts === 'different' && !preprint) return 'perhaps';
  // One page of one volume says more than its year. An address may be that of every year of a series.
  const when =
    years === 0 || places === 'same' || (years === undefined && a.url !== undefined && a.url === b.url);
  return isTelling(a, authors, when, venuesDiffer(a, b)) ? 'same' : 'perhaps';
}

/** What two records say together: the first, with what it lacks from the other. */
export function saidTogether(a: Identifiable, b: Identifiable): Identifiable {
  const identifiers = gatherIdentifiers([
    ...namedIdentifiers(a.identifiers),
    ...namedIdentifiers(b.identifiers),
  ]);
  const authors = a.authors && a.authors.length > 0 ? a.authors : b.authors;
  return { ...b, ...present({ ...a }), identifiers, authors };
}

/** Whether two records have an identifier in common. */
export function shareIdentifier(a: Identifiable, b: Identifiable): boolean {
  const ours = namedIdentifiers(a.identifiers).map(([name, value]) => `${name}:${value}`);
  return namedIdentifiers(b.identifiers).some(([name, value]) => ours.includes(`${name}:${value}`));
}

function weighTexts(titles: TitlesVerdict, abstracts: AbstractsVerdict, authors: AuthorsVerdict): Verdict {
  if (titles === 'same') return 'same';
  if (abstracts !== 'same') return 'different';
  return titles === 'alike' && authors === 'same' ? 'same' : 'perhaps';
}

/** Whether a common title, with what else agrees, is enough; `when`: in one year, or in one place. */
function isTelling(
  { title }: Identifiable,
  authors: AuthorsVerdict,
  when: boolean,
  otherVenue: boolean,
): boolean {
  const weight = titleWeight(title);
  if (weight === 2) return authors !== 'unclear' || when;
  if (otherVenue) return false;
  return weight === 1 ? authors === 'same' || when : authors === 'same' && when;
}

/** One card twice: all that it says is the same, however little that is. */
function areIdentical(a: Identifiable, b: Identifiable): boolean {
  return said(a) === said(b);
}

function said({ identifiers, title, authors, publishedAt, venue, url, abstract }: Identifiable): string {
  const start = squash((abstract ?? '').slice(0, 1000));
  return JSON.stringify([
    namedIdentifiers(identifiers),
    title,
    authors ?? [],
    publishedAt,
    venue,
    url,
    start,
  ]);
}

type AbstractsVerdict = 'same' | 'different' | 'unknown';

/** By their beginnings: one may be cut. */
function compareAbstracts(a = '', b = ''): AbstractsVerdict {
  const [ours, theirs] = [a.slice(0, 1000), b.slice(0, 1000)];
  const [one, other] = [squash(ours).slice(0, 200), squash(theirs).slice(0, 200)];
  if (Math.min(one.length, other.length) < ABSTRACT) return 'unknown';
  if (one.startsWith(other) || other.startsWith(one)) return 'same';
  if (!shareScript(ours, theirs)) return 'unknown';
  const common = commonWords(ours, theirs);
  return common > 0.6 ? 'same' : common < 0.2 ? 'different' : 'unknown';
}

function shareValue(a: Identifiable, b: Identifiable, namespace: string): boolean {
  const theirs = valuesIn(b.identifiers, namespace);
  return valuesIn(a.identifiers, namespace).some((value) => theirs.includes(value));
}

function clash(a: Identifiable, b: Identifiable, namespace: string): boolean {
  const [left, right] = [valuesIn(a.identifiers, namespace), valuesIn(b.identifiers, namespace)];
  return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
}

/** Kinds of work that are never one; sources tell articles, conference papers and preprints apart in many ways. */
function kindsDiffer(a: Identifiable, b: Identifiable): boolean {
  const [ours, theirs] = [kindOf(a), kindOf(b)];
  return ours !== undefined && theirs !== undefined && ours !== theirs;
}

function kindOf({ type }: Identifiable): string | undefined {
  if (type === undefined || type === 'other' || type === 'report') return undefined;
  return type === 'conference' || type === 'preprint' ? 'article' : type;
}

function isPreprint({ identifiers, type, venue }: Identifiable): boolean {
  if (valuesIn(identifiers, 'arxiv').length > 0 || type === 'preprint') return true;
  return (
    valuesIn(identifiers, 'doi').some((doi) => PREPRINT_DOI.test(doi)) || PREPRINT_VENUE.test(venue ?? '')
  );
}

function yearsBetween(
  { publishedAt: a }: Identifiable,
  { publishedAt: b }: Identifiable,
): number | undefined {
  return a === undefined || b === undefined
    ? undefined
    : Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
