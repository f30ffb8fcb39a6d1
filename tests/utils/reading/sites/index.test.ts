import { describe, expect, test } from 'vitest';
import { matchesPattern, SITES, siteOf } from '@/utils/reading/sites';

describe('matchesPattern', () => {
  test.each([
    ['https://a.example/papers*', 'https://a.example/papers', true],
    ['https://a.example/papers*', 'https://a.example/papers/date/2026-09-28', true],
    ['https://a.example/papers*', 'https://a.example/papers?q=x', true],
    ['https://a.example/papers*', 'https://a.example/papers#top', true],
    ['https://a.example/papers*', 'https://a.example/paper', false],
    ['https://a.example/papers*', 'https://a.example/x/papers', false],
    ['https://a.example/papers*', 'http://a.example/papers', false],
    ['https://a.example/papers*', 'https://a.example:8443/papers', false],
    ['https://a.example/papers*', 'https://www.a.example/papers', false],
    ['https://a.example/papers*', 'https://a.example.evil.example/papers', false],
    ['https://a.example/papers*', 'https://evil.example/https://a.example/papers', false],
    ['https://a.example/papers*', 'https://a.example@evil.example/papers', false],
    ['https://a.example/list', 'https://a.example/list', true],
    ['https://a.example/list', 'https://a.example/list?q=x', false],
    ['https://a.example/list', 'https://a.example/list/2', false],
    ['https://a.example/*', 'https://a.example/', true],
    ['https://a.example/papers?*', 'https://a.example/papers?q=x', true],
    ['https://a.example/papers?*', 'https://a.example/papers?', false],
    ['https://a.example/papers?*', 'https://a.example/papers', false],
    ['https://a.example/papers?*', 'https://a.example/papers/date', false],
    ['https://a.example/papers?*', 'https://a.example/papersx', false],
    ['https://a.example/papers/*', 'https://a.example/papers/2609.12345v2#community', true],
    ['https://a.example/papers/*', 'https://a.example/papers', false],
    ['https://a.example/papers/*', 'https://a.example/papers?q=/', false],
  ])('%s and %s: %j', (pattern, url, expected) => {
    expect(matchesPattern(pattern, new URL(url))).toBe(expected);
  });
});

describe('siteOf', () => {
  test.each([
    ['https://huggingface.co/papers', 'huggingface'],
    ['https://huggingface.co/papers/date/2026-09-28', 'huggingface'],
    ['https://huggingface.co/papers?q=state+space', 'huggingface'],
    ['https://huggingface.co/papers/week/2026-W39', 'huggingface'],
    ['https://huggingface.co/papers/month/2026-09', 'huggingface'],
    ['https://huggingface.co/papers/trending', 'huggingface'],
    ['https://huggingface.co/papers/2609.12345', 'huggingface'],
    ['https://huggingface.co/papers#top', 'huggingface'],
    ['https://huggingface.co/papers?', 'huggingface'],
    ['https://arxiv.org/list/cs.CL/recent', 'arxiv'],
    ['https://arxiv.org/abs/2609.12345v2', 'arxiv'],
    ['https://export.arxiv.org/search/?query=x', 'arxiv'],
    ['https://arxiv.org/pdf/2609.12345', undefined],
    ['https://arxiv.org.evil.example/abs/2609.12345', undefined],
    ['https://aclanthology.org/2026.acl-long.1/', 'acl-anthology'],
    ['https://huggingface.co/papers-please', undefined],
    ['https://huggingface.co/papersandcode/model', undefined],
    ['https://huggingface.co/models', undefined],
    ['https://huggingface.co.evil.example/papers', undefined],
    ['http://huggingface.co/papers', undefined],
    ['about:blank', undefined],
  ])('finds for %s %j', (url, id) => {
    expect(siteOf(new URL(url))?.id).toBe(id);
  });
});

test.each(SITES)('$id asks for few pages, in the form that matchesPattern understands', ({ matches }) => {
  expect(matches.length).toBeGreaterThan(0);
  for (const pattern of matches) expect(pattern).toMatch(/^https:\/\/[a-z0-9.-]+\/[^*]*\*?$/);
});

/** Whether its page is a listing of a day, a week, a month or a category. */
const lasts = (address: string) => siteOf(new URL(address))?.lasting?.test(new URL(address).pathname);

test.each([
  'https://huggingface.co/papers/date/2026-09-28',
  'https://huggingface.co/papers/week/2026-W39',
  'https://huggingface.co/papers/month/2026-09',
  'https://arxiv.org/list/cs.CL/new',
  'https://arxiv.org/list/cs.CL/2026-09',
  'https://arxiv.org/catchup/cs.CL/2026-09-28',
  'https://aclanthology.org/volumes/2026.acl-long/',
  'https://aclanthology.org/events/acl-2026/',
])('%s lasts', (address) => {
  expect(lasts(address)).toBe(true);
});

test.each([
  'https://huggingface.co/papers',
  'https://huggingface.co/papers?q=lamps',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/papers/2609.28411',
  'https://huggingface.co/papers/date/2026-09-28/more',
  'https://arxiv.org/abs/2609.00001',
  'https://arxiv.org/search/?query=lamps',
  'https://arxiv.org/a/byron_a_1',
  'https://aclanthology.org/people/ada-byron/',
  'https://aclanthology.org/2026.acl-long.1/',
])('%s does not', (address) => {
  expect(lasts(address)).toBe(false);
});
