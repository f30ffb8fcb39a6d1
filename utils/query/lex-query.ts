/** Splits a query into lexemes, in linear time. */
import { fieldNamed, isColumn } from './fields';
import { mentionsIn } from './mentions';

/**
 * `text` is the word, the content of the phrase or the name of the field. `start` and `end` are the span it was
 * read from (UTF-16 units, `end` exclusive). A `not` or `field` applies to the next lexeme.
 */
export interface Lexeme {
  kind: 'word' | 'phrase' | 'field' | 'not' | 'or' | 'and' | 'open' | 'close';
  text: string;
  start: number;
  end: number;
}

/** What could not be read as intended, and what happens instead. */
export type HintCode =
  /** A quotation mark without a closing one: everything after it is searched as words. */
  | 'unclosedQuote'
  /** `(` without `)`: the group extends to the end. */
  | 'unclosedParenthesis'
  /** `)` without `(`: ignored. */
  | 'strayParenthesis'
  /** `foo:bar`: searched as a word. The span is that of the name. */
  | 'unknownField'
  /** `year:abc`, `title: a`: searched as a word. */
  | 'badValue'
  /** `OR` or `AND` without an operand on both sides, `-` or `NOT` without one after it: ignored. */
  | 'lonelyOperator'
  /** `is:trashed` inside an OR, where it finds nothing: a search covers either the library or the trash. */
  | 'trashedInOr'
  /** More words or conditions than a query may have: the rest is ignored. */
  | 'tooLong';

/** A span of the text that was misread. */
export interface Misread {
  code: HintCode;
  start: number;
  end: number;
}

export interface Lexed {
  lexemes: Lexeme[];
  misread: Misread[];
}

// Includes full-width forms, which Chinese and Japanese input methods produce. Any quotation mark closes any
// other, because “English”, „German“, «French» and »Danish« disagree about which one opens.
const MARKS = '"“”„‟«»＂';
/** `G\"odel`, `G{\"o}del`: an accent in TeX, not a quotation mark. */
const ACCENT = String.raw`(?<=\\)"(?=[\p{L}\{])`;
const QUOTE = new RegExp(`(?!${ACCENT})[${MARKS}]`, 'gu');
/** The content of an exact tag between straight quotation marks, where two of them stand for one. */
const EXACT = /"((?:[^"]|"")*)"/y;
const OPEN = /[(（]/;
const CLOSE = /[)）]/;
/** Initials with spaces, which are one word: `J. R. R.` */
const INITIALS = String.raw`\p{L}\.(?:[ \u00a0]\p{L}\.)+`;
const PIECE = new RegExp(
  String.raw`\s+|${INITIALS}|[\(\)（）]|${QUOTE.source}|(?:${ACCENT}|[^\s\(\)（）${MARKS}])+`,
  'yu',
);
const OPERATORS = new Map<string, 'or' | 'and' | 'not'>([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);
const HYPHENS = /^[-－]+$/;
const NOT = /^[-－](?![-－])/;
/** Identifier prefixes as citations write them: `arXiv:2401.12345`. */
const IDENTIFIER = /^(?:arxiv|doi|openreview|acl):(?=.)/i;

/** The lexemes of `text` in order. Parentheses may be unbalanced, groups empty and operators without operands. */
export function lexQuery(text: string): Lexed {
  const lexemes: Lexeme[] = [];
  const misread: Misread[] = [];
  const push = (kind: Lexeme['kind'], start: number, end: number, inside = text.slice(start, end)) =>
    lexemes.push({ kind, text: inside, start, end });
  const mentions = mentionsIn(text);
  const last = text.trimEnd().length;

  let at = 0;
  while (at < text.length) {
    const mention = mentions.get(at);
    if (mention) {
      push('word', at, mention.end, mention.value);
      at = mention.end;
      continue;
    }
    if (mentions.has(at + 1) && NOT.test(text.slice(at, at + 2))) {
      push('not', at, at + 1);
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text)?.[0] ?? text.slice(at);
    const end = at + piece.length;
    if (OPEN.test(piece)) push('open', at, end);
    else if (CLOSE.test(piece)) push('close', at, end);
    else if (piece.search(QUOTE) === 0) {
      at = readQuote(at);
      continue;
    } else if (piece.trim()) readRun(at, end);
    at = end;
  }
  return { lexemes, misread };

  /** Reads from the quotation mark at `start`; returns where to continue. */
  function readQuote(start: number): number {
    const before = lexemes.at(-1);
    EXACT.lastIndex = start;
    const tag =
      before?.kind === 'field' && before.text === 'exactTag' && before.end === start
        ? EXACT.exec(text)?.[1]
        : undefined;
    if (tag?.trim()) {
      push('phrase', start, EXACT.lastIndex, tag.replaceAll('""', '"'));
      return EXACT.lastIndex;
    }
    QUOTE.lastIndex = start + 1;
    const closing = QUOTE.exec(text)?.index;
    QUOTE.lastIndex = 0;
    const end = closing === undefined ? text.length : closing + 1;
    const inside = text.slice(start + 1, closing);
    if (closing !== undefined && inside.trim()) {
      push('phrase', start, end, inside);
      return end;
    }
    push('open', start, start + 1);
    if (closing === undefined) {
      misread.push({ code: 'unclosedQuote', start, end });
      for (const word of inside.matchAll(/\S+/g)) {
        const begin = start + 1 + word.index;
        if (/[\p{L}\p{N}]/u.test(word[0])) push('word', begin, begin + word[0].length);
      }
    }
    push('close', end, end);
    return end;
  }

  /** Reads a run of characters without spaces, parentheses or quotation marks. */
  function readRun(start: number, end: number): void {
    const run = text.slice(start, end);
    const first = start === 0 || /[\s(（]/.test(text.charAt(start - 1)); // `10.1016/x(91)-y` has no NOT
    if (HYPHENS.test(run)) {
      if (first && run.length === 1 && mayApply(end)) push('not', start, end);
      else if (first) misread.push({ code: 'lonelyOperator', start, end });
    } else if (first && NOT.test(run)) {
      push('not', start, start + 1);
      readTerm(start + 1, end);
    } else {
      const operator = OPERATORS.get(run);
      if (operator) push(operator, start, end);
      else readTerm(start, end);
    }
  }

  /** Reads a word, or a field with the value right after its colon. */
  function readTerm(start: number, end: number): void {
    const term = text.slice(start, end);
    const [, name = ''] = /^([a-z]+)[:：]/i.exec(term) ?? [];
    const named = name ? fieldNamed(name) : undefined;
    const exact = named === 'tags' && /[=＝]/.test(term.charAt(name.length + 1));
    const field = exact ? 'exactTag' : named;
    const prefix = name ? term.slice(0, name.length + (exact ? 2 : 1)) : '';
    const value = start + prefix.length;
    if (field) {
      const negated =
        NOT.test(text.slice(value, end)) && !isColumn(field) && (value + 1 < end || mayApply(end));
      if (value === end ? mayApply(end) : !HYPHENS.test(text.slice(value, end)) || negated) {
        push('field', start, value, field);
        if (negated) push('not', value, value + 1);
        if (value + Number(negated) < end) push('word', value + Number(negated), end);
        return;
      }
      misread.push({ code: 'badValue', start, end });
    } else if (IDENTIFIER.test(term)) {
      push('word', start, end, term.slice(prefix.length));
      return;
    } else if (prefix.length > 2 && (value < end ? !/^[/:]/.test(text.slice(value, end)) : attached(end))) {
      // Does not apply to https://…, std::vector or `Survey: a title`.
      misread.push({ code: 'unknownField', start, end: start + name.length });
    }
    push('word', start, end);
  }

  /** Whether a phrase or group starts right at `place`. */
  function attached(place: number): boolean {
    return /[(（"“”„‟«»＂]/.test(text.charAt(place));
  }

  /**
   * Whether an operator or field ending at `place` has an operand right there, or may still get one as the user
   * types.
   */
  function mayApply(place: number): boolean {
    return attached(place) || place >= last;
  }
}
