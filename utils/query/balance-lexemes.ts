/** Puts the lexemes of a query into an order that every parser can read. */
import type { Lexed, Lexeme, Misread } from './lex-query';

/** A lexeme that a parser meets. */
export type BalancedLexeme = Lexeme & { kind: Exclude<Lexeme['kind'], 'and'> };

export interface Balanced {
  lexemes: BalancedLexeme[];
  misread: Misread[];
}

type Tell = (code: Misread['code'], place: Lexeme) => void;

/**
 * The same lexemes of `text` with all parentheses closed, nothing empty, no `and`, and something to search on both sides of
 * every `or` and behind every `not` and `field`; what this changed is added to `misread`. What stands unfinished at the
 * very end goes without a word: somebody is typing it.
 */
export function balanceLexemes({ lexemes, misread }: Lexed, text: string): Balanced {
  const all: Misread[] = [...misread];
  const tell: Tell = (code, { start, end }) => all.push({ code, start, end });
  const balanced = withLeft(withRight(closed(lexemes, text, tell), text, tell), tell);
  return { lexemes: balanced, misread: all };
}

/** With as many `close` as `open`; one that the text does not have has no text. */
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

/** Without empty groups, and without operators and fields that have nothing behind them. */
function withRight(lexemes: readonly Lexeme[], text: string, tell: Tell): Lexeme[] {
  const kept: Lexeme[] = []; // the last one first
  let ending = true;
  let emptied = false; // whether what stood right behind was an empty group
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

/** Without every `and`, and every `or` that has nothing before it. */
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
