/**
 * Pieces of a citation and how they are joined. A piece without runs is nothing: delimiters and what stands around it go
 * with it. Where two pieces meet, signs do not double, and stops and commas go inside quotation marks.
 */

/** Some text of a citation. */
export interface Run {
  text: string;
  italic?: true;
}

export interface Part extends Run {
  /** A closing quotation mark, which stops and commas pass. */
  closes?: true;
}

export type Piece = readonly Part[];

export const NOTHING: Piece = [];

/** What is left of two signs that meet. The others stay both. */
const MERGED: Record<string, string> = {
  '!.': '!',
  '!:': '!',
  '?.': '?',
  '?:': '?',
  ':.': ':',
  ':!': '!',
  ':?': '?',
  ';.': ';',
  ';:': ';',
  ';!': '!',
  ';?': '?',
  '!?': '!?',
  '?!': '?!',
};
const SLANTED = /(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{N}]/u;
const SIGN = /[.,;:!?]/;
const GOES_INSIDE = /[.,!?]/;

/** A text as it is. */
export function plain(value: string | undefined): Piece {
  return value ? [{ text: value }] : NOTHING;
}

/** In italics, unless it is all in scripts that have none. */
export function italic(piece: Piece): Piece {
  return piece.some(({ text }) => SLANTED.test(text)) ? slanted(piece) : piece;
}

/** In italics whatever the script, as titles with a volume are. */
export function slanted(piece: Piece): Piece {
  return piece.map((part) => ({ ...part, italic: true as const }));
}

/** Those of the pieces that are there, with a delimiter between them. */
export function joined(delimiter: string, ...pieces: readonly Piece[]): Piece {
  return pieces
    .filter((piece) => piece.length > 0)
    .reduce((left, right) => (left.length > 0 ? met(met(left, plain(delimiter)), right) : right), NOTHING);
}

/** A piece with texts around it; nothing if the piece is nothing. */
export function around(before: string, piece: Piece, after = ''): Piece {
  return piece.length > 0 ? met(met(plain(before), piece), plain(after)) : NOTHING;
}

/** Two pieces, one behind the other. */
export function met(left: Piece, right: Piece): Piece {
  const [first, ...others] = right;
  if (!first) return left;
  if (left.length === 0 || first.closes) return [...left, ...right];
  const parts = [...left];
  let rest = first.text;
  while (rest !== '' && settle(parts, rest.charAt(0), first.italic)) rest = rest.slice(1);
  return [...parts, ...(rest ? [{ ...first, text: rest }] : []), ...others];
}

/** Lets a character join the end of `parts` where it merges with what stands there, or goes inside quotation marks. */
function settle(parts: Part[], sign: string, italicSign: true | undefined): boolean {
  if (sign === ' ') return parts.at(-1)?.text.endsWith(' ') ?? false;
  if (!SIGN.test(sign)) return false;
  const inside = GOES_INSIDE.test(sign) && parts.at(-1)?.closes;
  const at = inside ? parts.findLastIndex((part) => !part.closes) : parts.length - 1;
  const target = parts[at];
  if (!target) return false;
  const last = target.text.charAt(target.text.length - 1);
  if (last === sign) return true;
  const merged = target.closes ? undefined : MERGED[last + sign];
  if (merged !== undefined) {
    parts[at] = { ...target, text: target.text.slice(0, -1) + merged };
    return true;
  }
  if (!inside) return false;
  const added: Part = italicSign ? { text: sign, italic: true } : { text: sign };
  parts.splice(at + 1, 0, target.italic ? { ...added, italic: true } : added);
  return true;
}

/** The runs of a piece: neighbours that look the same are one. */
export function runsOf(piece: Piece): Run[] {
  const runs: Run[] = [];
  for (const { text, italic } of piece) {
    const last = runs.at(-1);
    if (last && last.italic === italic) last.text += text;
    else runs.push({ text, ...(italic && { italic }) });
  }
  return runs;
}
