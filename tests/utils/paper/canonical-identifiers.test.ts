import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { Paper } from '@/utils/paper/schema';

describe('canonicalArxivId', () => {
  test.each([
    ['2401.12345', '2401.12345'],
    ['2401.12345v2', '2401.12345'],
    ['arXiv:2401.12345v12', '2401.12345'],
    ['0704.0001', '0704.0001'],
    ['0704.0001V1', '0704.0001'],
    ['math/0309136', 'math/0309136'],
    ['math.GT/0309136', 'math/0309136'],
    ['math.GT/0309136v3', 'math/0309136'],
    ['MATH.gt/0309136', 'math/0309136'],
    ['hep-th/9901001', 'hep-th/9901001'],
    ['arXiv:cond-mat/0001001v1', 'cond-mat/0001001'],
  ])('makes of %s %s', (text, expected) => {
    expect(canonicalArxivId(text)).toBe(expected);
  });

  test.each([
    '',
    '2401.123',
    '2413.12345',
    '2400.12345',
    '2401.123456',
    '2401.12345v',
    'x2401.12345',
    'math/030913',
  ])('takes %j for none', (text) => {
    expect(canonicalArxivId(text)).toBeUndefined();
  });
});

describe('canonicalIdentifiers', () => {
  test.each([
    [
      'doi',
      '10.1234/1520-0442(2001)014%3C0001:DLAT%3E2.0.CO;2',
      [['doi', '10.1234/1520-0442(2001)014<0001:dlat>2.0.co;2']],
    ],
    [
      'doi',
      '10.1234/1520-0442(2001)014&lt;0001:DLAT&gt;2.0.CO;2-X',
      [['doi', '10.1234/1520-0442(2001)014<0001:dlat>2.0.co;2-x']],
    ],
    ['arxiv', ' 2401.12345v2 ', [['arxiv', '2401.12345']]],
    ['arxiv', 'nonsense', []],
    ['doi', '10.1145/3292500.3330701', [['doi', '10.1145/3292500.3330701']]],
    ['doi', 'https://doi.org/10.1038/NATURE14539', [['doi', '10.1038/nature14539']]],
    ['doi', 'doi:10.1038/nature14539.', [['doi', '10.1038/nature14539']]],
    ['doi', '10.48550/arXiv.2401.12345', [['arxiv', '2401.12345']]],
    ['doi', 'https://doi.org/10.48550/arXiv.2401.12345v3', [['arxiv', '2401.12345']]],
    ['doi', '10.48550/arXiv.math/0309136', [['arxiv', 'math/0309136']]],
    ['doi', '10.64898/2026.01.02.691816v1', [['doi', '10.64898/2026.01.02.691816']]],
    ['doi', '10.1101/2020.09.09.20191205v2', [['doi', '10.1101/2020.09.09.20191205']]],
    ['doi', '10.1101/2020.09.09.20191205v2.full-text', [['doi', '10.1101/2020.09.09.20191205']]],
    ['doi', '10.1101/2020.09.09.20191205v10.full.pdf', [['doi', '10.1101/2020.09.09.20191205']]],
    ['doi', '10.1000/thing.v2', [['doi', '10.1000/thing.v2']]],
    ['doi', '10.1016/0014-5793(83)80123-4', [['doi', '10.1016/0014-5793(83)80123-4']]],
    ['doi', '10.1000/with(parentheses)', [['doi', '10.1000/with(parentheses)']]],
    ['doi', '(see 10.1000/182)', [['doi', '10.1000/182']]],
    ['doi', 'nonsense', []],
    ['doi', '10.1/x', []],
    ['openreview', ' rJl-b3RcF7 ', [['openreview', 'rJl-b3RcF7']]],
    ['openreview', '  ', []],
    ['openreview', 'x'.repeat(301), []],
  ])('reads %s %j', (namespace, raw, expected) => {
    expect(canonicalIdentifiers(namespace, raw)).toEqual(expected);
  });

  test.each([
    ['10.1234/a', '.'],
    ['10.1234/a', ')'],
  ])('is done with 30,000 signs behind %s: %s', (doi, sign) => {
    expect(canonicalIdentifiers('doi', doi + sign.repeat(30_000))).toEqual([['doi', doi]]);
  });

  test('takes a DOI of 20,000 letters for none', () => {
    expect(canonicalIdentifiers('doi', `10.1101/${'v1'.repeat(10_000)}x`)).toEqual([]);
  });

  test('knows that a DOI of the ACL names a paper of the Anthology', () => {
    expect(canonicalIdentifiers('doi', '10.18653/v1/2020.acl-main.1')).toEqual([
      ['doi', '10.18653/v1/2020.acl-main.1'],
      ['acl', '2020.acl-main.1'],
    ]);
  });

  test('gives a paper of the Anthology one name, whether it comes by DOI or by its own number', () => {
    const fromDoi = Object.fromEntries(canonicalIdentifiers('doi', '10.18653/v1/P19-1001'));
    expect(canonicalIdentifiers('acl', 'P19-1001')).toEqual([['acl', fromDoi.acl]]);
  });

  const namespace = fc.oneof(
    fc.constantFrom('arxiv', 'doi', 'openreview', 'acl'),
    fc.string({ maxLength: 20 }),
  );
  const raw = fc.oneof(
    messyText,
    fc.string({ maxLength: 300 }),
    fc.string({ maxLength: 20 }).map((tail) => `10.1000/${tail}`),
    fc.stringMatching(/^10\.1101\/[0-9v.]{1,12}$/),
    fc.constant(`10.1000/${'İ'.repeat(290)}`),
  );

  test('never throws, and has nothing left to do on its own result', () => {
    fc.assert(
      fc.property(namespace, raw, (name, text) => {
        for (const [canonicalName, value] of canonicalIdentifiers(name, text))
          expect(canonicalIdentifiers(canonicalName, value)).toContainEqual([canonicalName, value]);
      }),
    );
  });

  test('answers only with what a paper may carry', () => {
    fc.assert(
      fc.property(namespace, raw, (name, text) => {
        const identifiers = Object.fromEntries(canonicalIdentifiers(name, text));
        expect(Paper.shape.identifiers.safeParse(identifiers).error?.issues ?? []).toEqual([]);
      }),
    );
  });
});
