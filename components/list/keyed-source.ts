import type { RowSource } from './row-source';

interface KeyedRows<Row, Key> {
  total: number;
  /** The rows at the top. */
  first: readonly Row[];
  /** The keys of all rows, in order. They are asked for once, when a row beyond the first is. */
  keys(): Promise<readonly Key[]>;
  /** The rows with these keys. */
  rows(keys: Key[]): Promise<(Row | undefined)[]>;
}

/** A source whose keys fit into memory: the rows of any place are read by them. */
export function keyedSource<Row, Key>({ total, first, keys, rows }: KeyedRows<Row, Key>): RowSource<Row> {
  let asked: Promise<readonly Key[]> | undefined;
  const all = () => {
    asked ??= keys();
    return asked;
  };
  return {
    total,
    first,
    async read(from, to) {
      if (to <= first.length) return first.slice(from, to);
      return rows((await all()).slice(from, to));
    },
    async placeOf(key) {
      const place = (await all()).findIndex((one) => String(one) === key);
      return place < 0 ? undefined : place;
    },
  };
}
