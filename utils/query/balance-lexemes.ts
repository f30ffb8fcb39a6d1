/** Puts the lexemes of a query into an order that every parser can read. */
import type { Lexed, Lexeme, Misread } from './lex-query';

/**
 * The same lexemes of `text` with all parentheses closed, nothing empty, and something to search on both sides of every `or`
 * and behind every `not` and `field`; what this changed is added to `misread`.
 */
export function balanceLexemes({ lexemes, misread }: Lexed, text: string): Lexed {
  const balanced: Lexeme[] = [];
  const all: Misread[] = [...misread];
  const opens: Lexeme[] = [];
  const tell = (code: Misread['code'], { start, end }: Lexeme) => all.push({ code, start, end });

  for (const lexeme of lexemes) {
    if (lexeme.kind === 'open') opens.push(lexeme);
    if (lexeme.kind !== 'close') balanced.push(lexeme);
    else if (opens.pop()) close(lexeme);
    else tell('strayParenthesis', lexeme);
  }
  for (let open = opens.pop(); open; open = opens.pop()) {
    tell('unclosedParenthesis', open);
    close({ kind: 'close', text: '', start: text.length, end: text.length });
  }
  return { lexemes: balanced.map(orWord), misread: all };

  /** Ends the innermost group; an empty one goes, with what stood before it. */
  function close(lexeme: Lexeme): void {
    if (balanced.at(-1)?.kind !== 'open') {
      balanced.push(lexeme);
      return;
    }
    balanced.pop();
    const before = balanced.at(-1);
    if (before?.kind === 'not') {
      tell('lonelyOperator', before);
      balanced.pop();
    }
    const field = balanced.at(-1);
    if (field?.kind === 'field') {
      tell('badValue', field);
      balanced[balanced.length - 1] = { ...field, kind: 'word', text: text.slice(field.start, field.end) };
    }
  }

  /** An `or` without something on both sides is a word. Earlier ones have been decided when a later one is. */
  function orWord(lexeme: Lexeme, index: number): Lexeme {
    if (lexeme.kind !== 'or') return lexeme;
    const before = balanced[index - 1]?.kind;
    const after = balanced[index + 1]?.kind;
    if (before && before !== 'open' && before !== 'or' && after && after !== 'close') return lexeme;
    tell('lonelyOperator', lexeme);
    const word: Lexeme = { ...lexeme, kind: 'word' };
    balanced[index] = word;
    return word;
  }
}
