/** The values of an entry's fields: what a paper says, in the spelling of BibTeX. */
import { valuesIn } from '@/utils/paper/identifiers';
import { isPreprintServer } from '@/utils/paper/preprints';
import type { ExportedPaper } from '@/utils/paper/schema';
import { bestAddress, bestDoi } from '../parts/best-address';
import { isIsbn, isIssn } from '../parts/book-numbers';
import { publicationTypeOf } from '../parts/publication-type';
import { type Dialect, institutionOf, placeOf, type TypeField } from './entry-types';
import { namesTex } from './names-tex';
import { linesTex, texOf, titleTex } from './tex-text';

export interface Style {
  dialect: Dialect;
  ascii: boolean;
}

/** A field's name and its value, with what encloses it; fields without a value are left out. */
export type Field = readonly [name: string, value: string | undefined];

/** Macros of all styles, so that each writes months in its way. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The fields that only some types of entries have. */
const TYPE_FIELDS: Record<TypeField, (paper: ExportedPaper, style: Style) => string | undefined> = {
  journal: place,
  journaltitle: place,
  booktitle: place,
  howpublished: publishedBy,
  organization: (paper, style) => list(publishedBy(paper, style)),
  publisher: ({ publisher }, style) => list(tex(publisher, style)),
  school: institution,
  institution,
  // Whether it is a master's or a doctor's is not known, and BibTeX would print one of them.
  type: (paper) => (publicationTypeOf(paper) === 'report' ? 'techreport' : 'Thesis'),
  editor: ({ editors = [], nameParts }, { ascii }) => namesTex(editors, { nameParts }, ascii),
  volume: ({ volume }, style) => tex(volume, style),
  number: ({ issue = '' }, style) =>
    style.dialect === 'bibtex' || isNumber(issue) ? tex(issue, style) : undefined,
  issue: ({ issue = '' }, style) => (isNumber(issue) ? undefined : tex(issue, style)),
  pages: ({ pages }, style) => tex(pages && pagesOf(pages), style),
  isbn: ({ isbn = [] }) => isbn.find(isIsbn),
  issn: ({ issn = [] }) => issn.find(isIssn),
};

/** A field that only some types have. */
export function typeField(name: TypeField, paper: ExportedPaper, style: Style): Field {
  return [name, braced(TYPE_FIELDS[name](paper, style))];
}

/** What stands first in an entry. */
export function headFields({ title, authors, ...paper }: ExportedPaper, { ascii }: Style): Field[] {
  return [
    ['title', braced(title && titleTex(title, ascii))],
    ['author', braced(namesTex(authors, paper, ascii))],
  ];
}

/** As much of the date as is known. BibTeX has no field for the day. */
export function dateFields({ publishedAt }: ExportedPaper, { dialect }: Style): Field[] {
  if (publishedAt === undefined) return [];
  if (dialect === 'biblatex') return [['date', braced(publishedAt)]];
  const [year, month] = publishedAt.split('-');
  return [
    ['year', braced(year)],
    ['month', MONTHS[Number(month) - 1]],
  ];
}

/** Where to find it. */
export function addressFields(paper: ExportedPaper, { dialect }: Style): Field[] {
  const [arxiv] = valuesIn(paper.identifiers, 'arxiv');
  const isPreprint = publicationTypeOf(paper) === 'preprint';
  const doi = bestDoi(paper, isPreprint) ?? bestDoi(paper, !placeOf(paper));
  const address = bestAddress(paper);
  const [archive, type, subject] =
    dialect === 'biblatex'
      ? ['arxiv', 'eprinttype', 'eprintclass']
      : ['arXiv', 'archiveprefix', 'primaryclass'];
  return [
    ['doi', verbatim(doi)],
    ['url', doi && address?.startsWith('https://doi.org/') ? undefined : verbatim(address)],
    ...((arxiv ? [['eprint', verbatim(arxiv)] as const, [type, braced(archive)] as const] : []) as Field[]),
    [subject, braced(arxiv && subjectClass(paper, arxiv))],
  ];
}

/** What a person reads and adds. */
export function readingFields({ abstract, tags, note }: ExportedPaper, { ascii }: Style): Field[] {
  const keywords = tags.map((tag) => texOf(tag.replace(/[,;]/g, ' '), ascii)).filter(Boolean);
  return [
    ['abstract', braced(abstract && texOf(abstract, ascii))],
    ['keywords', braced(keywords.join(', '))],
    ['annotation', braced(note && linesTex(note, ascii))],
  ];
}

function place(paper: ExportedPaper, style: Style): string | undefined {
  return tex(placeOf(paper), style);
}

function institution(paper: ExportedPaper, style: Style): string | undefined {
  return list(tex(institutionOf(paper), style));
}

/** That a paper is on arXiv its `eprint` tells. */
function publishedBy({ venue, publisher, identifiers }: ExportedPaper, style: Style): string | undefined {
  const isTold = (name: string) => isPreprintServer(name) && valuesIn(identifiers, 'arxiv').length > 0;
  return tex(
    [venue, publisher].find((name) => name && !isTold(name)),
    style,
  );
}

/** An old id begins with its archive. */
function subjectClass({ primaryClass = '' }: ExportedPaper, arxiv: string): string | undefined {
  return !arxiv.includes('/') && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primaryClass) ? primaryClass : undefined;
}

/** `1-9` and `1–9` as `1--9`; of `3-1–3-20` only the dash between the pages. */
function pagesOf(pages: string): string {
  return /[–—]|--/.test(pages) ? pages.replace(/\s*(?:[–—]|--+)\s*/g, '--') : pages.replace(/\s*-\s*/g, '--');
}

function isNumber(issue: string): boolean {
  return /\d/.test(issue);
}

function tex(text: string | undefined, { ascii }: Style): string | undefined {
  return text && texOf(text, ascii);
}

/** BibLaTeX takes publishers and institutions for lists, which `and` parts. */
function list(value: string | undefined): string | undefined {
  return value && /\sand\s/i.test(value) ? braced(value) : value;
}

/** Addresses and identifiers have no escapes: BibLaTeX and readers take them as they stand. */
function verbatim(value: string | undefined): string | undefined {
  return braced(value?.toWellFormed().replace(/[{}\\\s]/gu, encodeURIComponent));
}

function braced(value: string | undefined): string | undefined {
  return value && `{${value}}`;
}
