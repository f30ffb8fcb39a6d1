import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utcDays } from '@/tests/utc-days';
import { tagKey } from '@/utils/paper/tags';
import { parseQuery } from '@/utils/query/parse-query';
import { exactTag, quotedFilter } from '@/utils/query/quoted-filter';
import { hasFilter } from '@/utils/query/toggle-filter';

test.each([
  ['author', 'Ada Byron', 'author:"Ada Byron"'],
  ['org', ' The “Moss”  Institute ', 'org:"The Moss Institute"'],
])('%s: %s', (field, value, filter) => {
  expect(quotedFilter(field, value)).toBe(filter);
});

test('any tag can be asked for exactly', () => {
  const unit = fc.oneof(
    fc.constantFrom('"', '＂', '=', ' ', '“', '\\'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (tag) => {
      fc.pre(tagKey(tag) !== '');
      const { query, hints } = parseQuery(exactTag(tag), utcDays('2026-11-22'));
      expect(query).toEqual({ kind: 'tag', key: tagKey(tag) });
      expect(hints).toEqual([]);
      expect(hasFilter(`a ${exactTag(tag)}`, exactTag(tag))).toBe(true);
    }),
  );
});
