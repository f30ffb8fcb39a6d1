/** Puts rows into the list, the first ones at once: to lay out thousands takes most of a second. */

/** More than a high window has room for. */
const FIRST = 100;
/** Rows that are added in one go, and the time between two (ms). */
const PIECE = 250;
const PAUSE = 100;

export interface RowsShown {
  /** Shows these rows and no others. All come in the end: a browser finds in the page what is in it. */
  show(rows: readonly Element[]): void;
  /** Does not wait with the rows that are still to come. */
  complete(): void;
}

export function showRows(list: Element): RowsShown {
  let waiting: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function add(count: number): void {
    clearTimeout(timer);
    list.append(...waiting.slice(0, count));
    waiting = waiting.slice(count);
    if (waiting.length > 0) timer = setTimeout(() => add(PIECE), PAUSE);
  }
  return {
    show(rows) {
      // From the last to the first: the other way round, and by `replaceChildren`, Chromium takes fifteen times as long
      // with 5,000 rows that are laid out only when they are seen (2026-11).
      for (const row of [...list.children].reverse()) row.remove();
      waiting = rows;
      add(FIRST);
    },
    complete: () => add(waiting.length),
  };
}
