import fc from 'fast-check';
import { expect, test } from 'vitest';
import { furtherWords } from '@/storage/search/meant/feedback';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import { isFunctionWord } from '@/utils/text/function-words';
import { stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';
import { segmentOf, snapshotOf } from '../memory-index';
import { idf, termsIn } from './naive-words';

async function further(papers: readonly Paper[], best: readonly Paper[]) {
  const half = Math.ceil(papers.length / 2);
  const snapshot = snapshotOf([segmentOf(papers.slice(0, half)), segmentOf(papers.slice(half))]);
  await snapshot.prepare();
  const words = await furtherWords(snapshot, best);
  for (const { expansions, exact } of words) expect([...exact]).toEqual(expansions.map(({ term }) => term));
  return words.map(({ exact, weight }) => [[...exact].sort().join(' '), weight] as const);
}

/** From the definition: the telling words of the best papers, weighed as BM25 does, less from each further paper. */
function expected(papers: readonly Paper[], best: readonly Paper[]): Map<string, number> {
  const weights = new Map<string, number>();
  const forms = new Map<string, Set<string>>();
  best.forEach((paper, rank) => {
    const terms = [...queryTerms(paper.title ?? ''), ...queryTerms(paper.abstract ?? '')];
    for (const stem of new Set(
      terms.filter((term) => !isFunctionWord(term) && !/^\d+$/.test(term)).map(stemOf),
    )) {
      const having = terms.filter((term) => stemOf(term) === stem);
      const part = having.length / (having.length + 1.2 * (0.25 + (0.75 * terms.length) / 120));
      weights.set(stem, (weights.get(stem) ?? 0) + part / (1 + rank));
      forms.set(stem, new Set([...(forms.get(stem) ?? []), ...having]));
    }
  });
  const told = new Map<string, number>();
  for (const [stem, weight] of weights) {
    let count = 0;
    const half = Math.ceil(papers.length / 2);
    for (const part of [papers.slice(0, half), papers.slice(half)])
      for (const term of forms.get(stem) ?? [])
        count += Math.max(
          ...(['title', 'abstract'] as const).map(
            (field) => part.filter((paper) => termsIn(paper, field).includes(term)).length,
          ),
        );
    if (count >= 2 && count <= papers.length / 5)
      told.set([...(forms.get(stem) ?? [])].sort().join(' '), weight * idf(papers.length, count));
  }
  const most = Math.max(...told.values());
  return new Map([...told].map(([name, weight]) => [name, (0.3 * weight) / most]));
}

test('the telling words of the best papers, as the formula weighs them', async () => {
  const words = ['moss', 'mosses', 'roof', 'tide', 'the', '2024', 'byron', 'ice', 'snow', 'snowing', 'GPT-4'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(' '));
  const library = fc.array(fc.record({ title: text, abstract: text }), { minLength: 10, maxLength: 30 });
  let met = 0;
  await fc.assert(
    fc.asyncProperty(library, fc.integer({ min: 0, max: 8 }), async (items, count) => {
      const papers = items.map((fields, index) =>
        storedPaper({ id: `a:${String(index).padStart(2, '0')}`, ...fields }),
      );
      const found = await further(papers, papers.slice(0, count));
      const wanted = expected(papers, papers.slice(0, count));
      met += found.length;
      expect(found.map(([name]) => name).sort()).toEqual([...wanted.keys()].sort());
      for (const [name, weight] of found) expect(weight).toBeCloseTo(wanted.get(name) ?? 0, 9);
      for (let place = 1; place < found.length; place++)
        expect(found[place]?.[1]).toBeLessThanOrEqual(found[place - 1]?.[1] ?? 0);
    }),
    { numRuns: 150 },
  );
  expect(met).toBeGreaterThan(100);
});

test('of more than thirty words those that tell most', async () => {
  const words = Array.from(
    { length: 40 },
    (_, n) => `moss${String.fromCharCode(97 + (n % 26))}${n < 26 ? 'x' : 'z'}`,
  );
  const papers = Array.from({ length: 30 }, (_, n) =>
    storedPaper({
      id: `a:${n + 10}`,
      title: n < 2 ? words.join(' ') : n < 5 ? words.slice(0, 10).join(' ') : 'tide',
    }),
  );
  const found = (await further(papers, papers.slice(0, 1))).map(([name]) => name);
  expect(found.sort()).toEqual(words.slice(10).sort());
});

test('no good papers, no further words', async () => {
  expect(await further([storedPaper({ id: 'a:1', title: 'moss' })], [])).toEqual([]);
});
