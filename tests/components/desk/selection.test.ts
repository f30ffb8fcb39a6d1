import { describe, expect, test } from 'vitest';
import { extended, NOTHING, rangeOf, type Selectable, toggled, without } from '@/components/desk/selection';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const LIST: Selectable = {
  list: '',
  total: IDS.length,
  trashed: false,
  ids: async (from, to) => IDS.slice(from, to),
  placeOf: async (id) => (IDS.includes(id) ? IDS.indexOf(id) : undefined),
};

test('a paper is selected, and no longer', () => {
  const once = toggled(NOTHING, 'a');
  expect(once).toEqual({ ids: new Set(['a']), anchor: 'a' });
  expect(toggled(toggled(once, 'b'), 'a')).toEqual({ ids: new Set(['b']), anchor: 'a' });
  expect(NOTHING.ids.size).toBe(0);
});

test('a range joins what is selected, and a later range begins where this one did', () => {
  expect(extended(toggled(NOTHING, 'e'), ['a', 'b'])).toEqual({ ids: new Set(['e', 'a', 'b']), anchor: 'e' });
});

test('papers that have gone are not selected any more', () => {
  expect(without(extended(NOTHING, IDS), ['a', 'x', 'd']).ids).toEqual(new Set(['b', 'c', 'e']));
});

describe('a range', () => {
  test.each<[string | undefined, string, string[]]>([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['c', 'c', ['c']],
    [undefined, 'c', ['c']],
    ['gone', 'c', ['c']],
    ['a', 'gone', ['gone']],
  ])('from %s to %s', async (from, to, range) => {
    expect(await rangeOf(LIST, from, to)).toEqual(range);
  });
});
