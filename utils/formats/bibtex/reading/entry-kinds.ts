/** The types of entries of BibTeX, BibLaTeX and what writes them, and what papers they are. */
import type { PaperCard } from '@/utils/paper/schema';

type PublicationType = NonNullable<PaperCard['type']>;

const OTHER = undefined;
const KINDS: Record<string, PublicationType | undefined> = {
  article: 'article',
  suppperiodical: 'article',
  review: 'article',
  inproceedings: 'conference',
  conference: 'conference',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inreference: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  bachelorsthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  dataset: 'dataset',
  data: 'dataset',
  software: 'software',
  softwareversion: 'software',
  manual: OTHER,
  misc: OTHER,
  online: OTHER,
  electronic: OTHER,
  www: OTHER,
  webpage: OTHER,
  unpublished: OTHER,
  preprint: 'preprint',
  periodical: OTHER,
  patent: OTHER,
  standard: OTHER,
  set: OTHER,
  xdata: OTHER,
};
const BY_NAME = new Map(Object.entries(KINDS));

/** Whether it is a type that is in use. Others may be what another kind of file has: `@media`. */
export function isEntryKind(kind: string): boolean {
  return BY_NAME.has(kind);
}

/** The longest type that a text begins with: what stands before the key where a brace is missing. */
export function kindBefore(text: string): string | undefined {
  const lower = text.toLowerCase();
  const found = [...BY_NAME.keys()].filter((kind) => lower.startsWith(kind));
  return found.sort((a, b) => b.length - a.length)[0];
}

/** What a paper is, if its entry's type tells. */
export function publicationTypeOfKind(kind: string): PublicationType | undefined {
  return BY_NAME.get(kind);
}
