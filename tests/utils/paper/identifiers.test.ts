import { expect, test } from 'vitest';
import { gatherIdentifiers, identifierTexts, namedIdentifiers, valuesIn } from '@/utils/paper/identifiers';

const IDENTIFIERS = { doi: ['10.1/article', '10.1/preprint'], arxiv: '2609.00001' };

test('one value is a string, several are a sorted list without repetitions', () => {
  const named: [string, string][] = [
    ['doi', '10.1/preprint'],
    ['arxiv', '2609.00001'],
    ['doi', '10.1/article'],
    ['doi', '10.1/preprint'],
  ];
  expect(gatherIdentifiers(named)).toEqual(IDENTIFIERS);
  expect(gatherIdentifiers([])).toEqual({});
});

test('each value has its namespace', () => {
  expect(namedIdentifiers(IDENTIFIERS)).toEqual([
    ['doi', '10.1/article'],
    ['doi', '10.1/preprint'],
    ['arxiv', '2609.00001'],
  ]);
  expect(gatherIdentifiers(namedIdentifiers(IDENTIFIERS))).toEqual(IDENTIFIERS);
});

test.each([
  ['doi', ['10.1/article', '10.1/preprint']],
  ['arxiv', ['2609.00001']],
  ['acl', []],
])('the values in %s', (namespace, values) => {
  expect(valuesIn(IDENTIFIERS, namespace)).toEqual(values);
});

test('as text, each stands behind its namespace', () => {
  expect(identifierTexts(IDENTIFIERS)).toEqual(['doi:10.1/article', 'doi:10.1/preprint', 'arxiv:2609.00001']);
});
