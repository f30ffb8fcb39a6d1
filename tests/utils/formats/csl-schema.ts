/**
 * The rules of CSL-JSON, as its JSON Schema (csl-data.json of CSL 1.0.2) has them, for what is written here.
 * https://github.com/citation-style-language/schema
 */
import { z } from 'zod';

const text = z.string();
const textOrNumber = z.union([z.string(), z.number()]);

const Name = z
  .strictObject({
    ...{ family: text, given: text, suffix: text, literal: text },
    ...{ 'dropping-particle': text, 'non-dropping-particle': text },
    ...{ 'comma-suffix': z.union([textOrNumber, z.boolean()]), 'parse-names': z.boolean() },
    'static-ordering': z.union([textOrNumber, z.boolean()]),
  })
  .partial();

const DatePart = z
  .tuple([textOrNumber])
  .rest(textOrNumber)
  .refine((parts) => parts.length <= 3);
const Day = z
  .strictObject({
    'date-parts': z.array(DatePart).min(1).max(2),
    season: textOrNumber,
    circa: z.union([textOrNumber, z.boolean()]),
    literal: text,
    raw: text,
  })
  .partial();

const TYPES = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast'],
  ...['chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary'],
  ...['entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview', 'legal_case'],
  ...['legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference'],
  ...['patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation'],
  ...['report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty'],
  'webpage',
];
const TEXTS = [
  ...['abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place'],
  ...['authority', 'call-number', 'citation-key', 'collection-title', 'container-title', 'dimensions'],
  ...['container-title-short', 'DOI', 'event-place', 'event-title', 'genre', 'ISBN', 'ISSN', 'keyword'],
  ...['language', 'medium', 'note', 'PMCID', 'PMID', 'publisher', 'publisher-place', 'references'],
  ...['section', 'source', 'status', 'title', 'title-short', 'URL', 'volume-title', 'year-suffix'],
];
const NUMBERS = [
  ...['chapter-number', 'citation-number', 'collection-number', 'edition', 'issue', 'number'],
  ...['number-of-pages', 'number-of-volumes', 'page', 'page-first', 'part', 'printing', 'supplement'],
  ...['version', 'volume'],
];
const NAMES = ['author', 'editor', 'collection-editor', 'container-author', 'translator'];
const DATES = ['accessed', 'issued', 'submitted', 'event-date', 'original-date', 'available-date'];

function each<T extends z.ZodType>(names: readonly string[], schema: T): Record<string, z.ZodOptional<T>> {
  return Object.fromEntries(names.map((name) => [name, schema.optional()]));
}

export const CslFile = z.array(
  z.strictObject({
    id: textOrNumber,
    type: z.enum(TYPES),
    ...each(TEXTS, text),
    ...each(NUMBERS, textOrNumber),
    ...each(NAMES, z.array(Name)),
    ...each(DATES, Day),
  }),
);
