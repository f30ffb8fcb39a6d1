import { expect, test } from 'vitest';
import { lastLine, report } from './report.mjs';

const counts = { right: 300, oneWrong: 290, form: 280, swapped: 270 };
const answers = (ndcg10: number, map100: number, empty = 0) => ({ ndcg10, map100, empty });
const result = {
  papers: 3204,
  questions: { offprint: answers(0.5, 0.4), minisearch: answers(0.3, 0.2) },
  fts5: [
    { weights: [1, 1, 1], answers: answers(0.435, 0.275, 1) },
    { weights: [3, 1, 2], answers: answers(0.423, 0.276) },
  ],
  known: { offprint: counts, minisearch: counts, of: 300 },
  similar: null,
};

test('the last line has of FTS5 whichever weights do better, measure by measure', () => {
  expect(JSON.parse(lastLine(new Map([['cacm', result]])))).toEqual({
    collections: {
      cacm: {
        questions: { ...result.questions, fts5porter: answers(0.435, 0.276) },
        known: result.known,
        similar: null,
      },
    },
  });
});

test('the table has a row for every contender', () => {
  const text = report('cacm', result, { seed: 7, half: 'odd' });
  expect(text).toContain('cacm: 3204 papers, the odd questions');
  expect(text).toContain('| Offprint | 0.500 | 0.400 | 0 |');
  expect(text).toContain('| FTS5, porter, any word, 3:1:2 | 0.423 | 0.276 | 0 |');
  expect(text).toContain('| MiniSearch, any word | 300 | 290 | 280 | 270 |');
  expect(text).toContain('no links');
});
