import { expect, test } from 'vitest';
import { capitalised, titleCase } from '@/utils/formats/citations/title-case';

test.each([
  ['how rivers find the sea: a study of deltas', 'How Rivers Find the Sea: A Study of Deltas'],
  ['what it depends on', 'What It Depends On'],
  ['is it? yes: it is', 'Is It? Yes: It Is'],
  ['state-of-the-art and in vitro', 'State-of-the-Art and in Vitro'],
  ["don't say we're done", "Don't Say We're Done"],
  ['don’t say we’re done', 'Don’t Say We’re Done'],
  ['BERT and mRNA via iPhone', 'BERT and mRNA via iPhone'],
  ['WHY IT WORKS', 'WHY IT WORKS'],
  ['α-helices and the β', 'α-Helices and the β'],
  ['a study of <b>tags</b>', 'A Study of <b>Tags</b>'],
  ['“the end” of it', '“The End” of It'],
  ['x-rays', 'X-Rays'],
  ['über die Grundlagen', 'Über Die Grundlagen'],
  ['深度学习', '深度学习'],
  ['', ''],
])('%j is %j', (title, cased) => {
  expect(titleCase(title)).toBe(cased);
});

test('a capital at the beginning', () => {
  expect([capitalised('preprint'), capitalised('𐐨𐐩'), capitalised('')]).toEqual(['Preprint', '𐐀𐐩', '']);
});
