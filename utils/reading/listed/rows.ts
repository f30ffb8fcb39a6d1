/** Lays a page out as the rows that a reader sees, each with its shape: what rows of one kind have in common. */
import { oneLine } from '@/utils/text/clean';
import {
  body,
  documentElement,
  firstChild,
  getAttribute,
  isElement,
  isText,
  localName,
  nextSibling,
  parentElement,
  textOf,
} from '../dom';
import { isTwin } from '../shown-text';
import { type Pieces, type Run, runsOf } from './runs';

export interface Row {
  text: string;
  runs: Run[];
  block: Element;
  /** The block that it stands in and what most of it is set in. */
  shape: string;
  /** Of a table's cell: the number of cells before it. */
  column: number;
  /** Level of a heading; 0 for other rows. */
  heading: number;
  links: { element: Element; href: string; start: number; end: number }[];
  /** Lines of breaks alone before it, within its block. */
  gap: number;
}

const SKIPPED =
  /^(?:script|style|noscript|template|textarea|select|svg|iframe|object|head|button|sup|video|audio|canvas|title)$/;
const ENTRY = /^(?:li|article|tr|dd|td)$/;
/** Elements that do not break a row. */
export const INLINE =
  /^(?:a|abbr|acronym|area|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|img|kbd|label|mark|math|mi|mn|mo|mrow|msub|msup|msubsup|mtext|mfrac|semantics|q|s|samp|small|span|strike|strong|sub|time|tt|u|var|wbr)$/;
/** Nodes read of a page. The largest lists have a tenth; some pages grow without end while they are read. */
export const MOST_NODES = 1_000_000;
/** Nodes read between two pauses. */
const STRETCH = 4000;
const MOST_ROWS = 60_000;
/** Longest row that is kept whole, in UTF-16 units. */
const LONGEST = 12_000;

interface Frame {
  element: Element;
  inline: boolean;
  shape: string;
  /** The frame of the block around it, or itself. */
  block: Frame;
  column: number;
  cells: number;
  entry: boolean;
  href: string | undefined;
}

/** The rows of a page, without its menus. */
export async function rowsOf(document: Document, pause: () => Promise<void>): Promise<Row[]> {
  const rows: Row[] = [];
  const root = body(document) ?? documentElement(document);
  if (!root) return rows;
  for (const row of rowsIn(root)) {
    if (row) rows.push(row);
    else await pause();
    if (rows.length >= MOST_ROWS) break;
  }
  return rows;
}

/**
 * The rows in an element, one by one; undefined where the page should have its turn. It does not recurse, because hostile
 * pages nest thousands of levels deep.
 */
export function* rowsIn(root: Element, skipped = SKIPPED): Generator<Row | undefined, void, undefined> {
  const stack: Frame[] = [frameOf(root, undefined)];
  const rows: Row[] = [];
  let open = emptyRow(stack[0] as Frame);
  let breaks = 0;
  let nodes = 0;
  const close = (frame: Frame) => {
    if (open.text.trim()) {
      rows.push(finished(open));
      breaks = 0;
    }
    open = emptyRow(frame);
    open.gap = breaks;
  };
  let node: Node | null = firstChild(root);
  while (stack.length > 0) {
    if (rows.length > 0) yield* rows.splice(0);
    const frame = stack.at(-1) as Frame;
    if (!node || nodes >= MOST_NODES) {
      if (!frame.inline) {
        close(frame);
        breaks = 0;
      }
      stack.pop();
      const around = stack.at(-1);
      if (around && !frame.inline) close(around.block);
      node = nextSibling(frame.element);
      if (stack.length === 0) break;
      continue;
    }
    if (++nodes % STRETCH === 0) yield undefined;
    if (isElement(node)) {
      const name = localName(node);
      if (name === 'br') {
        close(frame.block);
        open.gap = ++breaks - 1;
      } else if (!isSkipped(node, name, frame, skipped)) {
        const inner = frameOf(node, frame);
        if (!inner.inline) {
          close(inner);
          breaks = 0;
          open.gap = 0;
        }
        stack.push(inner);
        if (inner.href !== undefined)
          open.links.push({
            element: inner.element,
            href: inner.href,
            start: open.text.length,
            end: open.text.length,
          });
        node = firstChild(node);
        continue;
      }
    } else if (isText(node)) add(open, textOf(node), stack);
    node = nextSibling(node);
  }
  yield* rows;
}

interface OpenRow extends Row {
  frame: Frame;
  pieces: Pieces;
}

function emptyRow(frame: Frame): OpenRow {
  return {
    text: '',
    runs: [],
    block: frame.block.element,
    shape: '',
    column: frame.block.column,
    heading: 0,
    links: [],
    gap: 0,
    frame: frame.block,
    pieces: [],
  };
}

/** Adds a text to the row that is open. Texts that only their elements part get a space between them. */
function add(row: OpenRow, data: string, stack: readonly Frame[]): void {
  if (row.text.length > LONGEST) return;
  const text = data.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').slice(0, LONGEST);
  const lead = /\s$/.test(row.text) || row.text === '' ? text.replace(/^ /, '') : text;
  if (lead === '') return;
  const frames: Frame[] = [];
  for (let index = stack.length - 1; index >= 0 && (stack[index] as Frame).inline; index--)
    frames.push(stack[index] as Frame);
  frames.reverse();
  const last = row.pieces.at(-1);
  // Texts that only their elements part: `<span class="title">…</span><span class="authors">…</span>`.
  const parted = last && last.frames.at(-1) !== frames.at(-1) && (isNamed(last.frames) || isNamed(frames));
  if (parted && /[\p{L}\p{N}.]$/u.test(row.text) && /^[\p{L}\p{N}]/u.test(lead)) row.text += ' ';
  const start = row.text.length;
  row.text += lead;
  row.pieces.push({ start, end: row.text.length, frames });
  const link = row.links.at(-1);
  if (link && frames.some(({ element }) => element === link.element)) link.end = row.text.length;
}

function isNamed(frames: readonly { shape: string }[]): boolean {
  return frames.some(({ shape }) => shape.includes('.'));
}

function finished({ frame, pieces, ...row }: OpenRow): Row {
  row.runs = runsOf(pieces);
  row.text = row.text.trimEnd();
  const size = row.text.length;
  const main = row.runs.find(({ start, end }) => end - start >= 0.85 * size);
  row.heading = Number(/^h([1-6])/.exec(frame.shape)?.[1] ?? 0);
  row.shape = `${outside(frame)}>${frame.shape}|${main?.shape ?? '*'}`;
  return row;
}

function outside(frame: Frame): string {
  return shapeOf(parentElement(frame.element) ?? frame.element);
}

/** The name and classes of an element, without numbers and what only tells rows of a table apart. */
export function shapeOf(element: Element): string {
  const name = getAttribute(element, 'class');
  if (!name) return localName(element);
  const classes = name
    .replace(/\d+|\b(?:odd|even|first|last|active|show|collapsed?)\b/g, '')
    .trim()
    .slice(0, 60);
  return classes ? `${localName(element)}.${oneLine(classes)}` : localName(element);
}

function frameOf(element: Element, around: Frame | undefined): Frame {
  const name = localName(element);
  const inline = around !== undefined && INLINE.test(name);
  const cell = name === 'td' || name === 'th';
  const frame: Frame = {
    element,
    inline,
    shape: shapeOf(element),
    block: undefined as unknown as Frame,
    column: cell && around ? around.cells++ : (around?.column ?? 0),
    cells: 0,
    entry: around?.entry || ENTRY.test(name),
    href: name === 'a' ? (getAttribute(element, 'href') ?? undefined) : undefined,
  };
  frame.block = inline && around ? around.block : frame;
  return frame;
}

/** Menus and footers of the site are no content, but those inside an entry are. */
function isSkipped(element: Element, name: string, { entry }: Frame, skipped: RegExp): boolean {
  if (skipped.test(name) || isTwin(element)) return true;
  if (entry) return false;
  return (
    name === 'nav' ||
    name === 'footer' ||
    /^(?:navigation|contentinfo|menu)$/.test(getAttribute(element, 'role') ?? '')
  );
}
