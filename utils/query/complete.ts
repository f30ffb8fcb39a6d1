/** Completions for the search box: names of fields, and values that the library or the calendar knows. */
import { dayOf, dayText } from './calendar';
import type { CompletionPlace } from './completion-place';
import { DAY_WORDS, daysCalled } from './day-words';
import { FIELD_CALLED, FLAGS, isColumn, type NamedField } from './fields';
import { type KnownName, namesFor } from './known-names';
import { parseQuery } from './parse-query';
import type { QueryDays } from './query-days';
import type { Column } from './query-tree';
import { exactTag, quotedFilter } from './quoted-filter';

/** One thing that can be put where the caret is. `text` replaces the place. */
export interface Completion {
  text: string;
  label: string;
  /** The field that it names; it still needs a value. */
  names?: NamedField;
  /** How many papers have the value, if that is known. */
  papers?: number;
  /** The first and last day (`YYYY-MM-DD`) that the value means. */
  days?: readonly [first: string, last: string];
}

/** Completions that are offered at most. */
const MOST = 8;
/** Values that are tried for them. Where the query has no room for another word, all of them are misread. */
const MOST_TRIED = 40;
/** One letter begins too many words. */
const SHORTEST_NAME = 2;
/** A value that needs no quotation marks. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/**
 * What can stand at `place` of `text`, the best first. `known` are the library's values of the field. Each, when taken, is
 * read as it is meant: a value that would be misread is not offered, nor one that stands there already.
 */
export function completionsAt(
  text: string,
  place: CompletionPlace,
  known: readonly KnownName[],
  days: QueryDays,
): Completion[] {
  const rest = `${text.slice(0, place.start)} ${text.slice(place.end)}`;
  const misread = parseQuery(rest, days).hints.length;
  const written = text.slice(place.start, place.end);
  const offered: Completion[] = [];
  let tried = 0;
  for (const completion of candidates(place, known, days)) {
    if (offered.length === MOST || tried++ === MOST_TRIED) break;
    if (completion.text === written) continue;
    const { text: taken } = take(text, place, completion);
    if (parseQuery(taken, days).hints.length <= misread) offered.push(completion);
  }
  return offered;
}

/** The text with a completion at its place, and where the caret goes on. A value is followed by a space. */
export function take(
  text: string,
  { start, end }: CompletionPlace,
  completion: Completion,
): { text: string; caret: number } {
  const after = text.slice(end);
  const space = completion.names === undefined && !/^[)）]/.test(after);
  const head = text.slice(0, start) + completion.text + (space && after === '' ? ' ' : '');
  return { text: head + after, caret: head.length + Number(space && after !== '') };
}

function candidates(
  place: CompletionPlace,
  known: readonly KnownName[],
  days: QueryDays,
): Iterable<Completion> {
  const { field, prefix, typed } = place;
  if (field === undefined) return fieldNames(typed);
  if (field === 'is' || field === 'has') return words(FLAGS[field], prefix, '', typed.toLowerCase());
  if (isColumn(field)) return daysOf(field, place, days);
  return values(place, known);
}

function* fieldNames(typed: string): Generator<Completion> {
  const start = typed.toLowerCase();
  if (start.length < SHORTEST_NAME) return;
  for (const [field, called] of FIELD_CALLED) {
    const name = called.find((one) => one.startsWith(start));
    // A word that is typed in full, such as `title`, is more often a word.
    if (name && !called.includes(start)) yield { text: `${name}:`, label: `${name}:`, names: field };
  }
}

function* words(list: readonly string[], prefix: string, head: string, typed: string): Generator<Completion> {
  for (const word of list)
    if (word.startsWith(typed)) yield { text: `${prefix}${head}${word}`, label: `${head}${word}` };
}

/** Words for days, and months once a year is typed; behind a sign or `..`, too. */
function* daysOf(column: Column, { prefix, typed }: CompletionPlace, days: QueryDays): Generator<Completion> {
  if (column === 'upvotes') return;
  const today = column === 'saved' ? days.own : days.utc;
  const now = dayOf(today);
  if (now === undefined) return;
  const [, head = '', start = ''] = /^(.*\.\.|[<>]?=?)(.*)$/s.exec(typed.toLowerCase()) ?? [];
  for (const completion of words(DAY_WORDS, prefix, head, start)) {
    const called = daysCalled(completion.label.slice(head.length), now);
    yield called ? { ...completion, days: [dayText(called.first), dayText(called.last)] } : completion;
  }
  const year = /^\d{4}(?=-?)/.exec(start)?.[0];
  if (year === undefined) return;
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(12 - month).padStart(2, '0')}`);
  const past = months.filter((month) => month <= today);
  yield* words(past, prefix, head, start);
}

function* values(
  { field, prefix, typed }: CompletionPlace,
  known: readonly KnownName[],
): Generator<Completion> {
  const called = prefix.slice(0, -1);
  for (const { name, papers } of namesFor(known, typed)) {
    const text =
      field === 'tags' || field === 'exactTag'
        ? exactTag(name)
        : PLAIN.test(name)
          ? prefix + name
          : quotedFilter(called, name);
    yield { text, label: name, ...(papers !== undefined && { papers }) };
  }
}
