/** @tanstack/virtual-core for Preact: which rows of a long list are drawn, and where. */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { PAGE, type Pages } from './pages';

/** What scrolls the list: the page, or an element around it. */
type Scroller = Element | Window;
export type Virtual = Virtualizer<Scroller, HTMLElement>;

/** Where keys are about something else than the list. */
export const TAKES_KEYS =
  'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]';
/** Rows drawn beyond those in sight, on each side. */
const BEYOND = 6;
/** A list of no more rows is drawn as a whole, so that the browser's own search on the page finds all of it. */
const WHOLE = PAGE;

interface WindowOptions<Row> {
  list: RefObject<HTMLElement | null>;
  rows: Pages<Row>;
  /** The height of a row before it is measured (px). */
  estimate: number;
  /** The place of a row that stays drawn out of sight. */
  kept: number | undefined;
}

/**
 * The rows of a list that are drawn. It draws again whenever another row comes into sight or a row changes its height.
 * After a change of the rows, what is in sight stays where it is.
 */
export function useWindow<Row>({ list, rows, estimate, kept }: WindowOptions<Row>): Virtual {
  const [, draw] = useReducer<number, void>((times) => times + 1, 0);
  /** Whether the rows in sight were drawn once. The others come after them, because that takes as long again. */
  const [begun, setBegun] = useState(false);
  const [scroller, setScroller] = useState<Scroller | null>(null);
  /** How far the list begins below the top of what scrolls (px). */
  const [margin, setMargin] = useState(0);
  const made = useRef<Virtual>(undefined);
  const shown = useRef({ change: rows.change, list: rows.list, keyAt: keysOf(rows) });
  const goTo = useRef<number>(undefined);

  const changed = rows.change !== shown.current.change;
  const another = rows.list !== shown.current.list;
  const anchor = changed && !another ? rows.anchor : undefined;
  const before = anchor && made.current ? startOf(made.current, anchor.from) : 0;
  if (changed) shown.current = { change: rows.change, list: rows.list, keyAt: keysOf(rows) };
  const ofPage = scroller === null || scroller === window;
  const options = {
    count: rows.total,
    getScrollElement: () => scroller,
    estimateSize: () => estimate,
    getItemKey: shown.current.keyAt,
    overscan: begun ? (rows.total <= WHOLE ? WHOLE : BEYOND) : 0,
    scrollMargin: margin,
    initialRect: { width: innerWidth, height: innerHeight },
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, rows.total),
    onChange: () => draw(),
    measureElement: heightOf,
    ...(ofPage ? PAGE_SCROLLS : ELEMENT_SCROLLS),
  } as ConstructorParameters<typeof Virtualizer<Scroller, HTMLElement>>[0];
  made.current ??= newVirtual(options);
  const virtual = made.current;
  virtual.setOptions(options);
  if (another) {
    goTo.current = 0; // another list begins at its top
    virtual.scrollOffset = 0;
  }
  if (anchor) {
    // It is drawn for the new offset at once, and scrolled there when the list has its new height.
    goTo.current = Math.max(0, (virtual.scrollOffset ?? 0) + startOf(virtual, anchor.to) - before);
    virtual.scrollOffset = goTo.current;
  }

  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useEffect(() => {
    if (rows.total > 0) setBegun(true);
  }, [rows.total > 0]);
  useEffect(() => {
    // The browser's own End leads to where the list ended before the rows there had their heights.
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented } = event;
      if (key !== 'End' || defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
      if (!list.current || isHidden(list.current) || (target as Element).closest?.(TAKES_KEYS)) return;
      event.preventDefault();
      virtual.scrollToEnd();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [virtual]);
  useLayoutEffect(() => {
    if (list.current) setScroller(scrollerOf(list.current));
  }, []);
  useLayoutEffect(() => {
    if (list.current && scroller && !isHidden(list.current)) setMargin(marginOf(list.current, scroller));
  });
  useLayoutEffect(() => {
    virtual._willUpdate();
    if (goTo.current === undefined) return;
    scroller?.scrollTo({ top: goTo.current, behavior: 'instant' });
    goTo.current = undefined;
  });
  return virtual;
}

type ScrollFunctions = Pick<
  ConstructorParameters<typeof Virtualizer<Scroller, HTMLElement>>[0],
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;
const PAGE_SCROLLS = {
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
} as unknown as ScrollFunctions;
const ELEMENT_SCROLLS = {
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
} as unknown as ScrollFunctions;

function newVirtual(options: ConstructorParameters<typeof Virtualizer<Scroller, HTMLElement>>[0]): Virtual {
  const virtual = new Virtualizer(options);
  // A row above the sight that turns out to be taller than assumed would push down what is in sight.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _, { scrollOffset, itemSizeCache }) =>
    item.start + (itemSizeCache.has(item.key) ? item.size : 1) <= (scrollOffset ?? 0);
  return virtual;
}

/** A new function after each change: given another function, the window reads all keys again. */
function keysOf<Row>(rows: Pages<Row>): (index: number) => string | number {
  return (index) => rows.keyAt(index) ?? index;
}

function withKept(drawn: number[], kept: number | undefined, total: number): number[] {
  if (kept === undefined || kept >= total || drawn.includes(kept)) return drawn;
  return [...drawn, kept].sort((a, b) => a - b);
}

function startOf(virtual: Virtual, index: number): number {
  virtual.getTotalSize(); // brings the measurements up to date
  return virtual.measurementsCache[index]?.start ?? 0;
}

/** Exact: rounded heights would part rows by fractions of a pixel. Where nothing is laid out, the height assumed. */
function heightOf(element: HTMLElement, entry: ResizeObserverEntry | undefined, virtual: Virtual): number {
  const height = entry?.borderBoxSize?.[0]?.blockSize ?? element.getBoundingClientRect().height;
  if (height > 0) return height;
  const index = virtual.indexFromElement(element);
  return virtual.itemSizeCache.get(virtual.options.getItemKey(index)) ?? virtual.options.estimateSize(index);
}

function scrollerOf(element: Element): Scroller {
  for (let around = element.parentElement; around && around !== document.body; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return window;
}

function marginOf(list: Element, scroller: Scroller): number {
  const top = list.getBoundingClientRect().top;
  if (!(scroller instanceof Element)) return Math.round(top + scrollY);
  return Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop);
}

export function isHidden(element: Element): boolean {
  return element.closest('[hidden]') !== null;
}
