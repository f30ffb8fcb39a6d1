import { expect, test } from 'vitest';
import { bestAddress, bestDoi } from '@/utils/formats/parts/best-address';

test.each([
  [{ identifiers: { doi: '10.1/a', arxiv: '2609.00001' } }, 'https://arxiv.org/abs/2609.00001'],
  [{ identifiers: { doi: '10.1/a', acl: '2020.acl-main.1' } }, 'https://aclanthology.org/2020.acl-main.1/'],
  [{ identifiers: { doi: '10.1/a' }, url: 'https://a.example/' }, 'https://doi.org/10.1/a'],
  [{ identifiers: { doi: '10.1/\ud83d' } }, 'https://doi.org/10.1/%EF%BF%BD'],
  [{ identifiers: {}, url: 'https://a.example/x', code: 'https://code.example/' }, 'https://a.example/x'],
  [{ identifiers: {}, url: 'https://a.example/x.pdf' }, 'https://a.example/x.pdf'],
  [{ identifiers: {}, code: 'https://code.example/' }, undefined],
])('the address of %j', (paper, address) => {
  expect(bestAddress(paper)).toBe(address);
});

test.each([
  [{ doi: '10.1/a', arxiv: '2609.00001' }, true, '10.1/a'],
  [{ doi: ['10.1101/a', '10.2/b'] }, false, '10.2/b'],
  [{ doi: ['10.1101/a', '10.2/b'] }, true, '10.1101/a'],
  [{ arxiv: '2609.00001' }, true, '10.48550/arXiv.2609.00001'],
  [{ arxiv: '2609.00001' }, false, undefined],
])('the DOI of %j, a preprint: %s', (identifiers, isPreprint, doi) => {
  expect(bestDoi({ identifiers }, isPreprint)).toBe(doi);
});
