import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAIRS } from '@/tests/fixtures/identity-pairs';
import { runs } from '@/tests/long';
import { HARBOUR, WINTER } from '@/tests/storage/abstracts';
import {
  areOne,
  contradict,
  hasSaid,
  type Identifiable,
  saidTogether,
  type Verdict,
  weigh,
} from '@/utils/paper/evidence';

const LONG = { identifiers: {}, title: 'A Title of Four Words' };
const [ABSTRACT, OTHER] = [HARBOUR, WINTER];

/** What both records say, what each adds, and the verdict from either side. */
type Case = [what: string, a: Partial<Identifiable>, b: Partial<Identifiable>, verdict: Verdict];

function check(base: Identifiable, cases: readonly Case[]) {
  test.each(cases)('%s', (_, a, b, verdict) => {
    expect(weigh({ ...base, ...a }, { ...base, ...b })).toBe(verdict);
    expect(weigh({ ...base, ...b }, { ...base, ...a })).toBe(verdict);
  });
}

describe('an identifier', () => {
  check({ identifiers: {} }, [
    [
      'arXiv’s is proof',
      { identifiers: { arxiv: '1' }, title: 'Lamps in fog', authors: ['A B'] },
      { identifiers: { arxiv: '1' }, title: 'Salt on roads', authors: ['C D'] },
      'same',
    ],
    [
      'a DOI of a chapter may be its book’s',
      { identifiers: { doi: '1' }, title: 'Lamps in fog', authors: ['A Berg'] },
      { identifiers: { doi: '1' }, title: 'Salt on roads', authors: ['C Dahl'] },
      'different',
    ],
    [
      'a DOI whose title was changed is one paper’s',
      { identifiers: { doi: '1' }, title: 'Lamps in fog', authors: ['A Berg'] },
      { identifiers: { doi: '1' }, title: 'Salt on roads', authors: ['A. Berg'] },
      'same',
    ],
    [
      'a DOI alone is proof',
      { identifiers: { doi: '1' } },
      { identifiers: { doi: '1' }, title: 'Salt on roads' },
      'same',
    ],
  ]);
});

describe('a title of four words', () => {
  check(LONG, [
    ['with nothing else', {}, {}, 'same'],
    ['and other arXiv ids', { identifiers: { arxiv: '1' } }, { identifiers: { arxiv: '2' } }, 'different'],
    [
      'and other OpenReview ids',
      { identifiers: { openreview: '1' } },
      { identifiers: { openreview: '2' } },
      'different',
    ],
    ['and an id of several', { identifiers: { acl: ['1', '2'] } }, { identifiers: { acl: '2' } }, 'same'],
    [
      'and none of several ids',
      { identifiers: { acl: ['1', '2'] } },
      { identifiers: { acl: '3' } },
      'different',
    ],
    ['and other DOIs', { identifiers: { doi: '1' } }, { identifiers: { doi: '2' } }, 'different'],
    [
      'and other DOIs, with one abstract and author',
      { identifiers: { doi: '1' }, abstract: ABSTRACT, authors: ['A B'] },
      { identifiers: { doi: '2' }, abstract: ABSTRACT, authors: ['A B'] },
      'perhaps',
    ],
    [
      'and the DOIs of preprint and article',
      { identifiers: { doi: '10.1101/1' }, authors: ['A B'] },
      { identifiers: { doi: '10.1234/2' }, authors: ['A B'] },
      'same',
    ],
    ['and other PubMed numbers', { identifiers: { pmid: '1' } }, { identifiers: { pmid: '2' } }, 'different'],
    [
      'and the PubMed numbers of preprint and article',
      { identifiers: { pmid: '1', doi: '10.1101/1' }, authors: ['A B'] },
      { identifiers: { pmid: '2' }, authors: ['A B'] },
      'same',
    ],
    [
      'and the DOIs of a preprint and an article, by unknown authors',
      { identifiers: { doi: '10.1101/1' } },
      { identifiers: { doi: '10.1234/2' }, authors: ['A B'] },
      'perhaps',
    ],
    [
      'and a thesis, as its venue says',
      { venue: 'PhD thesis, Harbour University' },
      { type: 'article' },
      'different',
    ],
    ['and ids of two kinds', { identifiers: { arxiv: '1' } }, { identifiers: { doi: '2' } }, 'same'],
    ['and other authors', { authors: ['Ada Lovelace'] }, { authors: ['Grace Hopper'] }, 'different'],
    ['and the next year', { publishedAt: '2025' }, { publishedAt: '2026' }, 'same'],
    ['and years far apart', { publishedAt: '2009' }, { publishedAt: '2026' }, 'perhaps'],
    [
      'and an article three years after its preprint',
      { publishedAt: '2023', type: 'preprint' },
      { publishedAt: '2026' },
      'same',
    ],
    [
      'and the DOIs of preprints on two servers',
      { identifiers: { doi: '10.1101/1' }, authors: ['A B'] },
      { identifiers: { doi: '10.31219/osf.io/abcde' }, authors: ['A B'] },
      'same',
    ],
    ['and other abstracts', { abstract: ABSTRACT }, { abstract: OTHER }, 'perhaps'],
    [
      'and other abstracts of two versions, one of them a preprint for certain',
      { abstract: ABSTRACT, identifiers: { arxiv: '1' } },
      { abstract: OTHER, type: 'preprint' },
      'same',
    ],
    ['and a thesis beside an article', { type: 'thesis' }, { type: 'article' }, 'different'],
    ['and a conference paper beside an article', { type: 'conference' }, { type: 'article' }, 'same'],
    ['and another volume', { venue: 'Lamps', volume: '3' }, { venue: 'Lamps', volume: '4' }, 'different'],
    [
      'and another page',
      { venue: 'Lamps', volume: '3', pages: '12-19' },
      { venue: 'Lamps', volume: '3', pages: '40' },
      'different',
    ],
    [
      'and the pages of an offprint',
      { venue: 'Lamps', volume: '3', pages: '12-19' },
      { venue: 'Lamps', volume: '3', pages: '1-8' },
      'same',
    ],
    ['and one of two authors', { authors: ['A. Berg', 'C. Dahl'] }, { authors: ['A. Berg'] }, 'perhaps'],
    [
      'and one of two authors, in one year',
      { authors: ['A. Berg', 'C. Dahl'], publishedAt: '2026' },
      { authors: ['A. Berg'], publishedAt: '2026' },
      'same',
    ],
  ]);
});

describe('a short title', () => {
  check({ identifiers: {}, title: 'Robust lamps' }, [
    ['and one author', { authors: ['Max Moe'] }, { authors: ['Moe, M.'] }, 'same'],
    ['and one year', { publishedAt: '2026-09-28' }, { publishedAt: '2026' }, 'same'],
    ['and one abstract', { abstract: ABSTRACT, publishedAt: '2026' }, { abstract: ABSTRACT }, 'same'],
    [
      'and another venue',
      { venue: 'Lamps', publishedAt: '2026' },
      { venue: 'Ferries', publishedAt: '2026' },
      'perhaps',
    ],
    ['and an unknown author', { authors: ['Max Moe'] }, { publishedAt: '2026' }, 'perhaps'],
    [
      'and one address',
      { url: 'https://a.example/1', publishedAt: '2026' },
      { url: 'https://a.example/1' },
      'same',
    ],
    [
      'and one address, in two years',
      { url: 'https://a.example/1', publishedAt: '2025' },
      { url: 'https://a.example/1', publishedAt: '2026' },
      'perhaps',
    ],
    [
      'and other addresses',
      { url: 'https://a.example/1', publishedAt: '2026' },
      { url: 'https://a.example/2' },
      'perhaps',
    ],
    [
      'and a venue that one of them abbreviates',
      { venue: 'Proceedings of the 2026 Symposium on Lamp Workshops', authors: ['Max Moe'] },
      { venue: '2026 Lamp Workshops', authors: ['Moe, M.'] },
      'same',
    ],
  ]);
});

describe('a title of thousands of works', () => {
  check({ identifiers: {}, title: 'Editorial' }, [
    ['and one author', { authors: ['Max Moe'] }, { authors: ['Moe, M.'], publishedAt: '2026' }, 'perhaps'],
    [
      'and one author and year',
      { authors: ['Max Moe'], publishedAt: '2026' },
      { authors: ['Moe, M.'], publishedAt: '2026-02' },
      'same',
    ],
    [
      'and one author and page of a volume',
      { authors: ['Max Moe'], venue: 'Lamps', volume: '3', pages: '12' },
      { authors: ['Moe, M.'], venue: 'Lamps', volume: '3', pages: '12-19', publishedAt: '2026' },
      'same',
    ],
    ['and one year', { publishedAt: '2026-09-28' }, { publishedAt: '2026' }, 'perhaps'],
    ['and other addresses', { url: 'https://a.example/1' }, { url: 'https://a.example/2' }, 'perhaps'],
    ['and all the same', { url: 'https://a.example/1' }, { url: 'https://a.example/1' }, 'same'],
  ]);
});

describe('without a title', () => {
  check({ identifiers: {} }, [
    ['one abstract', { abstract: ABSTRACT }, { abstract: `${ABSTRACT} More of it.` }, 'same'],
    [
      'one abstract, and a title on one side',
      { abstract: ABSTRACT, title: 'Lamps' },
      { abstract: ABSTRACT },
      'same',
    ],
    ['nothing to compare', { title: 'Lamps' }, { abstract: ABSTRACT }, 'perhaps'],
  ]);
});

test('an abstract in common and another title is offered, not merged', () => {
  const [a, b] = ['Lamps in fog', 'What the tide knows'].map((title) => ({
    identifiers: {},
    title,
    abstract: ABSTRACT,
    authors: ['A B'],
  }));
  expect(weigh(a as Identifiable, b as Identifiable)).toBe('perhaps');
});

test('the verdict is the same from both sides', () => {
  const things = PAIRS.flatMap(({ a, b }) => [a, b]);
  fc.assert(
    fc.property(fc.constantFrom(...things), fc.constantFrom(...things), (a, b) => {
      expect(weigh(a, b)).toBe(weigh(b, a));
    }),
    { numRuns: runs(2000) },
  );
});

test('a card is one with itself, whatever it says', () => {
  for (const thing of PAIRS.flatMap(({ a, b }) => [a, b]))
    expect(weigh(thing, structuredClone(thing))).toBe('same');
});

test('two records say together what either says, the first before the other', () => {
  const a = { identifiers: { doi: '1' }, title: 'Lamps', authors: [] };
  const b = { identifiers: { doi: '2', arxiv: '3' }, title: 'Salt', authors: ['A B'], publishedAt: '2026' };
  expect(saidTogether(a, b)).toEqual({
    ...{
      identifiers: { doi: ['1', '2'], arxiv: '3' },
      title: 'Lamps',
      authors: ['A B'],
      publishedAt: '2026',
    },
  });
});

test('a record has said what one of its sources said, though its identifier is wrong in another', () => {
  const identifiers = { arxiv: '1', doi: '2' };
  const right = { ...LONG, identifiers, authors: ['Ada Berg'] };
  const wrong = { identifiers, title: 'Salt on the roads of winter', authors: ['Eve Dahl'] };
  const card = { ...LONG, identifiers: { doi: '2' }, authors: ['Berg, A.'] };
  expect(areOne([card], [right, wrong])).toBe(false);
  expect(hasSaid([right, wrong], [card])).toBe(true);
  expect(hasSaid([wrong], [card])).toBe(false);
});

describe('records of which several sources spoke', () => {
  const berg = { ...LONG, authors: ['Ada Berg', 'Bo Cai'] };
  const alone = { ...LONG, authors: ['Ada Berg'] };
  const other = { ...LONG, authors: ['Eve Dahl'] };

  test('are one if two of their statements are, though others say too little', () => {
    expect(weigh(berg, alone)).toBe('perhaps');
    expect(areOne([berg], [alone])).toBe(false);
    expect(areOne([berg, LONG], [alone])).toBe(true);
    expect(areOne([alone], [berg, LONG])).toBe(true);
  });

  test('but not if two others contradict each other', () => {
    expect(areOne([berg, LONG], [other])).toBe(false);
    expect(areOne([LONG], [other])).toBe(true);
  });

  test('unless one of them holds both already', () => {
    expect(areOne([berg, other], [other])).toBe(true);
  });
});

test.each<[what: string, a: Partial<Identifiable>, b: Partial<Identifiable>, expected: boolean]>([
  ['other authors', { authors: ['Ada Berg'] }, { authors: ['Eve Dahl'] }, true],
  ['years far apart', { publishedAt: '2009' }, { publishedAt: '2026' }, true],
  ['other abstracts', { abstract: ABSTRACT }, { abstract: OTHER }, true],
  ['other DOIs', { identifiers: { doi: '1' } }, { identifiers: { doi: '2' } }, true],
  ['one of two authors', { authors: ['Ada Berg', 'Bo Cai'] }, { authors: ['Ada Berg'] }, false],
  ['another title', {}, { title: 'Salt on the roads of winter' }, true],
  [
    'another title of one author',
    { authors: ['Ada Berg'] },
    { authors: ['Berg, A.'], title: 'Salt on the roads of winter' },
    false,
  ],
  ['a year apart', { publishedAt: '2025' }, { publishedAt: '2026' }, false],
])('what contradicts: %s', (_, a, b, expected) => {
  expect(contradict({ ...LONG, ...a }, { ...LONG, ...b })).toBe(expected);
  expect(contradict({ ...LONG, ...b }, { ...LONG, ...a })).toBe(expected);
});
