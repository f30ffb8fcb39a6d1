import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/utils/query/parse-query';
import { quotedFilter } from '@/utils/query/quoted-filter';

test.each([
  ['author', 'Ada Byron', 'author:"Ada Byron"'],
  ['author', 'Jan «Jack» "J" de Vries', 'author:"Jan Jack J de Vries"'],
  ['venue', '  Optics \n Letters ', 'venue:"Optics Letters"'],
  ['venue', 'a OR (b', 'venue:"a OR (b"'],
])('%s “%s” is asked as %s', (field, value, query) => {
  expect(quotedFilter(field, value)).toBe(query);
});

test('whatever a name holds, it is one condition that is read without a hint', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const words = quotedFilter('author', `Ada ${name}`);
      expect(parseQuery(words, '2026-10-02').hints).toEqual([]);
    }),
  );
});
