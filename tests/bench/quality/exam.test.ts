import { describe, expect, test } from 'vitest';
import { drawExam, drawn, otherForm, swapped } from './exam.mjs';

/** Twenty papers; each word stands in several of them, `lonely…` in one, and `common` in all. */
const WORDS = `routed tables harbours lanterns signalling compilers garbage collection paging virtual memory
  schedulers ordering recursive grammars parsing matrices inverted`.split(/\s+/);
const PAPERS = Array.from({ length: 20 }, (_, n) => ({
  n: n + 1,
  title: `Notes on ${WORDS[n % WORDS.length]}`,
  abstract: `Common ${[0, 1, 3, 5, 7, 11].map((step) => WORDS[(n + step) % WORDS.length]).join(' ')} lonely${'abcdefghijklmnopqrst'[n]}`,
  authors: [],
}));

function frequency(word: string): number {
  return PAPERS.filter(({ title, abstract }) => wordsOf(`${title} ${abstract}`).includes(word)).length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

/** The words that differ between what is right and what is typed instead. */
function changed(right: string, typed: string): [string, string][] {
  const others = typed.split(' ');
  return right
    .split(' ')
    .map((word, place) => [word, others[place] ?? ''] as [string, string])
    .filter(([word, other]) => word !== other);
}

describe('the exam', () => {
  const exam = drawExam(PAPERS, 1, 300);

  test('is the same for the same seed, and another for another', () => {
    expect(exam).toHaveLength(300);
    expect(drawExam(PAPERS, 1, 300)).toEqual(exam);
    expect(drawExam(PAPERS, 2, 300)).not.toEqual(exam);
  });

  test('asks for four words of one abstract that two papers have at least', () => {
    for (const { n, right } of exam) {
      const words = right.split(' ');
      const own = wordsOf(PAPERS[n - 1]?.abstract ?? '');
      expect(new Set(words).size).toBe(4);
      expect(words.filter((word) => !own.includes(word) || frequency(word) < 2)).toEqual([]);
    }
  });

  test('replaces one word by one that five other papers have, and this one has not', () => {
    for (const { n, right, oneWrong } of exam) {
      const [[, wrong] = ['', ''], ...more] = changed(right, oneWrong);
      const { title = '', abstract = '' } = PAPERS[n - 1] ?? {};
      expect(more).toEqual([]);
      expect(frequency(wrong)).toBeGreaterThanOrEqual(5);
      expect(wordsOf(`${title} ${abstract}`)).not.toContain(wrong);
    }
  });

  test('changes the form of one word, and swaps two letters of one', () => {
    for (const { right, form, swapped: typed } of exam) {
      expect(changed(right, form).map(([word, other]) => other === otherForm(word))).toEqual([true]);
      expect(changed(right, typed).map(([word, other]) => other === swapped(word))).toEqual([true]);
    }
  });

  test('leaves out words that more than 200 papers have', () => {
    const many = Array.from({ length: 12 }, () => PAPERS).flat();
    const paper = { n: 999, title: '', abstract: 'common rarely seldom hardly scarcely', authors: [] };
    const typed = drawExam([...many, paper, { ...paper, n: 1000 }], 1, 300).map(({ right }) => right);
    expect(typed.filter((right) => /\bcommon\b/.test(right))).toEqual([]);
  });

  test('is empty where no abstract has four such words', () => {
    expect(drawExam([{ n: 1, title: 'Salt', abstract: 'A quiet winter', authors: [] }], 1, 300)).toEqual([]);
  });
});

test.each([
  ['routed', 'routing'],
  ['routing', 'routed'],
  ['routes', 'routing'],
  ['functions', 'functing'],
  ['function', 'functing'],
  ['networks', 'networking'],
  ['network', 'networking'],
  ['formal', 'forming'],
  ['quickly', 'quicking'],
])('%s in another form is %s', (word, expected) => {
  expect(otherForm(word)).toBe(expected);
});

test('letters 3 and 4 are swapped', () => {
  expect(swapped('memory')).toBe('meomry');
  expect(swapped('data')).toBe('daat');
});

test('draws each value at most once', () => {
  expect(drawn([1, 2, 3, 4], 4, () => 0)).toEqual([1, 2, 3, 4]);
  expect(drawn([1, 2, 3, 4], 2, () => 0.99)).toEqual([4, 3]);
});
