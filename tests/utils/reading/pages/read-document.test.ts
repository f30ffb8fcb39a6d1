// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readDocument, readSite } from '@/utils/reading/pages/read-document';
import type { Report } from '@/utils/reading/report-once';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { complain, parse } from '../sites/read-fixture';

const ARXIV = 'https://arxiv.org/list/cs.LG/new';
const LIST = `<div id="dlpage"><dl id="articles">
  <dt><a href="/abs/2609.00001">arXiv:2609.00001</a></dt><dd><div class="meta"><div class="list-title">Lanterns over a harbour</div></div></dd>
  <dt><a href="/abs/2609.00002">arXiv:2609.00002</a></dt><dd><div class="meta"><div class="list-title">Salt and silence</div></div></dd></dl></div>`;
const LINKS = '<ul><li><a href="https://arxiv.org/abs/2609.00003">Foxes at the edge of town</a></li></ul>';
const PAPER =
  '<meta name="citation_title" content="One paper of its own"><meta name="citation_doi" content="10.1234/one">';
const context = { today: '2026-10-02', pause: async () => {}, report: complain };

function read(html: string, address: string, site?: typeof arxiv | null) {
  const [document, url] = [parse(html), new URL(address)];
  return site === undefined
    ? readDocument(document, url, context)
    : readDocument(document, url, context, site);
}

test.each([
  ['a page of a site of ours by its rule', LIST + LINKS, ARXIV, ['arxiv', 'arxiv']],
  ['a page of a site of ours without its cards by what it links to', LINKS, ARXIV, ['web']],
  [
    'the one paper that a page describes, not those that it cites',
    PAPER + LINKS,
    'https://journal.example/1',
    ['web'],
  ],
  ['any other page by what it links to', LINKS, 'https://blog.example/', ['web']],
  ['nothing on a page without papers', '<h1>Nothing</h1>', 'https://blog.example/', []],
])('reads %s', async (_, html, address, sites) => {
  expect((await read(html, address)).map(({ site }) => site)).toEqual(sites);
});

describe('a page that nothing calls one paper', () => {
  const entry = (number: number) =>
    `<li><a href="https://doi.org/10.1007/978-3-031-99999-1_${number}">Foxes at the edge of town ${number}</a></li>`;
  const PAPERS = `<ul>${entry(1)}${entry(2)}</ul>`;
  const OWN = '<meta name="dc.identifier" content="10.5281/zenodo.1234567">';
  const dois = async (html: string, address: string) =>
    (await read(html, address)).map(({ identifiers }) => identifiers.doi);
  const listed = ['10.1007/978-3-031-99999-1_1', '10.1007/978-3-031-99999-1_2'];

  test.each([
    ['a book', PAPERS, 'https://link.springer.com/book/10.1007/978-3-031-99999-1'],
    ['proceedings', PAPERS, 'https://dl.acm.org/doi/proceedings/10.1145/1234567'],
    [
      'proceedings with a DOI in their tags',
      `<meta name="dc.identifier" content="10.1145/1234567">${PAPERS}`,
      'https://dl.acm.org/doi/proceedings/10.1145/1234567',
    ],
    ['a list with a DOI of its own', OWN + PAPERS, 'https://blog.example/list'],
  ])('gives the papers of %s', async (_, html, address) => {
    expect(await dois(html, address)).toEqual(listed);
  });

  test('is the paper of its identifier where it lists no two others', async () => {
    const link = '<a href="https://doi.org/10.5281/zenodo.1234567">Foxes at the edge of town</a>';
    for (const body of ['', LINKS, `<ul>${entry(1)}</ul><p>${link}</p>`])
      expect(await dois(OWN + body, 'https://blog.example/list')).toEqual(['10.5281/zenodo.1234567']);
  });

  test.each([
    ['a citation title', PAPER + PAPERS, 'https://journal.example/1', '10.1234/one'],
    [
      'a scholarly article',
      `<script type="application/ld+json">{"@type":"ScholarlyArticle","name":"One paper","doi":"10.1234/one"}</script>${PAPERS}`,
      'https://journal.example/1',
      '10.1234/one',
    ],
    ['its address', PAPERS, 'https://journal.example/doi/10.1234/one', '10.1234/one'],
  ])('is not one with %s', async (_, html, address, doi) => {
    expect(await dois(html, address)).toEqual([doi]);
  });
});

test('reads as another site, or as none, where that is asked for', async () => {
  expect((await read(LIST, 'https://mirror.example/', arxiv)).map(({ title }) => title)).toEqual([
    'Lanterns over a harbour',
    'Salt and silence',
  ]);
  expect((await read(LIST, ARXIV, null)).every(({ site }) => site === 'web')).toBe(true);
});

test('lets the page have its turn during long lists', async () => {
  let turns = 0;
  const entries = Array.from({ length: 100 }, (_, index) => {
    const id = `2609.${10_000 + index}`;
    return `<dt><a href="/abs/${id}">${id}</a></dt><dd><div class="list-title">Paper number ${index}</div></dd>`;
  });
  const document = parse(`<div id="dlpage"><dl>${entries.join('')}</dl></div>`);
  const pause = async () => void turns++;
  expect(await readSite(arxiv, document, new URL(ARXIV), { ...context, pause })).toHaveLength(100);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('a card that breaks its site’s reader is reported with the site’s name, and the others are read', async () => {
  const error = new TypeError('a broken card');
  const careless: typeof arxiv = {
    ...arxiv,
    read(card, page) {
      if (card.textContent?.includes('00001')) throw error;
      return arxiv.read(card, page);
    },
  };
  const report = vi.fn<Report>();
  const cards = await readSite(careless, parse(LIST), new URL(ARXIV), { ...context, report });
  expect(cards.map(({ title }) => title)).toEqual(['Salt and silence']);
  expect(report.mock.calls).toEqual([['arXiv', error]]);
});

test.each(readdirSync('tests/fixtures/no-papers'))(
  '%s, a page without papers, gives none that is chosen',
  async (name) => {
    const html = readFileSync(`tests/fixtures/no-papers/${name}`, 'utf8');
    const found = await read(html, 'https://other.example/page');
    expect(found.filter(({ unsure }) => !unsure).map(({ title }) => title)).toEqual([]);
  },
);
