/** Sources of numbered rows: what they were asked for is noted, and they answer at once or when the test says so. */
import { vi } from 'vitest';
import { PAGE } from '@/components/list/pages';
import type { RowSource } from '@/components/list/row-source';

/** A row: its key, and which version of the library it is from. */
export interface NumberedRow {
  key: string;
  version: number;
}

export const keyOf = ({ key }: NumberedRow) => key;

/** Rows with these keys. */
export function numbered(keys: readonly (number | string)[], version = 0) {
  const rows = keys.map((key) => ({ key: String(key), version }));
  const read = vi.fn(async (from: number, to: number) => rows.slice(from, to));
  return {
    total: rows.length,
    first: rows.slice(0, PAGE),
    read,
    placeOf: async (key: string) => {
      const place = rows.findIndex((row) => row.key === key);
      return place < 0 ? undefined : place;
    },
  } satisfies RowSource<NumberedRow>;
}

/** The numbers from 0 up to, but without, `count`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}
