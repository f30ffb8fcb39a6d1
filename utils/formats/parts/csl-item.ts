/**
 * A paper as an item of CSL, for files and for citations.
 * https://docs.citationstyles.org/en/stable/specification.html, https://github.com/citation-style-language/schema
 */
import { valuesIn } from '@/utils/paper/identifiers';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { ExportedPaper } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { oneLine } from '@/utils/text/clean';
import { bestAddress, bestDoi } from './best-address';
import { pageRange } from './page-range';
import { type PublicationType, publicationTypeOf } from './publication-type';
import { abstractText, titleText } from './shown-text';

/** A person, or a group. */
export type CslName =
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string }
  | { literal: string };

/** What this product says of a paper in CSL. */
export interface CslItem {
  id: string;
  'citation-key'?: string;
  type: string;
  genre?: string;
  title?: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: { 'date-parts': [number[]] };
  'container-title'?: string;
  'collection-title'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  number?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  URL?: string;
  ISBN?: string;
  ISSN?: string;
  abstract?: string;
  keyword?: string;
  note?: string;
}

const TYPES: Record<PublicationType, string> = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  thesis: 'thesis',
  book: 'book',
  chapter: 'chapter',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  other: 'document',
};

/** The item of a paper. What is not known is left out. */
export function cslItem(paper: ExportedPaper, key: string): CslItem {
  const type = publicationTypeOf(paper);
  const [volume, issue, pages] = [paper.volume, paper.issue, paper.pages].map((text) => oneLine(text ?? ''));
  return present<CslItem>({
    id: (key || paper.id).toWellFormed(),
    'citation-key': key.toWellFormed(),
    type: TYPES[type],
    genre: type === 'preprint' ? 'preprint' : '',
    title: titleText(paper.title ?? ''),
    author: names(paper.authors, paper.nameParts),
    editor: names(paper.editors ?? [], paper.nameParts),
    issued: paper.publishedAt ? { 'date-parts': [paper.publishedAt.split('-').map(Number)] } : undefined,
    ...placeOf(paper, type),
    ...archiveOf(paper, type),
    volume,
    issue,
    page: pageRange(pages ?? '').join('-'),
    DOI: bestDoi(paper, type === 'preprint')?.toWellFormed(),
    URL: bestAddress(paper)?.toWellFormed(),
    ISBN: oneLine(paper.isbn?.join(' ') ?? ''),
    ISSN: oneLine(paper.issn?.join(' ') ?? ''),
    abstract: abstractText(paper.abstract ?? ''),
    keyword: paper.tags
      .map((tag) => oneLine(tag.replaceAll(',', ' ')))
      .filter(Boolean)
      .join(', '),
    note: paper.note?.toWellFormed(),
  });
}

/** Where it appeared. A work that stands alone has a publisher and no container. */
function placeOf(paper: ExportedPaper, type: PublicationType): Partial<CslItem> {
  const [venue, publisher, organization] = [paper.venue, paper.publisher, paper.organization].map((text) =>
    oneLine(text ?? ''),
  );
  if (type === 'preprint') {
    const [arxiv] = valuesIn(paper.identifiers, 'arxiv');
    return present<Partial<CslItem>>({ publisher: arxiv ? 'arXiv' : venue || publisher });
  }
  if (type === 'book') return present<Partial<CslItem>>({ 'collection-title': venue, publisher });
  if (type === 'thesis' || type === 'report')
    return present<Partial<CslItem>>({ publisher: publisher || organization || venue });
  if (type === 'dataset' || type === 'software')
    return present<Partial<CslItem>>({ publisher: publisher || venue });
  return present<Partial<CslItem>>({ 'container-title': venue, publisher });
}

/** Of a preprint arXiv’s number; of what has appeared since, where it can be read besides. */
function archiveOf({ identifiers }: ExportedPaper, type: PublicationType): Partial<CslItem> {
  const [arxiv] = valuesIn(identifiers, 'arxiv');
  if (arxiv === undefined) return {};
  const id = arxiv.toWellFormed();
  return type === 'preprint' ? { number: `arXiv:${id}` } : { archive: 'arXiv', archive_location: id };
}

function names(displayed: readonly string[], told: ExportedPaper['nameParts']): CslName[] | undefined {
  const all = displayed.map((name) => nameOf(name, told)).filter((name) => name !== undefined);
  return all.length > 0 ? all : undefined;
}

function nameOf(displayed: string, told: ExportedPaper['nameParts']): CslName | undefined {
  const parts = namePartsOf(displayed, told);
  if ('literal' in parts) return group(parts.literal);
  const [family = '', given, particle, suffix] = [
    parts.family,
    parts.given,
    parts.particle,
    parts.suffix,
  ].map((part) => oneLine(part ?? ''));
  if (!family) return group(displayed);
  return present<CslName>({ family, given, 'non-dropping-particle': particle, suffix });
}

function group(name: string): CslName | undefined {
  const literal = oneLine(name);
  return literal ? { literal } : undefined;
}
