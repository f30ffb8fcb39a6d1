/** The terms of a word, against a reading of the whole vocabulary. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expand, type Wanted } from '@/storage/search/query/expand';
import { runs } from '@/tests/long';
import { storedPaper } from '@/tests/storage/papers';
import { fold } from '@/utils/text/fold';
import { rootOf, stemOf } from '@/utils/text/stem';
import { tokenise } from '@/utils/text/tokens';
import { segmentOf, snapshotOf } from '../memory-index';

/** By the definition of optimal string alignment: neighbours may change places, and are then left alone. */
function errorsBetween(a: string, b: string): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return a.length - i + (b.length - j);
    const key = `${i} ${j}`;
    const told = known.get(key);
    if (told !== undefined) return told;
    const swapped = a[i] === b[j + 1] && a[i + 1] === b[j] && i + 1 < a.length && j + 1 < b.length;
    const least = Math.min(
      from(i + 1, j + 1) + (a[i] === b[j] ? 0 : 1),
      from(i + 1, j) + 1,
      from(i, j + 1) + 1,
      swapped ? from(i + 2, j + 2) + 1 : Number.POSITIVE_INFINITY,
    );
    known.set(key, least);
    return least;
  };
  return from(0, 0);
}

/** Why a term stands for a word, and what it weighs then. */
function readAs({ term: word, forms, prefix, fuzzy }: Wanted, term: string): [number, number] | undefined {
  const further = term.length - word.length;
  if (term === word) return [1, 0];
  if (forms && rootOf(word) && stemOf(term) === stemOf(word) && further < 7) return [0.9, 0];
  if (term.startsWith(word))
    return prefix ? [(0.375 * term.length) / (term.length + 0.3 * further), 0] : undefined;
  const most = word.length < 4 || /\p{N}/u.test(word) ? 0 : Math.min(6, Math.round(word.length / 5));
  const errors = errorsBetween(word, term);
  return fuzzy && errors <= most ? [(0.45 * term.length) / (term.length + errors), errors] : undefined;
}

const BEGINNINGS = ['rout', 'ruot', 'orut', 'zebra', 'bezra', 'relat', 'stud', 'sutd', 'resnet5', 'lantern'];
const ENDINGS = [
  '',
  'e',
  'es',
  's',
  'ed',
  'ing',
  'ion',
  'y',
  'ies',
  'ied',
  'ionally',
  'iveness',
  'ivenesses',
  '0',
  'fish',
];
const term = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(...ENDINGS))
      .map((parts) => parts.join('')),
  },
  fc.string({ unit: fc.constantFrom(...'abé'), minLength: 3, maxLength: 6 }),
);
const wanted = fc.record({ term, forms: fc.boolean(), prefix: fc.boolean(), fuzzy: fc.boolean() });

test('a word stands for its forms, what begins with it and what is spelled like it, and nothing else', async () => {
  const met = { form: 0, prefix: 0, alike: 0 };
  const part = fc.array(term, { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 3 }),
      fc.array(wanted, { maxLength: 3 }),
      async (parts, words) => {
        const segments = parts.map((terms, index) =>
          segmentOf([storedPaper({ id: `a:${index}`, title: terms.join(' ') })]),
        );
        const vocabularies = parts.map((terms) => new Set(terms.flatMap(termsOf)));
        const vocabulary = vocabularies.flatMap((known) => [...known]);
        const asked = words.map((word) => ({ ...word, term: fold(word.term) }));
        const found = await expand(snapshotOf(segments), asked);
        for (const [index, word] of asked.entries()) {
          const expected = new Map(
            [...vocabulary].flatMap((one) => {
              const read = readAs(word, one);
              return read ? [[one, read] as const] : [];
            }),
          );
          const told =
            found[index]?.map(({ term, weight, errors }) => [term, [weight, errors]] as const) ?? [];
          expect(told.map(([one]) => one).sort()).toEqual([...expected.keys()].sort());
          for (const { term, ranges } of found[index] ?? []) {
            const having = vocabularies.flatMap((known, number) => (known.has(term) ? [number] : []));
            expect(ranges.map(({ segment }) => segment)).toEqual(having);
          }
          for (const [one, [weight, errors]] of told) {
            expect(weight).toBeCloseTo(expected.get(one)?.[0] ?? 0, 12);
            expect(errors).toBe(expected.get(one)?.[1]);
            if (weight === 0.9) met.form++;
            else if (errors > 0) met.alike++;
            else if (weight < 1) met.prefix++;
          }
        }
      },
    ),
    { numRuns: runs(6000) },
  );
  expect(Math.min(met.form, met.prefix, met.alike)).toBeGreaterThan(5);
});

test.each([
  ['routed', ['route', 'routing', 'routings', 'rotund'], ['route', 'routing', 'routings']],
  ['relate', ['relativeness', 'relativenesses', 'relations'], ['relations', 'relativeness']],
  ['lantren', ['lantern', 'lanterns'], ['lantern']],
  ['ezbra', ['zebra'], ['zebra']],
  ['mcie', ['mice', 'mace'], ['mice']],
  ['xice', ['mice', 'dice'], ['dice', 'mice']],
  ['ice', ['mice', 'cie'], []],
  ['2032', ['2023'], []],
])('%s stands for', async (word, terms, expected) => {
  const segment = segmentOf([storedPaper({ id: 'a:1', title: terms.join(' ') })]);
  const [found] = await expand(snapshotOf([segment]), [
    { term: word, forms: true, prefix: false, fuzzy: true },
  ]);
  expect(found?.map(({ term }) => term).sort()).toEqual(expected);
});

function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term);
}
