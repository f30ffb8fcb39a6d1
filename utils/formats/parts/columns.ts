/** What the columns of a table are. */

/** The fields that a column can hold; `none`: it is not read. */
export const COLUMN_FIELDS = [
  'title',
  'authors',
  'date',
  'abstract',
  'venue',
  'doi',
  'arxiv',
  'pmid',
  'url',
  'volume',
  'issue',
  'pages',
  'tags',
  'collections',
  'note',
  'childNotes',
  'status',
  'starred',
  'savedAt',
  'key',
  'none',
] as const;

export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** By heading, in the order of the columns. */
export type Columns = Readonly<Record<string, ColumnField>>;
