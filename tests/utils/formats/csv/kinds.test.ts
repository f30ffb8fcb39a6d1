import { expect, test } from 'vitest';
import { kindIn } from '@/utils/formats/csv/kinds';

test.each([
  ['journalArticle', 'article'],
  ['Journal Article', 'article'],
  ['conferencePaper', 'conference'],
  ['Conference paper', 'conference'],
  ['Article; Proceedings Paper', 'conference'],
  ['IEEE Conferences', 'conference'],
  ['bookSection', 'chapter'],
  ['computerProgram', 'software'],
  ['preprint', 'preprint'],
  ['webpage', undefined],
  ['', undefined],
])('%s is %s', (cell, kind) => {
  expect(kindIn(cell)).toBe(kind);
});
