import { expect, test } from 'vitest';
import { type IdentifierTexts, knownIdentifiers } from '@/utils/formats/parts/reading/known-identifiers';

const NONE: IdentifierTexts = {
  ...{ doi: [], arxiv: [], venues: [], remarks: [] },
  ...{ pmid: '', pmcid: '', address: undefined },
};

test.each<[Partial<IdentifierTexts>, object]>([
  [{}, {}],
  [{ doi: ['none', 'doi: 10.1000/A', '10.1000/b'] }, { doi: '10.1000/a' }],
  [{ doi: ['https://doi.org/10.1007%2Fs10479'] }, { doi: '10.1007/s10479' }],
  [{ doi: ['10.1000/%E0%A4%A'] }, { doi: '10.1000/%e0%a4%a' }],
  [{ arxiv: ['https://arxiv.org/abs/1706.03762v2'] }, { arxiv: '1706.03762' }],
  [{ venues: ['arXiv preprint arXiv:1706.03762'] }, { arxiv: '1706.03762' }],
  [{ remarks: ['arXiv:1305.4904 [quant-ph]'] }, { arxiv: '1305.4904' }],
  [{ remarks: ['See also arXiv:1305.4904'] }, {}],
  [
    { pmid: '26957754[pmid]', pmcid: 'PMC4756000' },
    { pmid: '26957754', pmcid: 'PMC4756000' },
  ],
  [{ address: 'https://doi.org/10.1000/b' }, { doi: '10.1000/b' }],
  [{ address: 'https://doi.org/10.1000/b', doi: ['10.1000/a'] }, { doi: '10.1000/a' }],
  [{ address: 'no address' }, {}],
])('%j', (texts, identifiers) => {
  expect(knownIdentifiers({ ...NONE, ...texts })).toEqual(identifiers);
});
