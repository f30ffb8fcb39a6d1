/** Turns parts of a page into the lines that a reader sees. */
import { oneLine } from '@/utils/text/clean';
import { firstChild, isElement, localName, nextSibling, ownText, parentElement, query } from '../dom';
import { GAP, isLeading } from '../phrases';
import { isTwin, shownText } from '../shown-text';

/** A part of a line that is set off: bold, italic or a link. */
export interface Run {
  text: string;
  link: boolean;
  /** Nothing meaningful comes before it in the line. */
  start: boolean;
}

export interface Line {
  /** Links that only say where they lead are replaced by `GAP`. */
  text: string;
  runs: Run[];
}

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const SILENT = /^(?:script|style|noscript|template|svg|textarea|select|button)$/;
/** Most nodes, and UTF-16 units of text, read in one part. */
const MAX_NODES = 600;
const MAX_TEXT = 12_000;

/** Title and names ask for the lines of the same nodes. */
const KNOWN = new WeakMap<readonly Node[], Line[]>();

/** The non-empty lines of adjacent nodes, limited to some hundred nodes. */
export function linesOf(nodes: readonly Node[]): Line[] {
  const known = KNOWN.get(nodes) ?? readLines(nodes);
  KNOWN.set(nodes, known);
  return known;
}

function readLines(nodes: readonly Node[]): Line[] {
  const lines: Line[] = [{ text: '', runs: [] }];
  let seen = 0;
  let length = 0;
  for (const root of nodes) {
    let node: Node | null = root;
    while (node && seen++ < MAX_NODES && length < MAX_TEXT) {
      const element: Element | undefined = isElement(node) ? node : undefined;
      const line = lines.at(-1) as Line;
      if (!element) {
        const data: string = ownText(node).slice(0, MAX_TEXT);
        line.text += data.replaceAll(GAP, ' ').replace(/\s+/g, ' ');
        length += data.length;
      } else if (BLOCK.test(localName(element))) lines.push({ text: '', runs: [] });
      const whole: boolean = element ? setOff(element, line) : false;
      let next: Node | null =
        whole || (element && (SILENT.test(localName(element)) || isTwin(element))) ? null : firstChild(node);
      for (let up: Node | null = node; !next && up; up = parentElement(up)) {
        if (isElement(up) && BLOCK.test(localName(up))) lines.push({ text: '', runs: [] });
        if (up === root) break;
        next = nextSibling(up);
      }
      node = next;
    }
  }
  for (const line of lines) line.text = oneLine(line.text);
  return lines.filter(({ text }) => text.length > 0);
}

/** Adds an inline element to the line as one run; false if its children must be read instead. */
function setOff(element: Element, line: Line): boolean {
  const name = localName(element);
  if (!/^(?:a|b|strong|em|i|cite|img|sup)$/.test(name)) return false;
  if (query(element, 'p, div, li, br, h1, h2, h3, h4, h5, h6')) return false;
  const whole = shownText(element);
  const text = oneLine(whole.slice(0, 2000));
  const link = name === 'a' || query(element, 'a') !== null;
  if (name === 'a' ? isLeading(text) : name === 'img') {
    line.text += GAP;
    return true;
  }
  if (text && name !== 'sup')
    line.runs.push({ text, link, start: !/\p{L}{2}/u.test(line.text.replace(/[[(][^\])]{0,40}[\])]/g, '')) });
  // Bold or italic text may contain links that only say where they lead: `<b><a>[paper]</a></b>`.
  if (name !== 'a' && link) return false;
  line.text += /^\s/.test(whole) ? ` ${text}` : text;
  if (/\s$/.test(whole)) line.text += ' ';
  return true;
}
