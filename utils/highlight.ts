/** Marks what a search matched. Splits text, builds no HTML. */
import { tokenise } from './tokens';

export interface Piece {
  text: string;
  hit: boolean;
}

/** `text` in pieces, those whose terms are among `terms` marked. Joined again they are the text. */
export function highlight(text: string, terms: ReadonlySet<string>): Piece[] {
  const hits = terms.size > 0 ? tokenise(text).filter((token) => terms.has(token.term)) : [];
  const pieces: Piece[] = [];
  let end = 0;
  for (const hit of hits) {
    pieces.push(
      { text: text.slice(end, hit.start), hit: false },
      { text: text.slice(hit.start, hit.end), hit: true },
    );
    end = hit.end;
  }
  pieces.push({ text: text.slice(end), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** At most about `length` UTF-16 units of `text` around the first place that matched; its start if none did. */
export function snippet(text: string, terms: ReadonlySet<string>, length: number): string {
  if (text.length <= length) return text;
  const first = tokenise(text).find((token) => terms.has(token.term))?.start ?? 0;
  const near = first - Math.round(length / 4);
  const from = first < length / 2 ? 0 : boundary(text, near - Math.round(length / 4), near);
  const end = from + length < text.length ? boundary(text, first, from + length) : text.length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** The last place between two words in `[least, most]`; without one, `most` or one before it: between characters. */
function boundary(text: string, least: number, most: number): number {
  const space = text.lastIndexOf(' ', most);
  if (space > least) return space;
  return /[\udc00-\udfff]/.test(text.charAt(most)) ? most - 1 : most;
}
