/**
 * Filter chips for users who never type the query language: adds a filter to a query, removes it and tells whether
 * it is there.
 */

import { balanceLexemes } from './balance-lexemes';
import { lexQuery } from './lex-query';
import { parseQuery } from './parse-query';
import { queryDays } from './query-days';

const ANY_DAYS = queryDays(new Date(0), () => 0);

/** Whether `token` (such as `is:starred`) applies to all results: on its own, not in an OR and not negated. */
export function hasFilter(text: string, token: string): boolean {
  return spansOf(text, token).length > 0;
}

/**
 * Removes the filter `token` from `text` if it is there, else adds it so that it applies to the whole query. The
 * rest stays as typed, except that an OR is put in parentheses. `token` goes to the front if it would be misread
 * at the end.
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

/** The spans of `token` among the conditions that must all be met. */
function spansOf(text: string, token: string): TextSpan[] {
  const wanted = meaning(token);
  return conditions(text).filter(({ start, end }) => meaning(text.slice(start, end)) === wanted);
}

/**
 * Equal for texts with the same meaning, such as `is:starred` and `IS:Starred`. Any days will do for the
 * comparison.
 */
function meaning(text: string): string {
  return JSON.stringify(parseQuery(text, ANY_DAYS).query);
}

/** The operands of the outermost AND; none if there is an OR at that level. */
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

/** The span extended by the `AND` before it or, at the front, by the one after it. */
function withAnd(text: string, { start, end }: TextSpan): TextSpan {
  const before = /(?<![^\s(（])AND\s+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = before ? 0 : (/^\s+AND(?=[\s(（])/.exec(text.slice(end))?.[0].length ?? 0);
  return { start: start - before, end: end + behind };
}

/** `text` without `spans` and the space before each. Words on either side are never joined. */
function without(text: string, spans: TextSpan[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += text.slice(at, start).trimEnd();
    at = end;
    if (kept && /\S/.test(text.charAt(at))) kept += ' ';
    if (/[-－]/.test(text.charAt(at))) kept += '-'; // `(x)-y` has no NOT but ` -y` would; `--y` has none
  }
  return kept + text.slice(at);
}
