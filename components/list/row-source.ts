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
