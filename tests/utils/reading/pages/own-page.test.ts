// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PaperCard } from '@/utils/paper/schema';
import { withOwnPage } from '@/utils/reading/pages/own-page';
import { parse } from '../sites/read-fixture';

const HERE = new URL('https://quay.example/paper/8');
const DOI: PaperCard = { site: 'web', identifiers: { doi: '10.1234/quay.8' } };
const TOP = '<h1>Of piers in the rain</h1><p>Pia Holm, Ole Rask</p>';
const PDF = '<a href="/files/8.pdf">Download</a>';
const ABSTRACT = `<h2>Abstract</h2><p>${'We count the drops that fall. '.repeat(6)}</p>`;

const read = (html: string, cards: PaperCard[], name = 'Of piers in the rain - Quay') =>
  withOwnPage(cards, parse(`<html><head><title>${name}</title></head><body>${html}</body></html>`), HERE);

describe('a page of one paper', () => {
  test.each([
    ['with a PDF of its own', TOP + PDF],
    ['with an abstract', TOP + ABSTRACT],
    [
      'whose title leads to its PDF',
      '<p><a href="8.pdf">Of piers in the rain</a></p><p>Pia Holm, Ole Rask</p>',
    ],
  ])('%s gives title and names to the only paper that it names', (_, html) => {
    const [card, ...others] = read(html, [DOI]);
    expect(card).toMatchObject({ ...DOI, title: 'Of piers in the rain', authors: ['Pia Holm', 'Ole Rask'] });
    expect(others).toEqual([]);
  });

  test('is a paper without an identifier where the title leads to its PDF', () => {
    const html = '<p><a href="8.pdf">Of piers in the rain</a></p><p>Pia Holm, Ole Rask</p>';
    expect(read(html, [])).toEqual([
      {
        site: 'web',
        listing: HERE.href,
        url: HERE.href,
        identifiers: {},
        title: 'Of piers in the rain',
        authors: ['Pia Holm', 'Ole Rask'],
      },
    ]);
  });
});

test('a paper is known by what stands before its text, whatever it cites', () => {
  const others = [
    { ...DOI, identifiers: { doi: '10.1234/a' } },
    { ...DOI, identifiers: { doi: '10.1234/b' } },
  ];
  const html = `${TOP}<p>doi:10.1234/quay.8</p>${ABSTRACT}<h2>References</h2><p>10.1234/a, 10.1234/b</p>`;
  expect(read(html, [...others, DOI]).map(({ identifiers }) => identifiers.doi)).toEqual(['10.1234/quay.8']);
  expect(read(html, others)).toEqual(others);
});

test.each([
  ['an article about a paper', TOP, [DOI]],
  ['one about another paper', TOP + PDF + ABSTRACT, [{ ...DOI, title: 'Of boats' }]],
  ['a page with a file', TOP + PDF, []],
  ['a page without names', `<h1>Of piers in the rain</h1>${PDF}${ABSTRACT}`, [DOI]],
  ['a list', TOP + PDF, [DOI, { ...DOI, identifiers: { doi: '10.1234/quay.9' } }]],
  ['a page with another’s PDF', `${TOP}<a href="https://other.example/8.pdf">PDF</a>`, [DOI]],
])('%s says nothing of it', (_, html, cards) => {
  expect(read(html, cards)).toEqual(cards);
});
