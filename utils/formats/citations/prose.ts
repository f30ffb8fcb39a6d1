/** Texts in a citation: straight quotation marks become the curly ones of English, outer and inner in turn. */
import { type Part, type Piece, plain } from './piece';

const OPEN = ['“', '‘'];
const CLOSE = ['”', '’'];
const OPENS: Record<string, string> = { '"': '"', '“': '"', "'": "'", '‘': "'" };
const CLOSES: Record<string, string> = { '"': '"', '”': '"', "'": "'", '’': "'" };

/** A text with curly quotation marks. */
export function prose(value: string | undefined): Piece {
  return value ? curly(value, 0) : [];
}

/** A text in quotation marks. */
export function quoted(value: string | undefined): Piece {
  return value ? [{ text: '“' }, ...curly(value, 1), { text: '”', closes: true }] : [];
}

function curly(text: string, depth: number): Piece {
  if (!/["'“”‘’]/.test(text)) return plain(text);
  const marks = marksIn(text, depth);
  const parts: Part[] = [];
  let words = '';
  for (let at = 0; at < text.length; at++) {
    const mark = marks.get(at);
    if (mark === undefined) words += text.charAt(at) === "'" ? '’' : text.charAt(at);
    else if (OPEN.includes(mark)) words += mark;
    else {
      parts.push(...plain(words), { text: mark, closes: true });
      words = '';
    }
  }
  return [...parts, ...plain(words)];
}

/** The quotation marks of a text, by place. What begins no quotation, or ends none, is not among them. */
function marksIn(text: string, depth: number): Map<number, string> {
  const marks = new Map<number, string>();
  const pairs = pairsIn(text);
  for (const { from, to } of pairs) {
    const around = pairs.filter((pair) => pair.from <= from && pair.to >= to);
    const outer = around.find((pair) => around.every(({ from: other }) => pair.from <= other));
    // Who typed curly single ones meant them, if they are not in others.
    const single = depth === 0 && outer && text.charAt(outer.from) === '‘' ? 1 : 0;
    const kind = (depth + single + around.length - 1) % 2;
    marks.set(from, OPEN[kind] ?? '').set(to, CLOSE[kind] ?? '');
  }
  return marks;
}

function pairsIn(text: string): { from: number; to: number }[] {
  const open: { kind: string; at: number }[] = [];
  const pairs: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    const match = open.findLastIndex(({ kind }) => kind === CLOSES[sign]);
    const begun = open[match];
    if (begun && before !== ' ' && !isLetter(after)) {
      pairs.push({ from: begun.at, to: at });
      open.length = match;
    } else if (OPENS[sign] && !isLetter(before) && after.trim() !== '') open.push({ kind: OPENS[sign], at });
  }
  return pairs;
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
