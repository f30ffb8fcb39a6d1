import { expect, test } from 'vitest';
import { distinct } from '@/utils/distinct';

test('each text once and in order, without what is empty or absent', () => {
  expect(distinct(['wren', undefined, 'finch', '', 'wren'])).toEqual(['finch', 'wren']);
  expect(distinct([])).toEqual([]);
});
