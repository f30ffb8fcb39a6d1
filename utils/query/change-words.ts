/** Changes plain words of a query as typed: leaves one out, or spells some otherwise. All else stays as it is. */
import { balanceLexemes } from './balance-lexemes';
import { lexQuery } from './lex-query';

/** The query without a plain word, wherever it stands. */
export function withoutWord(text: string, word: string): string {
  return changed(text, (typed) => (typed === word ? '' : typed))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The query with other spellings for some of its plain words; `spelled` has them by the words as typed. */
export function withSpelling(text: string, spelled: ReadonlyMap<string, string>): string {
  return changed(text, (typed) => spelled.get(typed) ?? typed);
}

/** The text with its plain words changed: those that belong to no field and are not excluded. */
function changed(text: string, change: (word: string) => string): string {
  let result = '';
  let end = 0;
  let plain = true;
  for (const lexeme of balanceLexemes(lexQuery(text), text).lexemes) {
    if (lexeme.kind === 'word' && plain) {
      result += text.slice(end, lexeme.start) + change(lexeme.text);
      end = lexeme.end;
    }
    plain = lexeme.kind !== 'field' && lexeme.kind !== 'not';
  }
  return result + text.slice(end);
}
