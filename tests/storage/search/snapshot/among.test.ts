import { expect, test } from 'vitest';
import { Tables } from '@/storage/search/snapshot/among';

test('a table tells where the documents stand; the next one knows nothing of it', () => {
  const tables = new Tables(4);
  const seen = [Uint32Array.of(3, 1), Uint32Array.of(2)].map((docs) =>
    tables.among(docs, ({ placeOf }) => [...placeOf]),
  );
  expect(seen).toEqual([
    [0, 2, 0, 1],
    [0, 0, 1, 0],
  ]);
});

test('tables lent at the same time are two', () => {
  const tables = new Tables(2);
  const both = tables.among(Uint32Array.of(0), (outer) =>
    tables.among(Uint32Array.of(1), (inner) => [[...outer.placeOf], [...inner.placeOf]]),
  );
  expect(both).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('one is whole again after work that failed', () => {
  const tables = new Tables(2);
  const fail = () => {
    throw new Error('no');
  };
  expect(() => tables.among(Uint32Array.of(1), fail)).toThrow('no');
  expect(tables.among(Uint32Array.of(0), ({ placeOf }) => [...placeOf])).toEqual([1, 0]);
});
