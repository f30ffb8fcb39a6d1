/** What is being typed at the caret of the search box: the name of a field, or a value of one. */
import type { QueryField } from './fields';
import { lexQuery } from './lex-query';

/** The span from `start` to `end` (UTF-16 units) is what a completion replaces. */
export interface CompletionPlace {
  start: number;
  end: number;
  /** What stands there so far, without the field and without quotation marks. */
  typed: string;
  /** The field whose value is typed; undefined while its name is. */
  field?: QueryField;
  /** The field as it was typed, with its colon; empty while its name is typed. */
  prefix: string;
}

/** In longer texts nothing is completed: they were pasted, and are read once with every letter. */
const LONGEST = 500;
const CLOSING = /^["“”„‟«»＂]?(?=$|[\s)）])/;

/** Undefined where nothing can be completed: in a word, in free text between quotation marks, behind a space. */
export function completionPlace(text: string, caret: number): CompletionPlace | undefined {
  const after = text.slice(caret);
  const closing = CLOSING.exec(after)?.[0];
  if (text.length > LONGEST || closing === undefined) return undefined;
  const before = text.slice(0, caret);
  const { lexemes, misread } = lexQuery(before);
  const [last, previous] = [lexemes.at(-1), lexemes.at(-2)];

  const quote = misread.find(({ code }) => code === 'unclosedQuote')?.start;
  if (quote !== undefined) {
    const field = lexemes.find(({ kind, end }) => kind === 'field' && end === quote);
    return field && valueIn(field, before.slice(quote + 1), caret + closing.length);
  }
  if (closing !== '' || last?.end !== caret) return undefined;
  if (last.kind === 'field') return valueIn(last, '', caret);
  if (last.kind !== 'word') return undefined;
  if (previous?.kind === 'field' && previous.end === last.start)
    return valueIn(previous, before.slice(last.start), caret);
  // The name of a field waits for its value only at the very end.
  if (/^[a-z]+$/i.test(before.slice(last.start)) && isFree(last.start) && after.trim() === '')
    return { start: last.start, end: caret, typed: before.slice(last.start), prefix: '' };
  return undefined;

  function valueIn(field: { start: number; end: number; text: string }, typed: string, end: number) {
    const prefix = before.slice(field.start, field.end);
    return { start: field.start, end, typed, field: field.text as QueryField, prefix };
  }

  /** Whether a term may begin at `start`: not behind the value's own minus, as in `tag:-x`. */
  function isFree(start: number): boolean {
    return start === 0 || /(?:^|[\s(（])[-－]?$/.test(before.slice(0, start));
  }
}
