import { expect, test } from 'vitest';
import { withSiteNames } from '@/storage/search/query/site-names';
import { not, phrase, word } from '@/tests/random-queries';
import type { Query } from '@/utils/query/query-tree';

test.each<[string, Query[], Query[]]>([
  [
    'in the middle',
    ['a', 'Hugging', 'face', 'b'].map((text) => word(text)),
    [word('a'), word('hugging-face'), word('b')],
  ],
  [
    'twice',
    ['hugging', 'face', 'hugging', 'face'].map((text) => word(text)),
    [word('hugging-face'), word('hugging-face')],
  ],
])('words that name a site are one: %s', (_, parts, joined) => {
  expect(withSiteNames(parts)).toEqual(joined);
});

test.each<[string, Query[]]>([
  ['nothing', []],
  ['one of the words', [word('hugging')]],
  ['another order', [word('face'), word('hugging')]],
  ['a word between', [word('hugging'), word('a'), word('face')]],
  ['a field', [word('hugging'), word('face', 'title')]],
  ['a NOT', [word('hugging'), not(word('face'))]],
  ['a phrase', [phrase('hugging'), phrase('face')]],
])('others stay as they are: %s', (_, parts) => {
  expect(withSiteNames(parts)).toEqual(parts);
});
