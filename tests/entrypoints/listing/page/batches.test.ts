import { describe, expect, test } from 'vitest';
import { batches } from '@/entrypoints/listing/page/batches';
import type { Entry } from '@/entrypoints/listing/page/cards';
import { card } from '@/tests/storage/cards';

function entry(key: string, abstract = ''): Entry {
  const said = card({ identifiers: { arxiv: key }, abstract });
  return { key, card: said, state: 'save', buttons: new Map() };
}

const entries = (count: number, length = 0) =>
  Array.from({ length: count }, (_, index) => entry(String(index), 'x'.repeat(length)));
const sizes = (list: readonly Entry[]) => batches(list).map(({ length }) => length);

describe('papers go into messages', () => {
  test.each([
    [0, []],
    [1, [1]],
    [400, [400]],
    [401, [400, 1]],
    [1000, [400, 400, 200]],
  ])('%i papers in %j', (count, expected) => {
    expect(sizes(entries(count))).toEqual(expected);
  });

  test('in their order, each once', () => {
    const list = entries(900, 5000);
    expect(batches(list).flat()).toEqual(list);
  });

  test('that are small enough, however large their cards', () => {
    const list = [...entries(30, 300_000), ...entries(2, 1_900_000), ...entries(3)];
    for (const group of batches(list)) {
      expect(group.length).toBeGreaterThan(0);
      expect(JSON.stringify(group.map(({ card: said }) => said)).length).toBeLessThan(2_100_000);
    }
    expect(batches(list).flat()).toEqual(list);
  });
});

test('a card that fits into no message fails, and no other does', () => {
  const list = [entry('1'), entry('2', 'x'.repeat(2_000_001)), entry('3')];
  expect(batches(list).map((group) => group.map(({ key }) => key))).toEqual([['1', '3']]);
  expect(list.map(({ state, failure }) => [state, failure])).toEqual([
    ['save', undefined],
    ['failed', 'tooLarge'],
    ['save', undefined],
  ]);
});
