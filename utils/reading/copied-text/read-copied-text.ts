/** Finds the papers in text copied from a list. Pure; takes time linear in the text. */

import { weigh } from '@/utils/paper/evidence';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { clip } from '../dom';
import { readArxivLists } from './arxiv-text';
import { readDaily } from './daily-text';
import type { CopiedRefusal, FoundPaper } from './found-paper';
import { itemsOf } from './items';
import { type Line, linesOf } from './lines';
import { readLists } from './lists-text';
import { readPairs } from './pairs-text';
import { dayOf, type PageYear, pageYear } from './years';

/** Most papers with the same title that a paper is compared with. */
const MOST_OF_ONE_TITLE = 50;
/** How much of the abstract tells papers with the same title apart, in UTF-16 units. */
const ABSTRACT_START = 120;

export interface CopiedText {
  cards: PaperCard[];
  /** Present if a date was printed without its year. */
  year?: PageYear;
  /** Papers that cannot be kept; `place` counts all papers in the text, from 1. */
  refused: { place: number; title?: string; reason: CopiedRefusal }[];
}

/**
 * Reads the papers in a copied text. `today` is a day in UTC (YYYY-MM-DD); `year` is the user's choice for dates
 * without one. Never throws; a text without papers gives none.
 */
export function readCopiedText(
  text: string,
  { today, year: user }: { today: string; year?: number | undefined },
): CopiedText {
  const found = distinct(papersIn(linesOf(text)));
  const year = pageYear(
    found.flatMap(({ date }) => date ?? []),
    today,
    user,
  );
  const refused = found.flatMap(({ refused: reason, title }, index) =>
    reason ? [present<CopiedText['refused'][number]>({ place: index + 1, title, reason })] : [],
  );
  const cards = found.filter((paper) => !paper.refused).map((paper) => cardOf(paper, year, today));
  return { cards, refused, ...(year && { year }) };
}

/** Reads the text in every known format and returns the result that fits best. */
function papersIn(lines: readonly Line[]): FoundPaper[] {
  const arxiv = readArxivLists(lines);
  const items = itemsOf(lines);
  const readings = [readPairs(items), readDaily(items)];
  const best = readings.reduce((best, reading) => (sizeOf(reading) > sizeOf(best) ? reading : best));
  const listed = readLists(lines);
  const found = prefers(listed, best) ? withFactsOf(listed, best) : best;
  // Any list may contain a line like arXiv's. In arXiv's own lists, the other readers find fragments or cited
  // papers.
  return arxiv.length > 0 && 2 * sizeOf(arxiv) >= sizeOf(found) ? arxiv : found;
}

/** Whether a list has more papers, or as many with other titles: then a venue or a cut text was taken for one. */
function prefers(listed: readonly FoundPaper[], best: readonly FoundPaper[]): boolean {
  if (sizeOf(listed) !== sizeOf(best)) return sizeOf(listed) > sizeOf(best);
  const titles = new Set(best.map(({ title = '' }) => squash(title)));
  return (
    listed.filter(({ title, authors }) => authors && !titles.has(squash(title ?? ''))).length * 2 >
    listed.length
  );
}

function withFactsOf(listed: readonly FoundPaper[], others: readonly FoundPaper[]): FoundPaper[] {
  const known = new Map(others.map((paper) => [squash(paper.title ?? ''), paper]));
  return listed.map((paper) => {
    const other = paper.title === undefined ? undefined : known.get(squash(paper.title));
    return other && !other.refused ? fuller(paper, other) : paper;
  });
}

function sizeOf(found: readonly FoundPaper[]): number {
  return found.filter(({ refused }) => !refused).length;
}

function cardOf(paper: FoundPaper, year: PageYear | undefined, today: string): PaperCard {
  const { title, abstract, authors, authorCount, date, upvotes, comments, submitter, identifiers } = paper;
  const day = date && dayOf(date, year?.value);
  // A future day was misread, unless the user chose its year.
  const publishedAt = day && (day <= today || year?.from === 'user') ? day : undefined;
  return present<PaperCard>({
    site: 'text',
    identifiers,
    title: clip(title),
    abstract: clip(abstract),
    authors: authors?.length ? authors : undefined,
    authorCount,
    publishedAt,
    publishedAtInferred: publishedAt && date?.year === undefined ? true : undefined,
    upvotes,
    comments,
    submitter: clip(submitter),
  });
}

/**
 * Merges duplicates and keeps the fuller values. Duplicates have the same identifiers, the same title unless the
 * abstracts differ, or no title and the same abstract.
 */
function distinct(found: readonly FoundPaper[]): FoundPaper[] {
  const kept: FoundPaper[] = [];
  const places = new Map<string, number[]>();
  for (const paper of found) {
    const key = keyOf(paper);
    const known = places.get(key) ?? [];
    const place = known.slice(0, MOST_OF_ONE_TITLE).find((index) => isSame(kept[index], paper));
    const first = place === undefined ? undefined : kept[place];
    if (place === undefined || !first) {
      known.push(kept.push(paper) - 1);
      places.set(key, known);
    } else kept[place] = fuller(first, paper);
  }
  return kept;
}

/**
 * Whether two papers with the same key are one. If two papers share a title, their abstracts start differently; if they share
 * the DOI of their book, or one that was pasted by mistake, their titles and authors are clearly others.
 */
function isSame(first: FoundPaper | undefined, paper: FoundPaper): boolean {
  if (Object.keys(paper.identifiers).length > 0)
    return first !== undefined && weigh(first, paper) !== 'different';
  const [a, b] = [startOf(first?.abstract), startOf(paper.abstract)];
  return a.startsWith(b) || b.startsWith(a);
}

/** As much of an abstract as is compared; empty without one. */
function startOf(abstract = ''): string {
  return squash(abstract.slice(0, ABSTRACT_START));
}

function keyOf({ identifiers, title, abstract, refused }: FoundPaper): string {
  const named = Object.entries(identifiers).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = named.length > 0 ? named[0]?.join(':') : squash((title ?? abstract ?? '').slice(0, 2000));
  return `${refused ?? ''} ${key}`;
}

/**
 * The first paper, completed from the second. The longer abstract is kept, because the other may have been cut.
 */
function fuller(first: FoundPaper, second: FoundPaper): FoundPaper {
  const longer = (second.abstract?.length ?? 0) > (first.abstract?.length ?? 0) ? second : first;
  const identifiers = { ...second.identifiers, ...first.identifiers };
  return { ...second, ...withoutAbsent(first), identifiers, abstract: longer.abstract };
}

function withoutAbsent(paper: FoundPaper): FoundPaper {
  return Object.fromEntries(
    Object.entries(paper).filter(([, value]) => value !== undefined),
  ) as unknown as FoundPaper;
}
