import { expect, test } from 'vitest';
import { knownSpellings } from '@/storage/search/meant/spelling';
import { storedPaper } from '@/tests/storage/papers';
import { parseQuery } from '@/utils/query/parse-query';
import { queryDays } from '@/utils/query/query-days';
import { segmentOf, snapshotOf } from '../memory-index';

const DAYS = queryDays(new Date(0), () => 0);
const TITLES = ['Microscopy of moss', 'Microscopy', 'Deaf lanterns', 'Lantern routing'];

test.each<[string, Record<string, string>]>([
  ['microscpy', { microscpy: 'microscopy' }],
  ['mircoscopy mos', { mircoscopy: 'microscopy' }], // `mos` begins `moss`
  ['lantren -microscpy', { lantren: 'lantern' }],
  ['title:microscpy "microscpy"', {}],
  ['routed', {}], // a form of `routing`
  ['deal with moss', {}], // a word of questions, not `deaf`
  ['zeppelin', {}],
  ['2023', {}],
  ['microscpy OR moss', {}],
])('%s', async (text, expected) => {
  const papers = TITLES.map((title, index) => storedPaper({ id: `a:${index}`, title }));
  const snapshot = snapshotOf([segmentOf(papers.slice(0, 2)), segmentOf(papers.slice(2))]);
  await snapshot.prepare();
  const { query } = parseQuery(text, DAYS);
  expect(Object.fromEntries(await knownSpellings(snapshot, query))).toEqual(expected);
});
