/**
 * The table of fields: one row says all that differs between one field of a paper and another. To add a field, add a
 * row; a new `kind` also needs its check (schema.ts) and its cleaning (clean-field.ts).
 *
 * The order of the rows is the order of keys in an export. Plain data: pages that never parse load no zod for it.
 */

/** Fields of the search index that only gather others and what sightings tell. How much a match in them counts. */
export const GATHERED = {
  /** Where a paper comes from: who published it, for whom it was written, on which sites it was seen. */
  places: { weight: 1 },
  /** Who edited it, or brought it to a site. */
  people: { weight: 1 },
} as const;
export type GatheredField = keyof typeof GATHERED;

export interface FieldRow {
  /** What its values are: decides how they are checked and cleaned. */
  kind:
    | 'line' // one line of text
    | 'prose' // text in paragraphs
    | 'names' // names of people
    | 'name-parts' // displayed names to their parts
    | 'codes' // short texts such as ISBNs
    | 'type' // of publication
    | 'count'
    | 'day' // `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
    | 'address' // http or https
    | 'identifiers' // namespaces to values
    | 'tags'
    | 'note' // text as the person typed it
    | 'status'
    | 'moment' // ISO 8601
    | 'field-names'
    | 'switch' // true or false
    | 'mark'; // true or absent
  /** Who states it. What sources state is merged field by field, by trust. */
  from: 'sources' | 'person' | 'library';
  /** Longest text kept, or longest text in a list, in UTF-16 units. */
  limit?: number;
  /** Most entries of a list. */
  most?: number;
  /** Every record has it, if only empty. */
  always?: true;
  /** Of two values equally trusted, the longer one says more. */
  longerSaysMore?: true;
  /** How much a match in it counts, where it is a field of the search index. */
  weight?: number;
  /** The field of the search index that its text is searched in along with others. */
  within?: GatheredField | 'identifiers';
  /** What queries call it (`author:`); without a name it is only searched along with the others. */
  asked?: readonly string[];
}

export const PUBLICATION_TYPES = [
  'preprint',
  'article',
  'conference',
  'thesis',
  'book',
  'chapter',
  'report',
  'dataset',
  'software',
  'other',
] as const;

export const FIELDS = {
  title: { kind: 'line', from: 'sources', limit: 1000, weight: 3, asked: ['title'] },
  abstract: {
    kind: 'prose',
    from: 'sources',
    limit: 20_000,
    longerSaysMore: true,
    weight: 1,
    asked: ['abstract'],
  },
  authors: {
    kind: 'names',
    from: 'sources',
    limit: 200,
    most: 5000,
    always: true,
    longerSaysMore: true,
    weight: 2,
    asked: ['author', 'authors'],
  },
  /** Where only the number of authors is known. */
  authorCount: { kind: 'count', from: 'sources' },
  /** The parts of displayed names, of authors and editors, where a source tells them. */
  nameParts: { kind: 'name-parts', from: 'sources', limit: 200, longerSaysMore: true },
  publishedAt: { kind: 'day', from: 'sources', longerSaysMore: true },
  publishedAtInferred: { kind: 'mark', from: 'library' },
  url: { kind: 'address', from: 'sources' },
  // People who type an identifier want that paper.
  identifiers: { kind: 'identifiers', from: 'library', limit: 300, always: true, weight: 1 },
  type: { kind: 'type', from: 'sources' },
  venue: { kind: 'line', from: 'sources', limit: 300, within: 'places' },
  volume: { kind: 'line', from: 'sources', limit: 60 },
  issue: { kind: 'line', from: 'sources', limit: 60 },
  pages: { kind: 'line', from: 'sources', limit: 60 },
  publisher: { kind: 'line', from: 'sources', limit: 300, within: 'places' },
  editors: { kind: 'names', from: 'sources', limit: 200, most: 5000, longerSaysMore: true, within: 'people' },
  isbn: { kind: 'codes', from: 'sources', limit: 30, most: 20, longerSaysMore: true, within: 'identifiers' },
  issn: { kind: 'codes', from: 'sources', limit: 30, most: 20, longerSaysMore: true, within: 'identifiers' },
  /** arXiv's, such as `cs.LG`. */
  primaryClass: { kind: 'line', from: 'sources', limit: 30 },
  organization: { kind: 'line', from: 'sources', limit: 300, within: 'places' },
  code: { kind: 'address', from: 'sources' },
  project: { kind: 'address', from: 'sources' },
  tags: {
    kind: 'tags',
    from: 'person',
    limit: 100,
    most: 200,
    always: true,
    weight: 2,
    asked: ['tag', 'tags'],
  },
  note: { kind: 'note', from: 'person', limit: 100_000, weight: 1, asked: ['note'] },
  status: { kind: 'status', from: 'person', always: true },
  starred: { kind: 'switch', from: 'person', always: true },
  /** Ids of records of which the person said that they are other papers. */
  apart: { kind: 'codes', from: 'person', limit: 1300, most: 1000 },
  /** Ids of records of which the person said that they are this paper. They have become a part of it. */
  same: { kind: 'codes', from: 'person', limit: 1300, most: 1000 },
  savedAt: { kind: 'moment', from: 'library', always: true },
  /** Fields that the person edited: no page overwrites them. */
  edited: { kind: 'field-names', from: 'library', limit: 30, most: 30, always: true },
} as const satisfies Record<string, FieldRow>;

export type FieldName = keyof typeof FIELDS;
type Rows = typeof FIELDS;
/** The fields whose rows have a property with such a value. */
type FieldsWith<Key extends keyof FieldRow, Value> = {
  [Name in FieldName]: Rows[Name] extends Record<Key, Value> ? Name : never;
}[FieldName];

export type MergedField = FieldsWith<'from', 'sources'>;
export type RequiredField = FieldsWith<'always', true>;
/** A field that queries can name, and whose text is searched. */
export type AskedField = FieldsWith<'asked', readonly string[]>;
/** A field of the search index. */
export type SearchedField = FieldsWith<'weight', number> | GatheredField;
/** A field whose text is searched within another field of the index. */
export type WithinField = FieldsWith<'within', string>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** The fields that sources state; merging decides between sources field by field. */
export const MERGED_FIELDS = FIELD_NAMES.filter(
  (name): name is MergedField => rowOf(name).from === 'sources',
);

export type EditableField = Exclude<MergedField, 'authorCount' | 'nameParts'>;

/** The fields of a paper that a person can type. What is known beside the names of authors is not among them. */
export const EDITABLE_FIELDS = MERGED_FIELDS.filter(
  (name): name is EditableField => name !== 'authorCount' && name !== 'nameParts',
);

/** The fields that no page changes once the person edited them, or took a change of them back. */
export const LOCKABLE_FIELDS = [...MERGED_FIELDS, 'identifiers'] as const;

/** For each field of the search index, how much a match in it counts. */
export const WEIGHTS = Object.fromEntries([
  ...FIELD_NAMES.flatMap((name) => {
    const { weight } = rowOf(name);
    return weight === undefined ? [] : [[name, weight]];
  }),
  ...Object.entries(GATHERED).map(([name, { weight }]) => [name, weight]),
]) as Record<SearchedField, number>;

/** The row of a field, with all that rows can have. */
export function rowOf(name: FieldName): FieldRow {
  return FIELDS[name];
}
