import { describe, expect, test } from 'vitest';
import { storedPaper } from '@/tests/storage/papers';
import { onlinePlaces, pageOnline } from '@/utils/paper/places-online';
import type { Paper } from '@/utils/paper/schema';

const placesOf = (fields: Partial<Paper>) =>
  Object.fromEntries(
    onlinePlaces(storedPaper({ id: 'a:1', ...fields })).map(({ place, url }) => [place, url]),
  );

test('a paper without an address or a number is nowhere', () => {
  expect(placesOf({ identifiers: { pmid: '7' } })).toEqual({});
});

test.each<[string, Partial<Paper>, Record<string, string>]>([
  [
    'an arXiv id',
    { identifiers: { arxiv: '2609.00001' } },
    {
      pdf: 'https://arxiv.org/pdf/2609.00001',
      arxiv: 'https://arxiv.org/abs/2609.00001',
      huggingface: 'https://huggingface.co/papers/2609.00001',
      alphaxiv: 'https://www.alphaxiv.org/abs/2609.00001',
    },
  ],
  [
    'an arXiv id of before 2007',
    { identifiers: { arxiv: 'math.GT/0309136' } },
    { pdf: 'https://arxiv.org/pdf/math.GT/0309136', arxiv: 'https://arxiv.org/abs/math.GT/0309136' },
  ],
  [
    'an id of the ACL Anthology',
    { identifiers: { acl: '2024.acl-long.1' } },
    { pdf: 'https://aclanthology.org/2024.acl-long.1.pdf', acl: 'https://aclanthology.org/2024.acl-long.1/' },
  ],
  [
    'a DOI',
    { identifiers: { doi: '10.1/a(b)<c>?d#e' } },
    { doi: 'https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e' },
  ],
  [
    'the first of several DOIs',
    { identifiers: { doi: ['10.1/a', '10.1/b'] } },
    { doi: 'https://doi.org/10.1/a' },
  ],
  [
    'code and project',
    { code: 'https://code.example/', project: 'https://project.example/' },
    { code: 'https://code.example/', project: 'https://project.example/' },
  ],
])('%s leads to its places', (_, fields, places) => {
  expect(placesOf(fields)).toEqual(places);
});

describe('its own address', () => {
  test.each<[string, Partial<Paper>, Record<string, string>]>([
    ['is the source', { url: 'https://a.example/x' }, { source: 'https://a.example/x' }],
    [
      'is the PDF if it is one',
      { url: 'https://a.example/x.PDF?v=2' },
      { pdf: 'https://a.example/x.PDF?v=2' },
    ],
    ['is no PDF by its query', { url: 'https://a.example/?x=.pdf' }, { source: 'https://a.example/?x=.pdf' }],
  ])('%s', (_, fields, places) => {
    expect(placesOf(fields)).toEqual(places);
  });

  test.each([
    'https://arxiv.org/abs/2609.00001',
    'http://www.arxiv.org/abs/2609.00001/',
    'https://huggingface.co/papers/2609.00001',
  ])('is not told twice (%s)', (url) => {
    expect(placesOf({ identifiers: { arxiv: '2609.00001' }, url })).not.toHaveProperty('source');
  });

  test('is told beside the places of its number', () => {
    expect(placesOf({ identifiers: { arxiv: '2609.00001' }, url: 'https://a.example/' })).toMatchObject({
      source: 'https://a.example/',
    });
  });
});

test.each<[Partial<Paper>, string | undefined]>([
  [{ url: 'https://a.example/x.pdf', identifiers: { arxiv: '2609.00001' } }, 'https://a.example/x.pdf'],
  [{ identifiers: { arxiv: '2609.00001' } }, 'https://arxiv.org/abs/2609.00001'],
  [{ identifiers: { doi: '10.1/x' } }, 'https://doi.org/10.1/x'],
  [{ identifiers: { pmid: '7' } }, undefined],
])('the page about a paper: its own address, else the first that is no PDF (%j)', (fields, page) => {
  expect(pageOnline(storedPaper({ id: 'a:1', ...fields }))).toBe(page);
});
