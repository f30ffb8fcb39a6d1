/** Reads values: `{braces}`, `"quotes"`, `2026`, `macro`, and these joined by `#`. */
import type { Cursor } from '@/utils/formats/parts/reading/cursor';
import { groupEnd, quotedEnd } from './group-end';
import type { Macros } from './macros';

const WORD = /[^\s"#%,={}()@\\]+/y;

/** The value here, without what encloses it, still as TeX; undefined if there is none, or it has no end. */
export function scanValue(cursor: Cursor, macros: Macros): string | undefined {
  let value = '';
  for (;;) {
    cursor.skipSpaces();
    const piece = scanPiece(cursor, macros);
    if (piece === undefined) return undefined;
    value += piece;
    cursor.skipSpaces();
    if (cursor.sign !== '#') return value;
    cursor.at++;
  }
}

function scanPiece(cursor: Cursor, macros: Macros): string | undefined {
  const { text, at, sign } = cursor;
  if (sign === '{' || sign === '"') {
    const end = sign === '{' ? groupEnd(text, at) : quotedEnd(text, at);
    if (end < 0) return undefined;
    cursor.at = end;
    return text.slice(at + 1, end - 1);
  }
  if (/[,})]/.test(sign)) return ''; // nothing was filled in
  const [word] = cursor.take(WORD) ?? [];
  return word === undefined || /^\d+$/.test(word) ? word : macros.textOf(word);
}
