/** The fields of an item, whatever program wrote it: texts may be numbers, or lists as Crossref has them. */
import type { PublicationType } from '@/utils/formats/parts/publication-type';
import { list, record } from '@/utils/reading/loose-json';

const OTHER = undefined;
/** The types of CSL 1.0.2, and those of Crossref. */
const KINDS: Record<string, PublicationType | undefined> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'journal-article': 'article',
  review: 'article',
  'review-book': 'article',
  'paper-conference': 'conference',
  'proceedings-article': 'conference',
  thesis: 'thesis',
  dissertation: 'thesis',
  book: 'book',
  monograph: 'book',
  classic: 'book',
  chapter: 'chapter',
  'book-chapter': 'chapter',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  report: 'report',
  standard: 'report',
  dataset: 'dataset',
  software: 'software',
  'posted-content': 'preprint',
  ...Object.fromEntries(
    `article bill broadcast collection document event figure graphic hearing interview legal_case legislation manuscript map
    motion_picture musical_score pamphlet patent performance periodical personal_communication post post-weblog regulation song
    speech treaty webpage`
      .split(/\s+/)
      .map((type) => [type, OTHER]),
  ),
};
const BY_NAME = new Map(Object.entries(KINDS));

export type Fields = Readonly<Record<string, unknown>>;

/** What a paper is, if its type tells. */
export function kindOfCsl(type: string): PublicationType | undefined {
  return BY_NAME.get(type);
}

/** Whether a value is an item of CSL: it has a type of CSL, or what only its items have. */
export function isCslItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = record(value);
  const isNamed = ['title', 'id', 'DOI', 'citation-key'].some((name) => textOf(fields, name) !== '');
  const [author] = list(fields.author).map(record);
  const ofCsl =
    list(record(fields.issued)['date-parts']).length > 0 ||
    textOf(fields, 'container-title') !== '' ||
    typeof author?.family === 'string' ||
    typeof author?.literal === 'string';
  return ofCsl || (isNamed && BY_NAME.has(textOf(fields, 'type')));
}

/** A field as text; of a list, its first one. */
export function textOf(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? [fields[name]].flat(1)[0] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A field as texts. */
export function textsOf(fields: Fields, name: string): string[] {
  const values = Object.hasOwn(fields, name) ? [fields[name]].flat(1) : [];
  return values.flatMap((value) => (typeof value === 'string' ? [value] : []));
}
