import { expect, test } from 'vitest';
import { idsAt, packIds, unpackIds } from '@/storage/search/segment/ids';

const IDS = Array.from({ length: 600 }, (_, index) => `arxiv:2609.${10_000 + index}`);

test('ids come back from their chunks, whose first ones are told', () => {
  const { firsts, chunks } = packIds([...IDS, 'doi:10.1/é', 'title:学']);
  expect(chunks.flatMap(({ bytes }) => unpackIds(bytes))).toEqual([...IDS, 'doi:10.1/é', 'title:学']);
  expect(firsts).toEqual([IDS[0], IDS[256], IDS[512]]);
});

test('some of them come back alone', () => {
  const [chunk] = packIds(IDS.slice(0, 100)).chunks;
  const found = idsAt(chunk?.bytes ?? new Uint8Array(), [99, 0, 41]);
  expect([...found].sort(([a], [b]) => a - b)).toEqual([0, 41, 99].map((place) => [place, IDS[place]]));
});
