/**
 * Whether two records that share a key are one paper. All that they say is weighed here, and nowhere else; README.md says
 * why, `tests/bench/identity.md` how often it is right.
 */

import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { gatherIdentifiers, type Identifiers, namedIdentifiers, valuesIn } from './identifiers';
import { type AuthorsVerdict, compareAuthors, leadsDiffer, shareScript } from './names';
import { comparePlaces, venuesDiffer } from './places';
import { isPreprintDoi, isPreprintServer } from './preprints';
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
/** Two values of these mean two papers, unless one is that of a preprint. */
const ONE_EACH = ['doi', 'pmid', 'ieee'];
/** What is said of a thesis where its venue would be. */
const THESIS =
  /\b(?:ph\.?\s?d\.?|doctoral|master['’]?s?|bachelor['’]?s?|diploma) (?:thesis|dissertation)\b|\b(?:inaugural)?dissertation,|doktorarbeit|thèse de doctorat|tesis (?:doctoral|de maestría)|tese de doutorado|学位论文|博士論文/i;
/** Years between a preprint and its article, and between an article online and in print. */
const PREPRINT_YEARS = 5;
const PRINT_YEARS = 1;

/** Weighs what two records say. Symmetric. */
export function weigh(a: Identifiable, b: Identifiable): Verdict {
  return judge(a, b).verdict;
}

/**
 * Weighs two records of which several sources spoke (voices.ts): whether two of their statements are one paper, and no
 * other two contradict each other. What one record holds in spite of a contradiction, two may hold, too. Symmetric.
 */
export function areOne(ours: readonly Identifiable[], theirs: readonly Identifiable[]): boolean {
  return ours.some((a) =>
    theirs.some(
      (b) =>
        weigh(a, b) === 'same' &&
        ours.every((one) =>
          theirs.every((other) => !contradict(one, other) || contradict(a, one) || contradict(b, other)),
        ),
    ),
  );
}

/**
 * Whether a record to which an identifier leads has said already what a thing says. What other sources say of it may contradict
 * that: then the identifier is wrong in one of them, and proves nothing between them.
 */
export function hasSaid(record: readonly Identifiable[], things: readonly Identifiable[]): boolean {
  const alone = (thing: Identifiable) => ({ ...thing, identifiers: {} });
  return things.some((a) =>
    record.some(
      (b) =>
        weigh(alone(a), alone(b)) === 'same' &&
        record.every((other) => !contradict(a, other) || contradict(alone(b), alone(other))),
    ),
  );
}

/** Whether two statements cannot be of one paper. Symmetric. */
export function contradict(a: Identifiable, b: Identifiable): boolean {
  return judge(a, b).contradicts;
}

/** `different` has two reasons: a contradiction, or nothing in common. What is offered may contradict, too: two years do. */
interface Judgement {
  verdict: Verdict;
  contradicts: boolean;
}

function judge(a: Identifiable, b: Identifiable): Judgement {
  const titles = compareTitles(a.title, b.title);
  const authors = compareAuthors(a.authors, b.authors);
  const abstracts = compareAbstracts(a.abstract, b.abstract);
  const places = comparePlaces(a, b);
  // A chapter with its book's DOI, perhaps with an author of another one; or a whole page with its publisher's.
  const others =
    authors === 'different' ||
    (authors === 'unclear' && leadsDiffer(a.authors, b.authors)) ||
    (abstracts === 'different' && authors !== 'same');
  const parted = titles === 'different' && others;
  const found = (verdict: Verdict, contradicts: boolean): Judgement => ({ verdict, contradicts });
  if (shareIdentifier(a, b)) {
    const proof = SINGLE_VALUED.some((name) => shareValue(a, b, name));
    return parted && !proof ? found('different', true) : found('same', false);
  }
  if (SINGLE_VALUED.some((name) => clash(a, b, name))) return found('different', true);
  if (authors === 'different' || kindsDiffer(a, b) || places === 'different') return found('different', true);
  if (areIdentical(a, b)) return found('same', false);
  // Of which of the two does not matter: a record has all identifiers of its statements, and so an article a preprint's.
  const preprint = isPreprint(a) || isPreprint(b);
  const years = yearsBetween(a, b);
  const far = years !== undefined && years > (preprint ? PREPRINT_YEARS : PRINT_YEARS);
  if (ONE_EACH.some((name) => clash(a, b, name)) && !(preprint && authors === 'same')) {
    const alike = preprint ? titles === 'same' : abstracts === 'same' && authors === 'same';
    return found(alike && !far ? 'perhaps' : 'different', true);
  }
  const texts = a.title && b.title ? weighTexts(titles, abstracts, authors) : abstracts;
  const otherTexts = texts === 'different';
  // Clearly other titles are of one paper only where its authors tell so: it was translated, or got another title.
  const renamed = titles !== 'different' || authors === 'same';
  if (texts !== 'same' || far)
    return found(otherTexts ? 'different' : 'perhaps', far || parted || (otherTexts && !renamed));
  if (abstracts === 'same') return found('same', false);
  if (abstracts === 'different' && !preprint) return found('perhaps', true);
  // One page of one volume says more than its year. An address may be that of every year of a series.
  const when =
    years === 0 || places === 'same' || (years === undefined && a.url !== undefined && a.url === b.url);
  return found(isTelling(a, authors, when, venuesDiffer(a, b)) ? 'same' : 'perhaps', false);
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

function kindOf({ type, venue = '' }: Identifiable): string | undefined {
  if (THESIS.test(venue)) return 'thesis';
  if (type === undefined || type === 'other' || type === 'report') return undefined;
  return type === 'conference' || type === 'preprint' ? 'article' : type;
}

function isPreprint({ identifiers, type, venue }: Identifiable): boolean {
  if (valuesIn(identifiers, 'arxiv').length > 0 || type === 'preprint') return true;
  return valuesIn(identifiers, 'doi').some(isPreprintDoi) || isPreprintServer(venue);
}

function yearsBetween(
  { publishedAt: a }: Identifiable,
  { publishedAt: b }: Identifiable,
): number | undefined {
  return a === undefined || b === undefined
    ? undefined
    : Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
