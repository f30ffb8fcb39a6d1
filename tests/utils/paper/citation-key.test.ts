import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paper } from '@/tests/arbitraries';
import { citationKeyOf, foldKey, freeKey } from '@/utils/paper/citation-key';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';

const BARE = { authors: [], identifiers: {} };

describe('the key of a paper', () => {
  test.each([
    [
      { authors: ['Ashish Vaswani'], publishedAt: '2017-06-12', title: 'Attention Is All You Need' },
      'vaswani2017attention',
    ],
    [{ authors: ['Ludwig van Beethoven'], publishedAt: '1824', title: 'The Ninth' }, 'beethoven1824ninth'],
    [{ authors: ['Jürgen Müller'], publishedAt: '2019', title: 'On the Tides' }, 'muller2019tides'],
    [{ authors: ['Łukasz Kaiser'], publishedAt: '2019', title: 'A B-tree' }, 'kaiser2019tree'],
    [{ authors: ['World Health Organization'], publishedAt: '2020', title: 'Salt' }, 'world2020salt'],
    [{ authors: ['Ada Lovelace'], title: 'Salt' }, 'lovelacesalt'],
    [{ authors: [], publishedAt: '2020', title: 'Salt in winter' }, '2020salt'],
    [{ authors: ['Ada Lovelace'], publishedAt: '2020' }, 'lovelace2020'],
    [
      { authors: ['张三'], publishedAt: '2014', title: '盐', identifiers: { arxiv: '1401.00001' } },
      'arxiv140100001',
    ],
    [
      { authors: ['张三'], publishedAt: '2014', title: '盐', identifiers: { doi: '10.1000/Salt_7' } },
      'doisalt7',
    ],
    [{ authors: ['张三'], publishedAt: '2014', title: '盐' }, 'paper2014'],
    [{}, 'paper'],
  ])('%j is %s', (said, key) => {
    expect(citationKeyOf({ ...BARE, ...said }, KEY_PATTERN)).toBe(key);
  });

  test('follows a pattern', () => {
    const said = { ...BARE, authors: ['Ada Lovelace'], publishedAt: '1843', title: 'Notes' };
    expect(citationKeyOf(said, '{title}:{author}_{year}')).toBe('notes:lovelace_1843');
  });

  test('has ASCII only, whatever the paper', () => {
    fc.assert(
      fc.property(paper, (one) => void expect(citationKeyOf(one, KEY_PATTERN)).toMatch(/^[a-z0-9]{3,100}$/)),
    );
  });
});

describe('of several papers with one key', () => {
  test('each gets a letter more', () => {
    const taken = new Set<string>();
    const keys = Array.from({ length: 29 }, () => {
      const key = freeKey('Salt', (folded) => taken.has(folded));
      taken.add(foldKey(key));
      return key;
    });
    expect(keys.slice(0, 3)).toEqual(['Salt', 'Salta', 'Saltb']);
    expect(keys.slice(26)).toEqual(['Saltz', 'Saltaa', 'Saltab']);
  });

  test('case does not tell keys apart', () => {
    expect(freeKey('salt', (folded) => folded === foldKey('SALT'))).toBe('salta');
  });
});
