import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from '@/utils/formats/parts/progress';

test('shares grow from above 0 to 1, and are told at most 200 times', () => {
  const places = fc.array(fc.nat(5000), { maxLength: 300 }).map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(fc.nat(5000), places, (length, visited) => {
      const told: number[] = [];
      const at = sharesOf(length, (share) => told.push(share));
      for (const place of visited) if (place <= length) at(place);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.length).toBeLessThanOrEqual(200);
      for (const share of told) expect(share > 0 && share <= 1).toBe(true);
    }),
  );
});

test('a text of which every place is visited is told in even steps', () => {
  const told: number[] = [];
  const at = sharesOf(100_000, (share) => told.push(share));
  for (let place = 0; place <= 100_000; place++) at(place);
  expect(told).toHaveLength(200);
  expect(told[0]).toBe(0.005);
  expect(told.at(-1)).toBe(1);
});

test('nobody needs to hear it', () => {
  expect(() => sharesOf(10, undefined)(10)).not.toThrow();
});
