/** What the columns of a table are. */

/** The fields that a column can hold; `extra`: lines of names and values, as Zotero has them; `none`: it is not read. */
export const COLUMN_FIELDS = [
  'title',
  'authors',
  'date',
  'month',
  'day',
  'type',
  'abstract',
  'venue',
  'doi',
  'arxiv',
  'pmid',
  'pmcid',
  'url',
  'code',
  'volume',
  'issue',
  'pages',
  'firstPage',
  'lastPage',
  'publisher',
  'editors',
  'isbn',
  'issn',
  'tags',
  'collections',
  'note',
  'childNotes',
  'status',
  'starred',
  'savedAt',
  'key',
  'extra',
  'none',
] as const;

export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** By heading, in the order of the columns. */
export type Columns = Readonly<Record<string, ColumnField>>;
