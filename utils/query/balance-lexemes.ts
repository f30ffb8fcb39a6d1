/** Repairs the lexemes of a query so that a simple parser can read them. */
import type { Lexed, Lexeme, Misread } from './lex-query';

/** A lexeme as the parser sees it. */
export type BalancedLexeme = Lexeme & { kind: Exclude<Lexeme['kind'], 'and'> };

export interface Balanced {
  lexemes: BalancedLexeme[];
  misread: Misread[];
}

type Tell = (code: Misread['code'], place: Lexeme) => void;

/**
 * The lexemes of `text` with all parentheses closed, no empty groups and no `and`. Every `or` has an operand on
 * both sides, and every `not` and `field` has one after it. Each repair is added to `misread`, except at the very
 * end of the text, where the user may still be typing.
 */
export function balanceLexemes({ lexemes, misread }: Lexed, text: string): Balanced {
  const all: Misread[] = [...misread];
  const tell: Tell = (code, { start, end }) => all.push({ code, start, end });
  const balanced = withLeft(withRight(closed(lexemes, text, tell), text, tell), tell);
  return { lexemes: balanced, misread: all };
}

/** Balances `open` and `close`. A `close` that is missing in the text is added with empty text. */
function closed(lexemes: readonly Lexeme[], text: string, tell: Tell): Lexeme[] {
  const balanced: Lexeme[] = [];
  const opens: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'open') opens.push(lexeme);
    if (lexeme.kind === 'close' && !opens.pop()) tell('strayParenthesis', lexeme);
    else balanced.push(lexeme);
  }
  for (const open of opens) {
    tell('unclosedParenthesis', open);
    balanced.push({ kind: 'close', text: '', start: text.length, end: text.length });
  }
  return balanced;
}

/**
 * Drops empty groups, and operators with nothing after them. A field with nothing after it becomes a word, or is
 * dropped at the end of the text.
 */
function withRight(lexemes: readonly Lexeme[], text: string, tell: Tell): Lexeme[] {
  const kept: Lexeme[] = []; // in reverse
  let ending = true;
  let emptied = false; // whether an empty group was just dropped
  for (const lexeme of lexemes.toReversed()) {
    const next = kept.at(-1);
    if (lexeme.kind === 'open' && next?.kind === 'close') {
      kept.pop();
      emptied = true;
      continue;
    }
    const prefix = lexeme.kind === 'not' || lexeme.kind === 'field';
    const lonely = !next || next.kind === 'close' || isBinary(next) || (prefix && emptied);
    if (lonely && (prefix || isBinary(lexeme))) {
      if (ending) continue;
      tell(lexeme.kind === 'field' ? 'badValue' : 'lonelyOperator', lexeme);
      if (lexeme.kind !== 'field') continue;
      kept.push({ ...lexeme, kind: 'word', text: text.slice(lexeme.start, lexeme.end) });
    } else kept.push(lexeme);
    emptied = false;
    ending &&= lexeme.kind === 'close' && lexeme.text === '';
  }
  return kept.reverse();
}

/** Drops every `and`, and every `or` with nothing before it. */
function withLeft(lexemes: readonly Lexeme[], tell: Tell): BalancedLexeme[] {
  return lexemes.filter((lexeme, index): lexeme is BalancedLexeme => {
    if (!isBinary(lexeme)) return true;
    const before = lexemes[index - 1];
    const lonely = !before || before.kind === 'open';
    if (lonely) tell('lonelyOperator', lexeme);
    return lexeme.kind === 'or' && !lonely;
  });
}

function isBinary({ kind }: Lexeme): boolean {
  return kind === 'or' || kind === 'and';
}
