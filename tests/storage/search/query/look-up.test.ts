import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_FIELDS } from '@/storage/search/families/papers-index';
import { lookUp } from '@/storage/search/query/look-up';
import { runs } from '@/tests/long';
import { storedPaper } from '@/tests/storage/papers';
import { tokenise } from '@/utils/text/tokens';
import { segmentOf, snapshotOf } from '../memory-index';

const WORDS = ['deep', 'deeper', 'de', 'zebra', 'gpt-4', '状態空間', 'α', '𝒳x', 'ﬁne', 'z', '2401.12345'];

test('terms are found as a map would find them, with how many papers of each segment have them', async () => {
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((parts) => parts.join(' '));
  const part = fc.array(fc.record({ title: text, abstract: text }), { minLength: 1, maxLength: 6 });
  const asked = fc.array(fc.oneof(fc.constantFrom(...WORDS.flatMap(termsOf)), fc.string({ maxLength: 4 })));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 3 }), asked, async (parts, terms) => {
      const expected = new Map<string, Map<string, number>>();
      const segments = parts.map((texts, number) => {
        const papers = texts.map((fields, index) => storedPaper({ id: `a:${number}${index}`, ...fields }));
        for (const field of ['title', 'abstract'] as const)
          for (const paper of papers)
            for (const term of new Set(termsOf(paper[field] ?? ''))) {
              const places = expected.get(term) ?? new Map();
              const place = `${number} ${field}`;
              expected.set(term, places.set(place, (places.get(place) ?? 0) + 1));
            }
        return segmentOf(papers);
      });
      const found = await lookUp(snapshotOf(segments), terms);
      expect([...found.keys()].sort()).toEqual(
        [...new Set(terms)].filter((term) => expected.has(term)).sort(),
      );
      for (const [term, { term: told, ranges, frequency, weight, errors }] of found) {
        const counted = ranges.flatMap(({ segment, counts }) =>
          [...counts].flatMap((count, field) =>
            count > 0 ? [[`${segment} ${PAPER_FIELDS[field]}`, count] as const] : [],
          ),
        );
        expect(new Map(counted)).toEqual(expected.get(term));
        expect(counted.length).toBe(expected.get(term)?.size);
        expect([told, weight, errors]).toEqual([term, 1, 0]);
        expect(frequency).toBe(counted.reduce((sum, [, count]) => sum + count, 0));
      }
    }),
    { numRuns: runs(2000) },
  );
});

test('a dictionary of many chunks has its first and last terms, and none before or behind them', async () => {
  const terms = Array.from({ length: 5000 }, (_, index) => `word${String(index).padStart(6, '0')}`);
  const segment = segmentOf([storedPaper({ id: 'a:1', abstract: terms.join(' ') })]);
  expect(segment.header.terms.length).toBeGreaterThan(3);
  const found = await lookUp(snapshotOf([segment]), ['a', ...terms, 'wor', 'word0000000', 'zzz']);
  expect([...found.keys()]).toEqual(terms);
});

function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term);
}
