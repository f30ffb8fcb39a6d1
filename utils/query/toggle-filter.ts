/** Filter chips for those who never type the query language: they write it, and they read whether it is there. */

import { balanceLexemes } from './balance-lexemes';
import { lexQuery } from './lex-query';
import { parseQuery } from './parse-query';

/** Whether all results must fulfil `token` (such as `is:starred`): it stands for itself, not in an OR, not negated. */
export function hasFilter(text: string, token: string): boolean {
  return spansOf(text, token).length > 0;
}

/**
 * `text` without `token` if it has that filter, else with it, so that it holds for all of the query. The rest stays
 * as typed; an OR is put in parentheses, and `token` goes to the front where at the end it would be misread.
 */
export function toggleFilter(text: string, token: string): string {
  const spans = spansOf(text, token);
  if (spans.length > 0)
    return without(
      text,
      spans.map((span) => withAnd(text, span)),
    ).trim();
  const rest = text.trim();
  const lexed = lexQuery(rest);
  const { misread } = balanceLexemes(lexed, rest);
  const ends = lexed.lexemes.at(-1)?.kind ?? '';
  const open =
    ['or', 'and', 'not', 'field'].includes(ends) ||
    misread.some(({ code }) => code === 'unclosedQuote' || code === 'unclosedParenthesis');
  const stray = misread.filter(({ code }) => code === 'strayParenthesis');
  const group = `(${without(rest, stray)}`;
  const candidates = open
    ? [...(ends === 'or' ? [] : [`${token} ${rest}`]), `${token} ${group}`]
    : [`${rest} ${token}`, `${token} ${rest}`, `${group}) ${token}`];
  return (candidates.find((candidate) => hasFilter(candidate, token)) ?? token).trim();
}

interface TextSpan {
  start: number;
  end: number;
}

/** Where `token` stands among the conditions that all must be fulfilled. */
function spansOf(text: string, token: string): TextSpan[] {
  const wanted = meaning(token);
  return conditions(text).filter(({ start, end }) => meaning(text.slice(start, end)) === wanted);
}

/** Texts with the same meaning are equal, `is:starred` and `IS:Starred`. Any day will do to compare them. */
function meaning(text: string): string {
  return JSON.stringify(parseQuery(text, '2000-01-01').query);
}

/** The parts of the outermost AND; none if an OR stands there. */
function conditions(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let depth = 0;
  let begin: number | undefined;
  for (const { kind, start, end } of balanceLexemes(lexQuery(text), text).lexemes) {
    if (kind === 'or' && depth === 0) return [];
    begin ??= start;
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (depth > 0 || kind === 'not' || kind === 'field') continue;
    spans.push({ start: begin, end });
    begin = undefined;
  }
  return spans;
}

/** The span with the `AND` that joins it to what stands before or, at the front, behind it. */
function withAnd(text: string, { start, end }: TextSpan): TextSpan {
  const before = /(?<![^\s(（])AND\s+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = before ? 0 : (/^\s+AND(?=[\s(（])/.exec(text.slice(end))?.[0].length ?? 0);
  return { start: start - before, end: end + behind };
}

/** `text` without what is in `spans`, and without the space before each; words never grow together. */
function without(text: string, spans: TextSpan[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += text.slice(at, start).trimEnd();
    at = end;
    if (kept && /\S/.test(text.charAt(at))) kept += ' ';
    if (/[-－]/.test(text.charAt(at))) kept += '-'; // `(x)-y` has no NOT, ` -y` would: two hyphens are none
  }
  return kept + text.slice(at);
}
