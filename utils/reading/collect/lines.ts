/** Turns parts of a page into the lines that a reader sees. */
import { oneLine } from '@/utils/text/clean';
import { GAP, isLeading } from './phrases';

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

/** Elements that do not break a line. */
export const INLINE =
  /^(?:a|abbr|area|b|bdi|button|cite|code|em|font|i|img|kbd|label|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const SILENT = /^(?:script|style|noscript|template|svg|textarea|select|button|annotation)$/;
/** Most nodes, and UTF-16 units of text, read in one part. */
const MAX_NODES = 600;
const MAX_TEXT = 12_000;

/** The non-empty lines of adjacent nodes, limited to some hundred nodes. */
export function linesOf(nodes: readonly Node[]): Line[] {
  const lines: Line[] = [{ text: '', runs: [] }];
  let seen = 0;
  let length = 0;
  for (const root of nodes) {
    let node: Node | null = root;
    while (node && seen++ < MAX_NODES && length < MAX_TEXT) {
      const element: Element | undefined = node.nodeType === 1 ? (node as Element) : undefined;
      const line = lines.at(-1) as Line;
      if (!element) {
        const data = node.nodeType === 3 ? (node.nodeValue ?? '').slice(0, MAX_TEXT) : '';
        line.text += data.replaceAll(GAP, ' ').replace(/\s+/g, ' ');
        length += data.length;
      } else if (BLOCK.test(element.localName)) lines.push({ text: '', runs: [] });
      const whole: boolean = element ? setOff(element, line) : false;
      let next: Node | null = whole || (element && SILENT.test(element.localName)) ? null : node.firstChild;
      for (let up: Node | null = node; !next && up; up = up.parentNode) {
        if (up.nodeType === 1 && BLOCK.test((up as Element).localName)) lines.push({ text: '', runs: [] });
        if (up === root) break;
        next = up.nextSibling;
      }
      node = next;
    }
  }
  for (const line of lines) line.text = oneLine(line.text);
  return lines.filter(({ text }) => text.length > 0);
}

/** Adds an inline element to the line as one run; false if its children must be read instead. */
function setOff(element: Element, line: Line): boolean {
  if (!/^(?:a|b|strong|em|i|cite|img|sup)$/.test(element.localName)) return false;
  if (element.querySelector('p, div, li, br, h1, h2, h3, h4, h5, h6')) return false;
  const text = oneLine(element.textContent.slice(0, 2000));
  const link = element.localName === 'a' || element.querySelector('a') !== null;
  if (element.localName === 'a' ? isLeading(text) : element.localName === 'img') {
    line.text += GAP;
    return true;
  }
  if (text && element.localName !== 'sup')
    line.runs.push({ text, link, start: !/\p{L}{2}/u.test(line.text.replace(/[[(][^\])]{0,40}[\])]/g, '')) });
  // Bold or italic text may contain links that only say where they lead: `<b><a>[paper]</a></b>`.
  if (element.localName !== 'a' && link) return false;
  line.text += /^\s/.test(element.textContent) ? ` ${text}` : text;
  if (/\s$/.test(element.textContent)) line.text += ' ';
  return true;
}
