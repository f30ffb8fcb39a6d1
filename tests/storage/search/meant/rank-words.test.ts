/** BM25F of the segments against the formula, computed from the texts of the live papers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_FIELDS, type PaperField } from '@/storage/search/families/papers-index';
import { type RankedWord, type RankOptions, Ranks, rarityOf } from '@/storage/search/meant/rank-words';
import { holdPostings } from '@/storage/search/query/hold-postings';
import { lookUp } from '@/storage/search/query/look-up';
import { LONG } from '@/tests/long';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { grow, segmentOf, snapshotOf } from '../memory-index';
import { idf, liveDocuments, termsIn } from './naive-words';

const K1 = 1.6;
const TERMS = ['moss', 'mosses', 'mossy', 'roof', 'roofs', 'tide', 'byron', '2024'];

interface Word {
  terms: string[];
  exact: string[];
  weight: number;
  fields: PaperField[] | undefined;
}

const text = fc
  .array(fc.constantFrom('moss', 'moss', 'mosses', 'roof', 'roofs', 'tide', 'the', 'of', '2024'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(' '));
const item = fc.record({
  number: fc.nat(9),
  title: text,
  abstract: text,
  note: text,
  authors: fc.constantFrom<string[][]>([], ['Ada Byron'], ['Moss']),
  tags: fc.constantFrom<string[][]>([], ['mossy roofs']),
});
const parts = fc.array(fc.uniqueArray(item, { selector: ({ number }) => number, maxLength: 6 }), {
  minLength: 1,
  maxLength: 3,
});
const word: fc.Arbitrary<Word> = fc.record({
  terms: fc.uniqueArray(fc.constantFrom(...TERMS, 'nowhere'), { minLength: 1, maxLength: 3 }),
  exact: fc.subarray(TERMS),
  weight: fc.constantFrom(0.5, 1, 3),
  fields: fc.option(fc.subarray([...PAPER_FIELDS], { minLength: 1 }), { nil: undefined }),
});
const weights = fc.record({ boost: fc.constantFrom(0.5, 1, 5), b: fc.constantFrom(0, 0.4, 1) });
const options: fc.Arbitrary<RankOptions> = fc.record({
  fields: fc.record(
    Object.fromEntries(PAPER_FIELDS.map((field) => [field, weights])) as Record<PaperField, typeof weights>,
  ),
  form: fc.constantFrom(0.1, 0.7),
  exact: fc.constantFrom(0, 0.5, 1),
  delta: fc.constantFrom(0, 0.5),
});

/** How much of these terms a paper has. */
function amount(
  paper: Paper,
  live: readonly Paper[],
  { terms, fields }: Word,
  { fields: weights }: RankOptions,
): number {
  let sum = 0;
  for (const field of fields ?? PAPER_FIELDS) {
    const length = (one: Paper) => new Set(termsIn(one, field)).size;
    const having = live.filter((one) => length(one) > 0);
    const mean = having.reduce((all, one) => all + length(one), 0) / having.length;
    const { boost, b } = weights[field];
    const count = termsIn(paper, field).filter((term) => terms.includes(term)).length;
    if (count > 0) sum += (boost * count) / (1 - b + (b * length(paper)) / mean);
  }
  return sum;
}

function expectedFor(
  live: readonly Paper[],
  word: Word,
  options: RankOptions,
): { rarity: number; scores: Map<string, number> } {
  const exact = { ...word, terms: word.terms.filter((term) => word.exact.includes(term)) };
  const forms = { ...word, terms: word.terms.filter((term) => !word.exact.includes(term)) };
  const alone = new Map(live.map((paper) => [paper.id, amount(paper, live, exact, options)]));
  const all = new Map(
    live.map((paper) => [
      paper.id,
      (alone.get(paper.id) ?? 0) + options.form * amount(paper, live, forms, options),
    ]),
  );
  const count = (amounts: Map<string, number>) => [...amounts.values()].filter((one) => one > 0).length;
  if (count(all) === 0) return { rarity: 0, scores: new Map() };
  const rarity = idf(live.length, count(all));
  const further = count(alone) > 0 ? options.exact * (idf(live.length, count(alone)) - rarity) : 0;
  const saturated = (one: number) => (one * (K1 + 1)) / (one + K1);
  const scores = [...all]
    .filter(([, one]) => one > 0)
    .map(([id, one]) => {
      const score =
        rarity * (saturated(one) + options.delta * (K1 + 1)) + further * saturated(alone.get(id) ?? 0);
      return [id, word.weight * score] as const;
    });
  return { rarity, scores: new Map(scores) };
}

test('documents are ranked as the formula says, whatever was replaced and deleted', async () => {
  const removed = fc.uniqueArray(fc.nat(9), { maxLength: 3 });
  const left = fc.uniqueArray(fc.nat(9), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      parts,
      removed,
      left,
      fc.array(word, { maxLength: 4 }),
      options,
      async (items, gone, out, words, how) => {
        const papers = items.map((part) =>
          part.map(({ number, ...fields }) => storedPaper({ id: `a:${number}`, ...fields })),
        );
        const { segments, live } = grow(papers, new Set(gone.map((number) => `a:${number}`)));
        const snapshot = snapshotOf(segments);
        await snapshot.prepare();
        const docs = await liveDocuments(snapshot);
        const among = new Uint8Array(snapshot.size).fill(1);
        for (const number of out) among[docs.get(`a:${number}`) ?? snapshot.size] = 0;
        const known = await lookUp(
          snapshot,
          words.flatMap(({ terms }) => terms),
        );
        const held = await holdPostings(snapshot, [...known.values()]);
        const ranks = await Ranks.over(snapshot, among, how);
        const scores = new Map<string, number>();
        const mass = new Map<string, number>();
        const bits = new Map<string, number>();
        for (const [bit, one] of words.entries()) {
          const ranked: RankedWord = {
            expansions: one.terms.flatMap((term) => known.get(term) ?? []),
            exact: new Set(one.exact),
            weight: one.weight,
            ...(one.fields && {
              fields: one.fields.reduce((mask, field) => mask | (1 << PAPER_FIELDS.indexOf(field)), 0),
            }),
          };
          const expected = expectedFor(live, one, how);
          expect(ranks.add(held, ranked, bit)).toBeCloseTo(expected.rarity, 9);
          let having = 0;
          for (const [id, score] of expected.scores) {
            if (among[docs.get(id) ?? 0] === 0) continue;
            having++;
            scores.set(id, (scores.get(id) ?? 0) + score);
            mass.set(id, (mass.get(id) ?? 0) + expected.rarity);
            bits.set(id, (bits.get(id) ?? 0) | (1 << bit));
          }
          expect(ranks.count(held, ranked.expansions, ranked.fields ?? 63)).toBe(having);
        }
        expect(ranks.docs.toSorted()).toEqual([...scores.keys()].map((id) => docs.get(id) ?? -1).sort());
        for (const [id, doc] of docs) {
          expect(ranks.scores[doc]).toBeCloseTo(scores.get(id) ?? 0, 9);
          expect(ranks.mass[doc]).toBeCloseTo(mass.get(id) ?? 0, 9);
          expect(ranks.bits[doc]).toBe(bits.get(id) ?? 0);
        }
      },
    ),
    { numRuns: LONG ? 4000 : 100 },
  );
});

test('of words beyond the 32nd only the score is known', async () => {
  const snapshot = snapshotOf([segmentOf([storedPaper({ id: 'a:1', title: 'moss' })])]);
  await snapshot.prepare();
  const known = await lookUp(snapshot, ['moss']);
  const fields = Object.fromEntries(PAPER_FIELDS.map((field) => [field, { boost: 1, b: 0 }]));
  const ranks = await Ranks.over(snapshot, new Uint8Array([1]), {
    ...{ fields: fields as RankOptions['fields'], form: 1, exact: 0, delta: 0 },
  });
  const word = { expansions: [...known.values()], exact: new Set(['moss']), weight: 1 };
  const held = await holdPostings(snapshot, word.expansions);
  ranks.add(held, word, 31);
  const [once] = ranks.scores;
  ranks.add(held, word, 32);
  expect(ranks.bits[0]).toBe(2 ** 31);
  expect(ranks.scores[0]).toBeCloseTo(2 * (once ?? 0), 12);
});

test.each([
  [10, 0],
  [10, 5],
  [10, 10],
  [0, 0],
])('of %i papers, %i: rarity is more than nothing, and less in more papers', (live, count) => {
  expect(rarityOf(live, count)).toBeGreaterThan(0);
  expect(rarityOf(live, count)).toBeGreaterThan(rarityOf(live, count + 0.5));
});
