/**
 * The rows that a list has at hand: the pages in sight and around it. Pages are read when they come into sight, and
 * the farthest are forgotten, so that the memory does not grow with the list. After a change of the library, the old
 * rows stay until the new ones are there.
 */
import type { RowSource } from './row-source';

/** Rows read at once. */
export const PAGE = 50;
/** Pages kept: about 3 MB of papers. */
const MOST_PAGES = 12;
/** Rows beyond what is in sight that are read, too. */
const AROUND = 20;

/** What a person sees of a list. */
export interface Sight {
  /** The first and the last row, also partly seen. */
  first: number;
  last: number;
  /** Whether the list stands at its top: then it shows what comes in there. */
  top: boolean;
  /** The key of a row whose place is followed, though it may be out of sight. */
  held?: string | undefined;
  /** The place of a row that is read, though it may be out of sight. */
  kept?: number | undefined;
}

/** Where a row of the old order stands in the new one. */
export interface Moved {
  key: string;
  from: number;
  to: number;
}

interface Order<Row> {
  source: RowSource<Row>;
  pages: Map<number, readonly (Row | undefined)[]>;
  /** The keys of all places that were read, also of forgotten pages: a list keeps the heights of rows by them. */
  keys: (string | undefined)[];
}

export class Pages<Row> {
  readonly #keyOf: (row: Row) => string;
  readonly #onChange: () => void;
  readonly #onError: (error: unknown) => void;
  #order: Order<Row> | undefined;
  #list: string | undefined;
  #sight: Sight = { first: 0, last: 0, top: true };
  #reading: number | undefined;
  /** The source that is to be shown next, while its rows are read. */
  #next: RowSource<Row> | undefined;
  /** Counts how often the order was replaced. */
  change = 0;
  /** The first row in sight that is in both orders, after a change that keeps the place; undefined: begin at the top. */
  anchor: Moved | undefined;
  /** The new place of the row that was held, if it is still there. */
  held: number | undefined;

  constructor(keyOf: (row: Row) => string, onChange: () => void, onError: (error: unknown) => void) {
    this.#keyOf = keyOf;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  get total(): number {
    return this.#order?.source.total ?? 0;
  }

  /** Which list it is. Another one begins at its top. */
  get list(): string | undefined {
    return this.#list;
  }

  rowAt(index: number): Row | undefined {
    return this.#order?.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The key of the row at this place; undefined if it was never read. */
  keyAt(index: number): string | undefined {
    return this.#order?.keys[index];
  }

  /** Shows a source: of the same list once what is in sight was read, of another one at once. */
  show(list: string, source: RowSource<Row>): void {
    if (source === this.#order?.source || source === this.#next) return;
    const same = list === this.#list && this.#order !== undefined && this.#order.source.total > 0;
    this.#list = list;
    this.#next = undefined;
    const { first, last, top, held } = this.#sight;
    const known = (key: string) => source.first.findIndex((row) => this.#keyOf(row) === key);
    const enough = last < source.first.length || source.first.length >= source.total;
    if (!same) {
      this.#sight = { first: 0, last: 0, top: true };
      this.#replace(source, new Map(), undefined, undefined);
    } else if (top && first === 0 && enough && (held === undefined || known(held) >= 0)) {
      this.#replace(source, new Map(), undefined, held === undefined ? undefined : known(held));
    } else {
      this.#next = source;
      this.#prepare(source).catch((error) => this.#failed(source, error));
    }
  }

  /** Says what is in sight. Rows that are not there are read. */
  want(sight: Sight): void {
    this.#sight = sight;
    this.#pump();
  }

  /** Reads what is in sight of the source's order, then replaces the old one. */
  async #prepare(source: RowSource<Row>): Promise<void> {
    for (;;) {
      const sight = this.#sight;
      const anchor = sight.top ? undefined : await this.#anchorIn(source, sight);
      const held = sight.held === undefined ? undefined : await source.placeOf(sight.held);
      const shift = anchor ? anchor.to - anchor.from : 0;
      const first = sight.top ? 0 : sight.first + shift;
      const pages = new Map<number, readonly (Row | undefined)[]>();
      for (const page of pagesOf(first, sight.last + shift, source.total))
        pages.set(page, await this.#read(source, page));
      if (source !== this.#next) return;
      const now = pagesOf(this.#sight.first + shift, this.#sight.last + shift, source.total);
      const scrolled = this.#sight.top !== sight.top || now.some((page) => !pages.has(page));
      if (scrolled) continue;
      this.#next = undefined;
      this.#replace(source, pages, anchor, held);
      return this.#onChange();
    }
  }

  /** The first row in sight that the source has, too. If it has none of them, the place is kept by number. */
  async #anchorIn(source: RowSource<Row>, { first, last }: Sight): Promise<Moved | undefined> {
    for (let from = first; from <= last; from++) {
      const key = this.keyAt(from);
      const to = key === undefined ? undefined : await source.placeOf(key);
      if (key !== undefined && to !== undefined) return { key, from, to };
    }
    const to = Math.min(first, Math.max(0, source.total - 1));
    return { key: '', from: first, to };
  }

  #replace(
    source: RowSource<Row>,
    pages: Order<Row>['pages'],
    anchor: Moved | undefined,
    held: number | undefined,
  ): void {
    this.#order = { source, pages, keys: [] };
    for (let from = 0; from < source.first.length; from += PAGE) {
      const rows = source.first.slice(from, from + PAGE);
      const whole = rows.length === PAGE || from + rows.length >= source.total;
      if (whole && !pages.has(from / PAGE)) pages.set(from / PAGE, rows);
    }
    for (const [page, rows] of pages) this.#note(page, rows);
    this.anchor = anchor;
    this.held = held;
    this.change++;
  }

  #note(page: number, rows: readonly (Row | undefined)[]): void {
    for (const [index, row] of rows.entries())
      if (row !== undefined && this.#order) this.#order.keys[page * PAGE + index] = this.#keyOf(row);
  }

  /** Reads one missing page after the other; what was scrolled past in the meantime is left out. */
  #pump(): void {
    const order = this.#order;
    if (!order || this.#reading !== undefined) return;
    const { first, last, kept = first } = this.#sight;
    const wanted = pagesOf(first - AROUND, last + AROUND, order.source.total);
    const seen = pagesOf(first, last, order.source.total);
    const keeps = this.#order?.keys[kept] === undefined ? pagesOf(kept, kept, order.source.total) : [];
    const page = [...seen, ...keeps, ...wanted].find((one) => !order.pages.has(one));
    if (page === undefined) return;
    this.#reading = page;
    this.#read(order.source, page)
      .then((rows) => {
        this.#reading = undefined;
        if (order === this.#order) {
          order.pages.set(page, rows);
          this.#note(page, rows);
          this.#forget(order);
          this.#onChange();
        }
        this.#pump();
      })
      .catch((error) => {
        this.#reading = undefined;
        this.#failed(order.source, error);
      });
  }

  #read(source: RowSource<Row>, page: number): Promise<readonly (Row | undefined)[]> {
    return source.read(page * PAGE, Math.min((page + 1) * PAGE, source.total));
  }

  #forget({ pages }: Order<Row>): void {
    const middle = (this.#sight.first + this.#sight.last) / 2 / PAGE;
    while (pages.size > MOST_PAGES) {
      let farthest = -1;
      for (const page of pages.keys())
        if (farthest < 0 || Math.abs(page - middle) > Math.abs(farthest - middle)) farthest = page;
      pages.delete(farthest);
    }
  }

  /** A source that was replaced meanwhile may have failed for that reason. */
  #failed(source: RowSource<Row>, error: unknown): void {
    if (source === this.#order?.source || source === this.#next) this.#onError(error);
  }
}

/** The pages with the rows from `first` to `last`. */
function pagesOf(first: number, last: number, total: number): number[] {
  const from = Math.max(0, Math.floor(first / PAGE));
  const to = Math.min(Math.floor(last / PAGE), Math.ceil(total / PAGE) - 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
