import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundSightings, listingAddress, MOST_SIGHTINGS } from '@/utils/paper/sightings';

describe('the address of a listing', () => {
  test.each([
    ['huggingface', 'https://huggingface.co/papers?q=salt', 'https://huggingface.co/papers'],
    ['arxiv', 'https://arxiv.org/search/?query=salt', 'https://arxiv.org/search'],
    ['arxiv', 'https://arxiv.org/search/cs?query=salt&searchtype=all', 'https://arxiv.org/search'],
    ['arxiv', 'https://arxiv.org/search/advanced?terms-0-term=x', 'https://arxiv.org/search'],
    ['acl-anthology', 'https://aclanthology.org/search/?q=salt', 'https://aclanthology.org/search/'],
  ])('of a search on %s does not tell what was searched: %s', (site, address, expected) => {
    expect(listingAddress(site, address)).toBe(expected);
  });

  test.each([
    ['huggingface', 'https://huggingface.co/papers/date/2026-09-28'],
    ['huggingface', 'https://huggingface.co/papers/2609.00001'],
    ['arxiv', 'https://arxiv.org/list/cs.LG/recent'],
    ['arxiv', 'https://arxiv.org/searching'],
    ['web', 'https://a.example/search?q=salt'],
    ['constructor', 'https://a.example/'],
  ])('stays otherwise: %s, %s', (site, address) => {
    expect(listingAddress(site, address)).toBe(address);
  });
});

describe('of many sightings', () => {
  const sightings = Array.from({ length: 200 }, (_, index) => ({
    paper: 'arxiv:1',
    site: 'arxiv',
    url: `https://arxiv.org/list/${index}`,
    seenAt: new Date(index * 1000).toISOString(),
  }));

  test('the earliest and the latest are kept', () => {
    const kept = boundSightings(sightings).map(({ url }) => Number(url.split('/').at(-1)));
    expect(kept).toHaveLength(MOST_SIGHTINGS);
    expect(kept.slice(0, 32)).toEqual(Array.from({ length: 32 }, (_, index) => index));
    expect(kept.slice(32)).toEqual(Array.from({ length: 32 }, (_, index) => 168 + index));
  });

  test('the same are kept, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sightings, { minLength: 200 }), (shuffled) => {
        expect(boundSightings(shuffled)).toEqual(boundSightings(sightings));
      }),
      { numRuns: 20 },
    );
  });

  test('few stay as they are', () => {
    expect(boundSightings(sightings.slice(0, 64))).toEqual(sightings.slice(0, 64));
  });
});
