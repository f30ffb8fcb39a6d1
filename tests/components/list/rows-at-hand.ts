import type { RowSource } from '@/components/list/row-source';

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
