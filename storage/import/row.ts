/** One staged paper in a list to choose from. */
import type { Paper } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { cut, oneLine } from '@/utils/text/clean';

/** What importing a staged paper would do; `trashed`: it comes back from the trash, `discarded`: it goes there. */
export type Outcome = 'new' | 'merged' | 'trashed' | 'discarded' | 'unchanged';

/** In rows, which only cards have, a paper that merges into an earlier one of the same batch is told apart. */
export type RowOutcome = Exclude<Outcome, 'discarded'> | 'twice';

/** One staged paper, as a list to choose from shows it. */
export interface Row {
  outcome: RowOutcome;
  title?: string;
  /** The first of its authors, and how many others there are. */
  authors?: string[];
  others?: number;
  /** The beginning of its abstract if there is no title; what identifies it if there is no abstract either. */
  begins?: string;
  /** If there is no title: that of the paper in the library which it is. */
  known?: string;
  year?: string;
  /** No identifier names it. */
  unnamed?: true;
}

/** Names of the numbers that people make lists of. */
const NAMESPACES = new Map([
  ['doi', 'DOI'],
  ['arxiv', 'arXiv'],
  ['pmid', 'PMID'],
]);
/** Authors that a row tells. */
const TOLD_AUTHORS = 3;
/** Length of the beginning that names a paper without a title, in UTF-16 units. */
const BEGINNING = 90;
/** `known` is the title of the paper in the library that it is, if there is one. */
export function rowOf(
  { id, title, authors, abstract, publishedAt, identifiers }: Paper,
  outcome: RowOutcome,
  known: string | undefined,
): Row {
  const start = abstract ? cut(oneLine(abstract.slice(0, 4 * BEGINNING)), BEGINNING) : shownId(id);
  const begins = title ? undefined : start;
  const unnamed = Object.keys(identifiers).length === 0 ? true : undefined;
  const told = authors.length > 0 ? authors.slice(0, TOLD_AUTHORS) : undefined;
  const others = authors.length > TOLD_AUTHORS ? authors.length - TOLD_AUTHORS : undefined;
  return present<Row>({
    ...{ outcome, title, begins, unnamed, others },
    known: title ? undefined : known,
    authors: told,
    year: publishedAt?.slice(0, 4),
  });
}

/** What identifies a paper, as people write it. */
function shownId(id: string): string {
  const [, namespace = '', value = ''] = /^(\w+):(.+)$/s.exec(id) ?? [];
  if (namespace === 'pmcid') return value;
  return NAMESPACES.has(namespace) ? `${NAMESPACES.get(namespace)} ${value}` : id;
}
