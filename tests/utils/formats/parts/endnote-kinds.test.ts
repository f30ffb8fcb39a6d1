import { expect, test } from 'vitest';
import { kindOfEndnote } from '@/utils/formats/parts/endnote-kinds';

test.each([
  ['Journal Article', 'article'],
  ['Conference Paper', 'conference'],
  ['Conference Proceedings', 'conference'],
  ['Book Section', 'chapter'],
  ['Edited Book', 'book'],
  ['Thesis', 'thesis'],
  ['Computer Program', 'software'],
  ['Generic', undefined],
  ['', undefined],
])('%s', (name, kind) => {
  expect(kindOfEndnote(name)).toBe(kind);
});
