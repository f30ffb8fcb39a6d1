/** The contenders by the names of their files, as the report shows them. */

/** @type {Record<string, string>} */
export const NAMES = {
  floor: 'floor',
  offprint: 'Offprint',
  minisearch: 'MiniSearch',
  linear: 'linear scan',
  sqlite: 'SQLite FTS5',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
};
