import { useReducer, useRef } from 'preact/hooks';
import { Pages } from './pages';
import type { RowSource } from './row-source';

interface PagedList<Row> {
  /** Which list it is: a list of another name begins at its top, a newer source of the same one keeps the place. */
  list: string;
  source: RowSource<Row>;
  /** What tells rows apart. */
  keyOf(row: Row): string;
  /** Hears why rows cannot be read. */
  onError(error: unknown): void;
}

/** The rows of a list, page by page. What it answers is always the same object; it draws again when rows come. */
export function usePages<Row>({ list, source, keyOf, onError }: PagedList<Row>): Pages<Row> {
  const [, draw] = useReducer<number, void>((times) => times + 1, 0);
  const failed = useRef(onError);
  failed.current = onError;
  const pages = useRef<Pages<Row>>(undefined);
  pages.current ??= new Pages(
    keyOf,
    () => draw(),
    (error) => failed.current(error),
  );
  pages.current.show(list, source); // while drawing, so that rows at hand are drawn at once
  return pages.current;
}
