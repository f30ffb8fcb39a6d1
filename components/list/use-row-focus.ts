/** The focus in a list of which only a part is drawn: one row has the tab stop, keys move it, changes leave it. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Pages } from './pages';
import { TAKES_KEYS } from './use-window';

/** What a row's main control takes: it has the focus when the row has. */
export interface Stop {
  tabIndex: 0 | -1;
  'data-stop': true;
}

interface Active<Row> {
  key: string | undefined;
  index: number;
  row: Row | undefined;
}

export interface RowFocus<Row> {
  /** The row that has the tab stop. It stays drawn when it is out of sight. */
  active: Active<Row> | undefined;
  /** The row at this place, the active one also when its page was forgotten. */
  rowAt(index: number): Row | undefined;
  /** `otherwise` is the row that has the tab stop while none was chosen. */
  stopAt(index: number, otherwise: number): Stop;
  onKeyDown(event: KeyboardEvent): void;
  onFocusIn(event: FocusEvent): void;
}

const STOP: Stop = { tabIndex: 0, 'data-stop': true };
const NO_STOP: Stop = { tabIndex: -1, 'data-stop': true };

export function useRowFocus<Row>(list: RefObject<HTMLElement | null>, rows: Pages<Row>): RowFocus<Row> {
  const [active, setActive] = useState<Active<Row>>();
  const shown = useRef({ change: rows.change, list: rows.list });
  /** Whether the active row is to have the focus as soon as it is drawn. */
  const wanted = useRef(false);

  let now = active;
  if (rows.change !== shown.current.change) {
    now = rows.list === shown.current.list ? moved(active, rows) : undefined;
    shown.current = { change: rows.change, list: rows.list };
  }
  if (now) {
    const row = rows.rowAt(now.index);
    if (row !== undefined && (row !== now.row || now.key !== rows.keyAt(now.index)))
      now = { ...now, row, key: rows.keyAt(now.index) };
  }
  if (now !== active) setActive(now);
  const inside = list.current?.contains(document.activeElement) ?? false;

  useLayoutEffect(() => {
    const lost = inside && document.activeElement === document.body;
    if (!now || !list.current || !(wanted.current || lost)) return;
    const target = stopOf(list.current, now.index);
    if (!target) return;
    target.focus({ preventScroll: lost && !wanted.current });
    if (!target.matches('[aria-busy]')) wanted.current = false;
    else wanted.current = true; // its row is on the way
  });

  function go(index: number) {
    wanted.current = true;
    setActive({ index, key: rows.keyAt(index), row: rows.rowAt(index) });
  }

  return {
    active: now,
    rowAt: (index) => rows.rowAt(index) ?? (index === now?.index ? now.row : undefined),
    stopAt: (index, otherwise) => (index === (now?.index ?? otherwise) ? STOP : NO_STOP),
    onKeyDown(event) {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
      if (!(target instanceof Element) || target.closest(TAKES_KEYS)) return;
      // A key may come before the row that the last one led to is there.
      const from = wanted.current ? now?.index : indexOf(target);
      if (from === undefined) return;
      const to = placeAfter(key, from, rows.total, rowsInSight(list.current));
      if (to === undefined) return;
      event.preventDefault();
      go(to);
    },
    onFocusIn({ target }) {
      const index = indexOf(target);
      if (index === undefined || index === now?.index) return;
      wanted.current = false;
      setActive({ index, key: rows.keyAt(index), row: rows.rowAt(index) });
    },
  };
}

/** The place that a key leads to; undefined if it leads to none. */
function placeAfter(key: string, index: number, total: number, page: number): number | undefined {
  const last = total - 1;
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: last,
    PageDown: Math.min(last, index + page),
    PageUp: Math.max(0, index - page),
  }[key];
  return to === undefined || to < 0 || to > last ? undefined : to;
}

/** How many rows a page of the screen has, less one to see where one was. */
function rowsInSight(list: HTMLElement | null): number {
  const heights = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect().height);
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  return Math.max(1, Math.floor(innerHeight / (mean || innerHeight)) - 1);
}

/** The active row after a change: the same one, or if it has gone the one in its place. */
function moved<Row>(active: Active<Row> | undefined, rows: Pages<Row>): Active<Row> | undefined {
  if (!active || rows.total === 0) return undefined;
  if (rows.held !== undefined) return { ...active, index: rows.held };
  const index = Math.min(active.index, rows.total - 1);
  return { index, key: rows.keyAt(index), row: rows.rowAt(index) };
}

function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('li[data-index]') : null;
  return row ? Number(row.dataset.index) : undefined;
}

/** What has the focus when a row has: its stop, else the first thing to press; the row itself while it is not read. */
function stopOf(list: HTMLElement, index: number): HTMLElement | null {
  const row = list.querySelector<HTMLElement>(`:scope > li[data-index="${index}"]`);
  if (!row || row.matches('[aria-busy]')) return row;
  return row.querySelector<HTMLElement>('[data-stop]') ?? row.querySelector<HTMLElement>('a, button');
}
