import { describe, expect, test } from 'vitest';
import { type RawFields, statedFields } from '@/utils/reading/metadata/stated-fields';

const NONE: RawFields = {
  titles: [],
  abstracts: [],
  descriptions: [],
  authors: [],
  days: [],
  venues: [],
  identifiers: [],
};
const LONG = 'A sentence of it. '.repeat(30).trim();
const ABSENT = {
  title: undefined,
  abstract: undefined,
  authors: undefined,
  publishedAt: undefined,
  venue: undefined,
};

describe('statedFields', () => {
  test('leaves absent what is not stated', () => {
    expect(statedFields(NONE)).toEqual({ ...ABSENT, identifiers: {} });
  });

  test.each<[raw: Partial<RawFields>, stated: object]>([
    [{ titles: ['', ' <p> </p>', ' A\n<i>Title</i> ', 'B'] }, { title: 'A Title' }],
    [{ abstracts: ['<jats:p>A.</jats:p><jats:p>B.</jats:p>'] }, { abstract: 'A.\n\nB.' }],
    [{ descriptions: [`<p>${LONG}</p>`] }, { abstract: LONG }],
    [{ abstracts: ['A.'], descriptions: [LONG] }, { abstract: 'A.' }],
    [{ descriptions: ['A teaser.', `${LONG} …`, `${LONG}...`] }, {}],
    [{ authors: ['<b>Doe</b>, Jane'] }, { authors: ['Jane Doe'] }],
    [{ days: ['soon', '2031/03', '2031-03-18', '2030'] }, { publishedAt: '2031-03-18' }],
    [{ days: ['2031', '2030-03-18'] }, { publishedAt: '2031' }],
    [{ venues: ['https://a.example', '12', 'A &amp; B'] }, { venue: 'A & B' }],
  ])('of %j are %j', (raw, stated) => {
    expect(statedFields({ ...NONE, ...raw })).toEqual({ ...ABSENT, identifiers: {}, ...stated });
  });

  test.each<[identifiers: RawFields['identifiers'], canonical: object]>([
    [
      [
        ['doi', 'doi:10.1000/A'],
        ['doi', '10.1000/b'],
      ],
      { doi: '10.1000/a' },
    ],
    [[['doi', 'https://doi.org/10.1000/A']], { doi: '10.1000/a' }],
    [[['doi', 'https://arxiv.org/abs/2401.12345']], {}],
    [[['doi', '10.48550/arXiv.2401.12345']], { arxiv: '2401.12345' }],
    [
      [
        ['any', 'info:doi/10.1000/a'],
        ['any', 'arXiv:2401.12345v2'],
      ],
      { doi: '10.1000/a', arxiv: '2401.12345' },
    ],
    [[['any', 'https://proceedings.mlr.press/v999/doe31a.html']], { pmlr: 'v999/doe31a' }],
    [
      [
        ['any', '1234'],
        ['any', 'https://['],
        ['any', 'see 10.1000/a'],
      ],
      {},
    ],
    [
      [
        ['pmid', '12345678'],
        ['pmcid', '1234567'],
      ],
      { pmid: '12345678', pmcid: 'PMC1234567' },
    ],
    [
      [
        ['pmid', 'none'],
        ['pmcid', 'PMC'],
      ],
      {},
    ],
    [
      [
        ['arxiv', 'cs/0001001'],
        ['ieee', '1234567'],
      ],
      { arxiv: 'cs/0001001', ieee: '1234567' },
    ],
  ])('%j are the identifiers %j', (identifiers, canonical) => {
    expect(statedFields({ ...NONE, identifiers }).identifiers).toEqual(canonical);
  });
});
