import { describe, expect, test } from 'vitest';
import { keysOf, strongKeys, weakKeys } from '@/utils/paper/identity';

describe('keys', () => {
  test('come strongest first, then other namespaces by name', () => {
    const identifiers = {
      zenodo: '7',
      acl: 'P19',
      openreview: 'x',
      doi: '10.1/x',
      biorxiv: '1',
      arxiv: '2401.1',
    };
    expect(strongKeys({ identifiers })).toEqual([
      'arxiv:2401.1',
      'doi:10.1/x',
      'openreview:x',
      'acl:P19',
      'biorxiv:1',
      'zenodo:7',
    ]);
  });

  test.each([
    [
      'the title',
      { title: 'Deep Sets!', abstract: 'We study' },
      ['title:deepsets', expect.stringMatching(/^card:[0-9a-z]+$/)],
    ],
    [
      'the beginning of a long abstract',
      { title: 'Deep Sets', abstract: 'ab '.repeat(100), identifiers: { arxiv: '1' } },
      ['title:deepsets', expect.stringMatching(/^text:[0-9a-z]+$/)],
    ],
    ['the abstract where there is no title', { abstract: 'We study.' }, ['abstract:westudy']],
    [
      'the abstract where the title has no letters',
      { title: '…', abstract: 'We study.' },
      ['abstract:westudy'],
    ],
    ['nothing', {}, []],
  ])('of chance are %s', (_, record, expected) => {
    expect(weakKeys({ identifiers: {}, ...record })).toEqual(expected);
  });

  test('of abstracts take its first 200 letters', () => {
    const start = 'ab '.repeat(100);
    const [a, b] = ['x', 'y'].map((end) => keysOf({ identifiers: {}, abstract: start + end }));
    expect(a).toEqual([`abstract:${'ab'.repeat(100)}`]);
    expect(b).toEqual(a);
  });

  test('are short enough to be ids, also for a title of ligatures', () => {
    const [key = ''] = keysOf({ identifiers: {}, title: '\ufdfa'.repeat(1000) });
    expect(key.length).toBeLessThanOrEqual(1200);
  });
});
