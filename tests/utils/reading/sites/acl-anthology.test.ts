// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { aclAnthology } from '@/utils/reading/sites/acl-anthology';
import { describeSite } from './describe-site';
import { readPage } from './read-fixture';

describeSite(aclAnthology);

test.each([
  ['P19-1001', '2019'],
  ['W00-0101', '2000'],
  ['J93-2004', '1993'],
  ['C65-1001', '1965'],
  ['2023.acl-long.1', '2023'],
  ['2004.jep-recital.3', '2004'],
])('the year of %s is %s, in a list and on its own page', (id, year) => {
  const entry = `<p class="d-sm-flex align-items-stretch"><span><strong><a href="/${id}/">Ropes as Words</a></strong></span></p>`;
  const page =
    '<section id="main"><h2 id="title">Ropes as Words</h2><div class="row acl-paper-details"></div></section>';
  for (const [html, address] of [
    [entry, 'https://aclanthology.org/volumes/x/'],
    [page, `https://aclanthology.org/${id}/`],
  ] as const)
    expect(readPage(aclAnthology, html, address)).toMatchObject([{ publishedAt: year }]);
});

test('no year is read off what is no id', () => {
  const entry =
    '<p class="d-sm-flex align-items-stretch"><strong><a href="/volumes/P19-1/">Ropes</a></strong></p>';
  expect(readPage(aclAnthology, entry, 'https://aclanthology.org/events/acl-2019/')).toEqual([]);
});
