/**
 * Draws the simple TeX of titles and abstracts as text: `$\mathcal{O}(n^2)$` as `O(n²)`, `Schr\"odinger` as `Schrödinger`.
 * What is not understood stays as it is, a formula as a whole. It is for our own views only: content scripts do not load it.
 */
import { drawFormula } from './draw-formula';
import { ACCENTS, FORMATS, LETTERS, RELATIONS, SYMBOLS } from './tex-symbols';

/**
 * Sums of money are no formula: dollars of a formula touch it on the inside, and no digit follows the last one unless there is
 * TeX between them. The bounds keep the search for the second dollar short.
 */
const FORMULA = String.raw`\$\$(?<display>[^$]{1,500})\$\$|\$(?<inline>(?!\s)(?:[^$\\]|\\[^]){1,500}?(?<!\s))\$(?:(?!\d)|(?<=[\\^_][^$]*\$))|\\\((?<paren>[^$]{1,500}?)\\\)`;
/** `\"a word\"` is in quotation marks that somebody escaped. */
const QUOTED = String.raw`(?<![\p{L}\p{N}{])\\"(?<quoted>[^\\"]{1,200})\\"(?![\p{L}\p{N}{])`;
const ESCAPED = String.raw`\\(?<escaped>[%&#$_])`;
const ACCENT = String.raw`\\(?<accent>["'\x60^~=.]|[cvuHkrbd](?![A-Za-z])\s*)(?:\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))`;
const FORMAT = String.raw`\\(?<format>[A-Za-z]+)\s*\{(?<content>[^{}]*)\}`;
const STYLED = String.raw`\{\\(?<style>[a-z]{2})\s+(?<styled>[^{}]*)\}`;
const NAME = String.raw`\\(?<name>[A-Za-z]+)(?<end>\s*(?:\{\})?)`;
const TEX = new RegExp(`${FORMULA}|${QUOTED}|${ESCAPED}|${ACCENT}|${FORMAT}|${STYLED}|${NAME}`, 'gu');
/** An accent or a letter of its own, kept together by braces. */
const BRACED = new RegExp(String.raw`\{(?:${ACCENT}|\\(?<letter>[A-Za-z]{1,2})\s*)\}`, 'gu');

/** A formula, or a dollar that somebody escaped. */
const FORMULAS = new RegExp(String.raw`\\[\\$]|(?<formula>${FORMULA})`, 'gu');

type Groups = Record<string, string | undefined>;

/** A text in pieces: what stands between formulas, and the formulas without their dollars. */
export function cutAtFormulas(text: string): ({ text: string } | { formula: string })[] {
  const pieces: ({ text: string } | { formula: string })[] = [];
  let from = 0;
  for (const { 0: whole, index, groups = {} } of text.matchAll(FORMULAS)) {
    if (groups.formula === undefined) continue;
    pieces.push({ text: text.slice(from, index) });
    pieces.push({ formula: groups.display ?? groups.inline ?? groups.paren ?? '' });
    from = index + whole.length;
  }
  return [...pieces, { text: text.slice(from) }];
}

/** `text` with its TeX drawn, as far as it can be. */
export function drawTex(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  const groupsOf = (found: readonly unknown[]) => found.at(-1) as Groups;
  return text
    .replace(
      BRACED,
      (tex, ...found) => accented(groupsOf(found)) ?? LETTERS.get(groupsOf(found).letter ?? '') ?? tex,
    )
    .replace(TEX, (tex, ...found) => draw(groupsOf(found)) ?? tex);
}

/** One piece of TeX as text; undefined if it is not understood. */
function draw(groups: Groups): string | undefined {
  const { quoted, escaped, format, content = '', style, styled = '', name, end = '' } = groups;
  const formula = groups.display ?? groups.inline ?? groups.paren;
  if (formula !== undefined) return drawFormula(formula);
  if (quoted !== undefined) return `"${quoted}"`;
  if (format !== undefined) return FORMATS.has(format) ? drawTex(content) : undefined;
  if (style !== undefined) return FORMATS.has(style) ? drawTex(styled) : undefined;
  return name === undefined ? (escaped ?? accented(groups)) : named(name, end);
}

function accented({ accent = '', braced, bare }: Groups): string | undefined {
  const letter = braced ?? bare;
  return letter && (letter + (ACCENTS.get(accent.trim()) ?? '')).normalize('NFC');
}

/** A letter's name is ended by the space after it; other names in a text are followed by a space of the text. */
function named(name: string, end: string): string | undefined {
  const letter = LETTERS.get(name);
  if (letter !== undefined) return letter;
  const sign = SYMBOLS.get(name) ?? RELATIONS.get(name);
  return sign && sign + end.replace('{}', '');
}
