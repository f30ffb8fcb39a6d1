import { expect, test } from 'vitest';
import { isPreprintDoi, isPreprintServer } from '@/utils/paper/preprints';

test.each([
  ['10.48550/arxiv.1706.03762', true],
  ['10.1101/2020.01.01.123456', true],
  ['10.1007/978-3-642-15618-2_19', false],
  ['10.11010/a', false],
])('the DOI %s', (doi, expected) => {
  expect(isPreprintDoi(doi)).toBe(expected);
});

test.each([
  ['arXiv preprint arXiv:1706.03762', true],
  ['bioRxiv', true],
  ['NeurIPS 2017', false],
  [undefined, false],
])('the venue %s', (venue, expected) => {
  expect(isPreprintServer(venue)).toBe(expected);
});
