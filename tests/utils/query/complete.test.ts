import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedQuery } from '@/tests/random-queries';
import { utcDays } from '@/tests/utc-days';
import { completionsAt, take } from '@/utils/query/complete';
import { completionPlace } from '@/utils/query/completion-place';
import { FIELD_CALLED, fieldNamed, isRanked } from '@/utils/query/fields';
import { knownNames } from '@/utils/query/known-names';
import { parseQuery } from '@/utils/query/parse-query';

// A Tuesday.
const DAYS = utcDays('2026-11-24');

/** What is offered at `|` (at the end, if there is none) in a library with these names. */
function offered(marked: string, names: readonly string[] = []) {
  const text = marked.replace('|', '');
  const place = completionPlace(text, marked.includes('|') ? marked.indexOf('|') : text.length);
  if (!place) return [];
  const known = knownNames(names.map((name) => ({ name })));
  return completionsAt(text, place, known, DAYS).map((one) => ({ ...one, taken: take(text, place, one) }));
}

const labels = (marked: string, names?: readonly string[]) =>
  offered(marked, names).map(({ label }) => label);
const taken = (marked: string, names?: readonly string[]) => offered(marked, names)[0]?.taken.text;

describe('names of fields', () => {
  test.each([
    ['au', ['author:']],
    ['Ta', ['tag:']],
    ['no', ['note:']],
    ['graph -ti', ['title:']],
    ['organi', ['organization:']],
    ['or', ['org:']],
    ['a', []],
    ['title', []],
    ['graph', []],
  ])('%s: %j', (typed, names) => {
    expect(labels(typed)).toEqual(names);
  });
});

describe('days', () => {
  test.each([
    [
      'saved:',
      ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-year', 'last-year'],
    ],
    ['saved:t', ['today', 'this-week', 'this-month', 'this-year', 'tuesday', 'thursday']],
    ['listed:y', ['yesterday']],
    ['published:last-w', ['last-week']],
    ['saved:>=mo', ['>=monday']],
    ['saved:monday..fr', ['monday..friday']],
    ['saved:tuesday', []],
    ['saved:2026-1', ['2026-11', '2026-10']],
    ['saved:2025', ['2025-12', '2025-11', '2025-10', '2025-09', '2025-08', '2025-07', '2025-06', '2025-05']],
    ['upvotes:', []],
  ])('%s: %j', (typed, days) => {
    expect(labels(typed)).toEqual(days);
  });

  test('say which days they mean', () => {
    expect(offered('saved:last-w')[0]?.days).toEqual(['2026-11-16', '2026-11-22']);
  });
});

test('values of is: and has: are those that there are', () => {
  expect(labels('is:')).toEqual(['starred', 'unread', 'reading', 'read', 'trashed']);
  expect(labels('has:A')).toEqual(['abstract']);
});

describe('what is taken', () => {
  test.each([
    ['au', [], 'author:'],
    ['saved:tu', [], 'saved:tuesday '],
    ['graph tag:re', ['to read'], 'graph tag:="to read" '],
    ['tag:="say', ['say "hi"'], 'tag:="say ""hi""" '],
    ['author:lov', ['Ada Lovelace'], 'author:"Ada Lovelace" '],
    ['author:"ada l|"', ['Ada Lovelace'], 'author:"Ada Lovelace" '],
    ['Author:pla', ['Plato'], 'Author:Plato '],
    ['venue:ne', ['NeurIPS'], 'venue:NeurIPS '],
    ['org:max', ['The "Max" Planck'], 'org:"The Max Planck" '],
    ['site:acl', ['acl-anthology'], 'site:acl-anthology '],
    ['(author:ad|) graph', ['Ada B'], '(author:"Ada B") graph'],
    ['author:ad| graph', ['Ada B'], 'author:"Ada B" graph'],
  ])('%s of %j: %s', (typed, names, text) => {
    expect(taken(typed, names)).toBe(text);
  });

  test('leaves the caret where one goes on', () => {
    expect(offered('author:ad| graph', ['Ada B'])[0]?.taken.caret).toBe('author:"Ada B" '.length);
    expect(offered('au')[0]?.taken.caret).toBe('author:'.length);
  });

  test('would not be read as it is meant: it is not offered', () => {
    expect(labels('author:', ['—', 'Ada'])).toEqual(['Ada']);
    expect(labels(`${'word '.repeat(31)}author:`, ['Ada'])).toEqual([]);
  });
});

test('at most eight are offered', () => {
  expect(
    offered(
      'author:',
      'abcdefghijk'.split('').map((letter) => `${letter}x`),
    ),
  ).toHaveLength(8);
});

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'Ada Byron',
    'OR',
    '-x',
    'a "b" c',
    '2401.12345',
    '10.1000/x',
    'x: y',
    '(a) b',
    '状態',
    'A.',
    '“x',
  ),
);
const names = [...FIELD_CALLED.values()].flat();

test('each completion, when taken, is one condition on its field, read without a mistake', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names, 'tag:='), fc.array(name, { maxLength: 4 }), (field, library) => {
      const start = field.endsWith('=') ? field : `${field}:`;
      for (const { taken, label } of offered(start, library)) {
        const { query, hints } = parseQuery(taken.text, DAYS);
        expect(hints, taken.text).toEqual([]);
        const meant = { kind: query.kind, field: 'field' in query ? query.field : undefined };
        const asked = fieldNamed(field) ?? 'exactTag';
        if (asked === 'tags' || asked === 'exactTag') expect(meant.kind, label).toBe('tag');
        else if (isRanked(asked)) expect(meant.field, taken.text).toBe(asked);
        else
          expect(['venue', 'organization', 'submitter', 'site', 'range', 'flag'], taken.text).toContain(
            meant.kind,
          );
      }
    }),
  );
});

test('taken in any text, no completion makes it worse', () => {
  const tail = fc.constantFrom('au', 'saved:', 'tag:', 'author:"a', 'is:', 'listed:>=m', 'venue:a');
  fc.assert(
    fc.property(typedQuery, tail, fc.array(name, { maxLength: 3 }), (before, end, library) => {
      const text = `${before} ${end}`;
      const place = completionPlace(text, text.length);
      if (!place) return;
      const rest = parseQuery(`${text.slice(0, place.start)} `, DAYS).hints.length;
      for (const { taken } of offered(text, library)) {
        expect(taken.text.startsWith(text.slice(0, place.start))).toBe(true);
        expect(parseQuery(taken.text, DAYS).hints.length).toBeLessThanOrEqual(rest);
      }
    }),
  );
});
