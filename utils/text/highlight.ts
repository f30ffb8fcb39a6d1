/** Marks search matches in a text. Only splits the text; it builds no HTML. */
import { type Token, tokenise } from './tokens';

export interface Piece {
  text: string;
  hit: boolean;
}

interface TextSpan {
  start: number;
  end: number;
}

/** Splits `text` into pieces and marks those whose terms are in `terms`. The pieces add up to `text`. */
export function highlight(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const hit of spansOf(text, terms)) {
    pieces.push(
      { text: text.slice(end, hit.start), hit: false },
      { text: text.slice(hit.start, hit.end), hit: true },
    );
    end = hit.end;
  }
  pieces.push({ text: text.slice(end), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}

/**
 * An excerpt of about `length` UTF-16 units: where the most different terms matched close together. Ties go to the
 * excerpt with the most adjacent terms, then to the first. Without a match it is the start of the text.
 */
export function snippet(text: string, terms: ReadonlySet<string>, length: number): string {
  if (text.length <= length) return text;
  const first = densest(text, terms, Math.ceil(length / 2));
  const near = first - Math.round(length / 4);
  const from = first < length / 2 ? 0 : boundary(text, near - Math.round(length / 4), near);
  const end = from + length < text.length ? boundary(text, first, from + length) : text.length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** Where the best window of `width` units starts: at its first hit. */
function densest(text: string, terms: ReadonlySet<string>, width: number): number {
  const hits = terms.size > 0 ? tokenise(text).filter(({ term }) => terms.has(term)) : [];
  const joins = joinsBefore(text, hits);
  const inside = new Map<string, number>();
  let [best, most, last] = [hits[0]?.start ?? 0, 0, 0];
  for (const [index, hit] of hits.entries()) {
    for (let next = hits[last]; next && next.end <= hit.start + width; next = hits[++last])
      inside.set(next.term, (inside.get(next.term) ?? 0) + 1);
    const joined = Math.max(0, (joins[last - 1] ?? 0) - (joins[index] ?? 0));
    const weight = inside.size + joined / (hits.length + 1);
    if (weight > most) [best, most] = [hit.start, weight];
    const left = (inside.get(hit.term) ?? 0) - 1;
    if (left > 0) inside.set(hit.term, left);
    else inside.delete(hit.term);
    last = Math.max(last, index + 1);
  }
  return best;
}

/** For each hit, how often different terms were adjacent up to it, with only spaces or a hyphen between them. */
function joinsBefore(text: string, hits: readonly Token[]): number[] {
  let count = 0;
  return hits.map(({ term, start }, index) => {
    const before = hits[index - 1];
    if (before && before.term !== term && /^[\s\-‐‑]*$/.test(text.slice(before.end, start))) count++;
    return count;
  });
}

/** The spans to mark, in order. A compound overlaps its parts, so overlapping spans are merged. */
function spansOf(text: string, terms: ReadonlySet<string>): TextSpan[] {
  const hits = terms.size > 0 ? tokenise(text).filter(({ term }) => terms.has(term)) : [];
  const spans: TextSpan[] = [];
  for (const { start, end } of hits.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** The last space after `least`, up to `most`. Without one, `most`, or one less so as not to split a character. */
function boundary(text: string, least: number, most: number): number {
  const space = text.lastIndexOf(' ', most);
  if (space > least) return space;
  return /[\udc00-\udfff]/.test(text.charAt(most)) ? most - 1 : most;
}
