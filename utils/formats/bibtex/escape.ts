/** Plain text as TeX: what TeX would take for its own is escaped. */
import { inAscii } from './tex-letters';

/** Braces without a partner, as halves of surrogate pairs: a well-formed text has none. */
const OPEN = '\udc00';
const CLOSE = '\udc01';

/**
 * BibTeX counts `\{` as a brace, so one without a partner is a formula. So is `|`: pandoc drops `\textbar`, and TeX's first
 * encoding prints the sign itself as a dash.
 */
const SPECIAL: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '<': String.raw`{\textless}`,
  '>': String.raw`{\textgreater}`,
  '|': '{$|$}',
  '"': '{"}',
  [OPEN]: String.raw`{$\lbrace$}`,
  [CLOSE]: String.raw`{$\rbrace$}`,
};
const TO_ESCAPE = new RegExp(`[\\\\~^<>|"${OPEN}${CLOSE}&%$#_{}]`, 'gu');

/** A part of a text in which lone braces are marked. */
export function escapeTex(marked: string, ascii: boolean): string {
  const tex = marked.replace(TO_ESCAPE, (sign) => SPECIAL[sign] ?? `\\${sign}`);
  return ascii && /[^ -~]/.test(tex) ? inAscii(tex) : tex;
}

/** A well-formed text with its braces told apart: those without a partner are marked. */
export function markLoneBraces(text: string): string {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) lone.add(index);
  }
  for (const index of open) lone.add(index);
  return text.replace(/[{}]/g, (brace, index) => (lone.has(index) ? (brace === '{' ? OPEN : CLOSE) : brace));
}
