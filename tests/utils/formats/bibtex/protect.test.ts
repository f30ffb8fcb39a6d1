import { expect, test } from 'vitest';
import { isShouted, wordsOf } from '@/utils/formats/bibtex/protect';

function kept(title: string): string[] {
  return wordsOf(title, false).flatMap(([, core]) => (core ? [core] : []));
}

test.each<[string, string[]]>([
  ['BERT: Pre-training of mRNA and GPT-4', ['BERT', 'mRNA', 'GPT-4']],
  ['Deep Residual Learning for Pre-Training', []],
  ['(LSTM) word2vec and 3D C#, C++; X-ray', ['LSTM', 'word2vec', '3D', 'C#', 'C++', 'X-ray']],
  ['A Survey: A Lamp? Vitamin A', ['A']],
  ['4-bit and 2d, 1st in 2024', []],
  ["BERT's ÉCOLE", ["BERT's", 'ÉCOLE']],
])('%s keeps %j', (title, words) => {
  expect(kept(title)).toEqual(words);
});

test('no letter is lost', () => {
  const title = ' (BERT)  — 5 %, ';
  expect(wordsOf(title, true).flat().join('')).toBe(title);
});

test.each([
  ['DEEP LEARNING FOR LAMPS', true],
  ['BERT', false],
  ['DEEP LEARNING for LAMPS', false],
  ['深度', false],
])('%s is shouted: %s', (title, shouted) => {
  expect(isShouted(title)).toBe(shouted);
});
