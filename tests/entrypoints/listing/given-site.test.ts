// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { givenSite, giveSite } from '@/entrypoints/listing/given-site';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { huggingface } from '@/utils/reading/sites/huggingface';

test('a site that was given is there, also for a script that is loaded apart; none is an error', async () => {
  expect(() => givenSite()).toThrow();
  giveSite(arxiv);
  expect(givenSite()).toBe(arxiv);
  giveSite(huggingface);
  vi.resetModules();
  const apart = await import('@/entrypoints/listing/given-site');
  expect(apart.givenSite).not.toBe(givenSite);
  expect(apart.givenSite()).toBe(huggingface);
});

test('no element of a page can be taken for it', () => {
  giveSite(arxiv);
  for (const id of ['site', 'offprint.site', 'Symbol(offprint.site)']) {
    const element = document.createElement('form');
    element.id = id;
    document.body.append(element);
  }
  expect(givenSite()).toBe(arxiv);
});
