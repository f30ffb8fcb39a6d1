/** Where papers stand: venues as sources write them, volumes and pages, compared. */
import { fold } from '@/utils/text/fold';
import type { Paper } from './schema';

/** What a record says of its place. */
type Place = Partial<Pick<Paper, 'venue' | 'volume' | 'pages'>>;

/** `same`: one page of one volume; `unknown`: too little is said. */
export type PlacesVerdict = 'same' | 'different' | 'unknown';

/** Words that titles of journals and proceedings have or lack as sources please. */
const SMALL = new Set([
  'the',
  'of',
  'on',
  'in',
  'and',
  'for',
  'a',
  'an',
  'de',
  'der',
  'die',
  'des',
  'für',
  'et',
]);

/** Compares volumes and first pages of one venue. Symmetric. */
export function comparePlaces(a: Place, b: Place): PlacesVerdict {
  if (!a.venue || !b.venue || venuesDiffer(a, b) || !a.volume || !b.volume) return 'unknown';
  if (fold(a.volume) !== fold(b.volume)) return 'different';
  const [ours, theirs] = [firstPage(a), firstPage(b)];
  // Page 1 may be that of an offprint.
  if (ours === undefined || theirs === undefined || ours === '1' || theirs === '1') return 'unknown';
  return ours === theirs ? 'same' : 'different';
}

/** Whether both name a venue, and no abbreviation or longer form of one. Symmetric. */
export function venuesDiffer({ venue: a = '' }: Place, { venue: b = '' }: Place): boolean {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  if (ours.length === 0 || theirs.length === 0) return false;
  return !isShortFor(ours, theirs) && !isShortFor(theirs, ours);
}

/** `J. Chem. Phys.` is short for `The Journal of Chemical Physics, New Series`: each word begins one, in their order. */
function isShortFor(short: readonly string[], long: readonly string[]): boolean {
  let next = 0;
  for (const word of long) if (word.startsWith(short[next] ?? ' ')) next++;
  return next === short.length;
}

function wordsOf(venue: string): string[] {
  return venue
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(fold)
    .filter((word) => word !== '' && !SMALL.has(word));
}

function firstPage({ pages }: Place): string | undefined {
  return /\d+/.exec(pages ?? '')?.[0].replace(/^0+(?=\d)/, '');
}
