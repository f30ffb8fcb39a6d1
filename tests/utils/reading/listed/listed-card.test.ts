// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { listedOn } from '@/utils/reading/listed/listed';
import { cardOfListed } from '@/utils/reading/listed/listed-card';
import { parse } from '../sites/read-fixture';

const ABSTRACT = 'We count the lamps of every ferry that entered the harbour in one winter. '
  .repeat(4)
  .trim();

async function cards(entry: (index: number) => string, address = 'https://example.org/list') {
  const html = `<h1>Accepted papers</h1>${[1, 2, 3].map((index) => `<div class="e">${entry(index)}</div>`).join('')}`;
  const { papers } = await listedOn(parse(html), async () => {});
  return papers.map((paper) => cardOfListed(paper, address, new URL(address)));
}

const plain = (index: number) => `<h4>Counting Lanterns of Harbour ${index}</h4><p>Ada Berg, Bo Cai</p>`;

test('a card has title and authors', async () => {
  expect((await cards(plain))[1]).toEqual({
    site: 'web',
    listing: 'https://example.org/list',
    identifiers: {},
    title: 'Counting Lanterns of Harbour 2',
    authors: ['Ada Berg', 'Bo Cai'],
  });
});

test.each<[string, (index: number) => string, object]>([
  [
    'a link of its title',
    (n) => `<h4><a href="/p/${n}">Counting Lanterns of Harbour ${n}</a></h4><p>Ada Berg, Bo Cai</p>`,
    { url: 'https://example.org/p/2' },
  ],
  ['a PDF', (n) => `${plain(n)}<a href="${n}.pdf">PDF</a>`, { url: 'https://example.org/2.pdf' }],
  [
    'an identifier',
    (n) => `${plain(n)}<a href="https://doi.org/10.1234/a.${n}">doi</a>`,
    { identifiers: { doi: '10.1234/a.2' } },
  ],
  [
    'an identifier in words',
    (n) => `${plain(n)}<p>arXiv:2609.0000${n}</p>`,
    { identifiers: { arxiv: '2609.00002' } },
  ],
  ['a year', (n) => `${plain(n)}`.replace('Bo Cai', 'Bo Cai, 2026'), { publishedAt: '2026' }],
  ['an abstract', (n) => `${plain(n)}<p>${ABSTRACT}</p>`, { abstract: ABSTRACT }],
  [
    'a labelled abstract',
    (n) => `${plain(n)}<h5>Abstract</h5><p>${ABSTRACT}</p><a href="#">Close</a>`,
    { abstract: ABSTRACT },
  ],
])('a card has %s', async (_, entry, expected) => {
  expect((await cards(entry))[1]).toMatchObject(expected);
});

test('a relative link of a page without an address leads nowhere', async () => {
  const [card] = await cards((n) => `${plain(n)}<a href="${n}.pdf">PDF</a>`, 'https://unknown.invalid/');
  expect(card?.url).toBeUndefined();
});
