// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { ieeeData, jsonLd } from '@/utils/reading/metadata/json-ld';
import { parse } from '../sites/read-fixture';

const page = (...data: unknown[]) =>
  parse(data.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`).join(''));
const paper = (more: object) => ({ '@type': 'ScholarlyArticle', name: 'A Title', ...more });
const read = (more: object) => jsonLd(page(paper(more)), []);

describe('jsonLd', () => {
  test.each<[author: unknown, authors: string[] | undefined]>([
    ['Jane Doe', ['Jane Doe']],
    ['Doe, Jane; Roe, Richard', ['Jane Doe', 'Richard Roe']],
    [{ name: 'Doe, Jane' }, ['Jane Doe']],
    [{ givenName: 'Jane', familyName: 'Doe' }, ['Jane Doe']],
    [
      [{ name: ['Jane Doe', 'J. Doe'] }, 'Richard Roe'],
      ['Jane Doe', 'Richard Roe'],
    ],
    [{ '@id': '#gone' }, undefined],
    [undefined, undefined],
  ])('reads the author %j', (author, authors) => {
    expect(read({ author })?.authors).toEqual(authors);
  });

  test.each<[part: unknown, venue: string | undefined]>([
    ['A Venue', 'A Venue'],
    [{ '@type': 'Periodical', name: 'A Venue' }, 'A Venue'],
    [
      { '@type': 'PublicationIssue', name: 'No. 4', isPartOf: { '@type': 'Periodical', name: 'A Venue' } },
      'A Venue',
    ],
    [[{ '@type': ['Periodical', 'PublicationVolume'], name: 'A Venue' }], 'A Venue'],
    [{ '@type': 'WebSite', name: 'A Site' }, undefined],
    [null, undefined],
  ])('reads the venue in %j', (isPartOf, venue) => {
    expect(read({ isPartOf })?.venue).toBe(venue);
  });

  test.each<[more: object, identifiers: object]>([
    [{ sameAs: 'https://doi.org/10.1000/A' }, { doi: '10.1000/a' }],
    [{ sameAs: ['https://a.example', 'https://arxiv.org/abs/2401.12345'] }, { arxiv: '2401.12345' }],
    [{ identifier: { propertyID: 'doi', value: '10.1000/a' } }, { doi: '10.1000/a' }],
    [{ identifier: ['1', 'doi:10.1000/a'] }, { doi: '10.1000/a' }],
    [{ '@id': 'https://doi.org/10.1000/a' }, { doi: '10.1000/a' }],
    [{ citation: 'https://doi.org/10.1000/cited' }, {}],
  ])('reads identifiers in %j', (more, identifiers) => {
    expect(read(more)?.identifiers).toEqual(identifiers);
  });

  test.each([
    [{ headline: 'A Title' }, 'A Title'],
    [{ headline: 'A Title that is c…', name: 'A Title that is cut' }, 'A Title that is cut'],
    [{ headline: 'A Title', name: 'A Title | A Site' }, 'A Title'],
    [{ name: { '@value': 'A Title', '@language': 'en' } }, 'A Title'],
  ])('reads the title in %j', (more, title) => {
    expect(jsonLd(page({ '@type': 'ScholarlyArticle', ...more }), [])?.title).toBe(title);
  });

  test.each([
    ['a graph', { '@graph': [{ '@type': 'WebSite' }, paper({})] }],
    ['a list', [[paper({})]]],
    ['what a page is about', { '@type': 'WebPage', mainEntity: paper({}) }],
  ])('looks into %s', (_, data) => {
    expect(jsonLd(page(data), [])?.title).toBe('A Title');
  });

  test.each([
    ['no data', page()],
    ['an empty list', page([])],
    ['a product', page({ '@type': 'Product', name: 'A Title', sameAs: 'https://doi.org/10.1000/a' })],
    ['parts of another work', page({ '@type': 'Periodical', hasPart: [paper({})] })],
  ])('finds none in %s', (_, document) => {
    expect(jsonLd(document, [])).toBeUndefined();
  });

  test('takes the one of several that the page is', () => {
    const several = page([
      paper({ name: 'One', url: 'https://a.example/1' }),
      paper({ url: 'https://a.example/2' }),
    ]);
    expect(jsonLd(several, ['https://a.example/2'])?.title).toBe('A Title');
    expect(jsonLd(several, ['https://a.example/3'])).toBeUndefined();
  });

  test.each(['<!--\n', '//<![CDATA[\n'])('forgives %j around the data', (start) => {
    const end = start.startsWith('<') ? '\n-->' : '\n//]]>';
    const html = `<script type="application/ld+json">${start}${JSON.stringify(paper({}))}${end}</script>`;
    expect(jsonLd(parse(html), [])?.title).toBe('A Title');
  });
});

describe('ieeeData', () => {
  const script = (json: string) =>
    parse(`<script>x = 1;\n\txplGlobal.document.metadata=${json};\n\ty = 2;</script>`);

  test('reads title, authors, day, venue and numbers', () => {
    const data = {
      title: 'A <i>Title</i>',
      authors: [{ name: 'Jane Doe' }, {}],
      publicationDate: 'Jan. 2031',
      publicationYear: '2031',
      publicationTitle: 'A Venue',
      doi: '10.1109/A.1',
      articleNumber: '1234567',
    };
    expect(ieeeData(script(JSON.stringify(data)))).toEqual({
      title: 'A Title',
      abstract: undefined,
      authors: ['Jane Doe'],
      publishedAt: '2031-01',
      venue: 'A Venue',
      identifiers: { doi: '10.1109/a.1', ieee: '1234567' },
    });
  });

  test.each(['', '{', '[]', '{"title":1}', 'null'])('finds nothing in %j', (json) => {
    expect(ieeeData(script(json))).toBeUndefined();
  });
});
