/** Rows of a list that is too long to be read as a whole. */
export interface RowSource<Row> {
  total: number;
  /** The rows at the top that are known already. They are drawn at once. */
  first: readonly Row[];
  /** The rows from place `from` up to, but without, `to`; undefined in the place of one that has gone meanwhile. */
  read(from: number, to: number): Promise<readonly (Row | undefined)[]>;
  /** The place of the row with this key; undefined if there is none. */
  placeOf(key: string): Promise<number | undefined>;
}

/** A source of rows that are all at hand. */
export function rowsAtHand<Row>(rows: readonly Row[], keyOf: (row: Row) => string): RowSource<Row> {
  return {
    total: rows.length,
    first: rows,
    read: async (from, to) => rows.slice(from, to),
    async placeOf(key) {
      const place = rows.findIndex((row) => keyOf(row) === key);
      return place < 0 ? undefined : place;
    },
  };
}
