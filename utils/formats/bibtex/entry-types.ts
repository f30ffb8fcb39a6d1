/** As which type of entry a paper is written, and with which fields of its own. */

import { isPreprintServer } from '@/utils/paper/preprints';
import type { ExportedPaper } from '@/utils/paper/schema';
import { publicationTypeOf } from '../parts/publication-type';

export type Dialect = 'bibtex' | 'biblatex';

/** Fields that only some types take. All others are the same everywhere. */
export type TypeField =
  | 'journal'
  | 'journaltitle'
  | 'booktitle'
  | 'howpublished'
  | 'publisher'
  | 'school'
  | 'institution'
  | 'organization'
  | 'type'
  | 'editor'
  | 'volume'
  | 'number'
  | 'issue'
  | 'pages'
  | 'isbn'
  | 'issn';

/** What plain.bst takes of them: https://ctan.org/pkg/bibtex (btxdoc). It wants no number beside the volume of a book. */
const BIBTEX = {
  article: ['journal', 'volume', 'number', 'pages', 'issn'],
  inproceedings: ['booktitle', 'editor', 'volume', 'pages', 'publisher', 'isbn', 'issn'],
  incollection: ['booktitle', 'editor', 'volume', 'pages', 'publisher', 'isbn'],
  book: ['publisher', 'volume', 'isbn'],
  editedbook: ['editor', 'publisher', 'volume', 'isbn'],
  booklet: ['howpublished', 'isbn'],
  phdthesis: ['school', 'type', 'isbn'],
  techreport: ['institution', 'number'],
  misc: ['howpublished'],
} as const satisfies Record<string, readonly TypeField[]>;

/** What the data model of BibLaTeX allows: https://ctan.org/pkg/biblatex (its manual, 2.1.1, and blx-dm.def). */
const BIBLATEX = {
  article: ['journaltitle', 'editor', 'volume', 'number', 'issue', 'pages', 'issn'],
  inproceedings: ['booktitle', 'editor', 'volume', 'number', 'pages', 'publisher', 'isbn'],
  incollection: ['booktitle', 'editor', 'volume', 'number', 'pages', 'publisher', 'isbn'],
  inbook: ['booktitle', 'volume', 'number', 'pages', 'publisher', 'isbn'],
  book: ['editor', 'publisher', 'volume', 'number', 'isbn'],
  collection: ['editor', 'publisher', 'volume', 'number', 'isbn'],
  thesis: ['institution', 'type'],
  report: ['institution', 'type', 'number', 'pages'],
  online: ['organization'],
  dataset: ['publisher'],
  software: ['organization'],
  misc: ['howpublished'],
} as const satisfies Record<string, readonly TypeField[]>;

/** The type of an entry and its fields. Without what a type cannot do without, a paper is one of `misc`. */
export function entryTypeOf(
  paper: ExportedPaper,
  dialect: Dialect,
): { type: string; fields: readonly TypeField[] } {
  if (dialect === 'biblatex') {
    const type = biblatexType(paper);
    return { type, fields: BIBLATEX[type] };
  }
  const type = bibtexType(paper);
  return { type: type === 'editedbook' ? 'book' : type, fields: BIBTEX[type] };
}

function bibtexType(paper: ExportedPaper): keyof typeof BIBTEX {
  switch (publicationTypeOf(paper)) {
    case 'article':
      return placeOf(paper) ? 'article' : 'misc';
    case 'conference':
      return placeOf(paper) ? 'inproceedings' : 'misc';
    case 'chapter':
      return placeOf(paper) ? 'incollection' : 'misc';
    case 'book':
      if (!paper.publisher) return 'booklet';
      return paper.authors.length > 0 ? 'book' : 'editedbook';
    case 'thesis':
      return institutionOf(paper) ? 'phdthesis' : 'misc';
    case 'report':
      return institutionOf(paper) ? 'techreport' : 'misc';
    default:
      return 'misc';
  }
}

function biblatexType(paper: ExportedPaper): keyof typeof BIBLATEX {
  const type = publicationTypeOf(paper);
  switch (type) {
    case 'article':
      return placeOf(paper) ? 'article' : 'misc';
    case 'conference':
      return placeOf(paper) ? 'inproceedings' : 'misc';
    case 'chapter':
      if (!placeOf(paper)) return 'misc';
      return paper.editors?.length ? 'incollection' : 'inbook';
    case 'book':
      if (paper.authors.length > 0) return 'book';
      return paper.editors?.length ? 'collection' : 'misc';
    case 'thesis':
    case 'report':
      return institutionOf(paper) ? type : 'misc';
    case 'preprint':
      return 'online';
    case 'dataset':
    case 'software':
      return type;
    default:
      return 'misc';
  }
}

/** Where a paper appeared. A server of preprints is no journal. */
export function placeOf({ venue }: ExportedPaper): string | undefined {
  return isPreprintServer(venue) ? undefined : venue;
}

/** For whom a thesis or report was written. */
export function institutionOf({ organization, publisher, venue }: ExportedPaper): string | undefined {
  return organization || publisher || venue;
}
