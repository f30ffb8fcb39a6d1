// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { dublinCore, highwire, metaTags, openGraph, prism } from '@/utils/reading/metadata/meta-tags';
import { parse } from '../sites/read-fixture';

const LONG = 'A sentence of it. '.repeat(30).trim();
const tagsOf = (...pairs: [name: string, content: string][]) =>
  metaTags(parse(pairs.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('')));

describe('metaTags', () => {
  test('takes names in any case, from name or property, and values in order', () => {
    const html =
      '<META NAME="Citation_Author" CONTENT=" A "><meta property="citation_author" content="B"><meta name="citation_author">';
    expect([...metaTags(parse(html))]).toEqual([['citation_author', ['A', 'B']]]);
  });

  test('passes over cited works, empty values and what speaks of no paper', () => {
    const tags = tagsOf(
      ['citation_reference', 'citation_title=Cited'],
      ['citation_references', 'Cited'],
      ['citation_title', ' '],
      ['viewport', 'width=1'],
      ['bepress_citation_title', 'A Title'],
    );
    expect([...tags]).toEqual([['citation_title', ['A Title']]]);
  });
});

describe('vocabularies', () => {
  test.each([
    ['citation_publication_date', '2031/01/02'],
    ['citation_date', '2031-01-02'],
    ['citation_online_date', '2031/1/2'],
  ])('highwire reads the day in %s', (name, day) => {
    expect(highwire(tagsOf([name, day])).publishedAt).toBe('2031-01-02');
  });

  test('highwire reads the day of the first version', () => {
    const tags = tagsOf(['citation_online_date', '2032/01/02'], ['citation_date', '2031/01/02']);
    expect(highwire(tags).publishedAt).toBe('2031-01-02');
  });

  test.each([
    'citation_journal_title',
    'citation_conference_title',
    'citation_inbook_title',
    'citation_technical_report_institution',
  ])('highwire reads the venue in %s', (name) => {
    expect(highwire(tagsOf([name, 'A Venue'])).venue).toBe('A Venue');
  });

  test('highwire reads identifiers, also those of the PDF', () => {
    const tags = tagsOf(
      ['citation_doi', '10.1000/A'],
      ['citation_arxiv_id', '2401.12345'],
      ['citation_pmid', '12345678'],
      ['citation_pdf_url', 'https://openreview.net/pdf?id=aB3_-xYz01'],
    );
    expect(highwire(tags).identifiers).toEqual({
      doi: '10.1000/a',
      arxiv: '2401.12345',
      pmid: '12345678',
      openreview: 'aB3_-xYz01',
    });
  });

  test('highwire does not add up two lists of the same people', () => {
    const tags = tagsOf(['citation_authors', 'Doe J;Roe R'], ['citation_author', 'Doe, Jane']);
    expect(highwire(tags).authors).toEqual(['Jane Doe']);
  });

  test('prism', () => {
    const tags = tagsOf(
      ['prism.publicationName', 'A Venue'],
      ['prism.publicationDate', '2031-01-02'],
      ['prism.doi', 'doi:10.1000/a'],
    );
    expect(prism(tags)).toMatchObject({
      venue: 'A Venue',
      publishedAt: '2031-01-02',
      identifiers: { doi: '10.1000/a' },
    });
  });

  test('Dublin Core in the names of Open Journal Systems, whose own number comes first', () => {
    const tags = tagsOf(
      ['DC.Creator.PersonalName', 'Jane Doe'],
      ['DC.Date.created', '2031-01-02'],
      ['DC.Description', LONG],
      ['DC.Identifier', '1234'],
      ['DC.Identifier.DOI', '10.1000/a'],
      ['DC.Identifier.URI', 'https://journal.example/article/view/1234'],
      ['DC.Source', 'A Venue'],
      ['DC.Title', 'A Title'],
    );
    expect(dublinCore(tags)).toEqual({
      title: 'A Title',
      abstract: LONG,
      authors: ['Jane Doe'],
      publishedAt: '2031-01-02',
      venue: 'A Venue',
      identifiers: { doi: '10.1000/a' },
    });
  });

  test.each([
    ['citation_abstract', highwire, 'Short.'],
    ['dcterms.abstract', dublinCore, 'Short.'],
    ['dc.description', dublinCore, undefined],
    ['dcterms.description', dublinCore, undefined],
    ['prism.teaser', prism, undefined],
  ])('a short %s is an abstract or none', (name, read, abstract) => {
    expect(read(tagsOf([name, 'Short.'])).abstract).toBe(abstract);
    expect(read(tagsOf([name, LONG])).abstract).toBe(LONG);
  });

  test('a preview names no paper', () => {
    expect(openGraph(tagsOf(['og:url', 'https://doi.org/10.1000/a'])).identifiers).toEqual({});
  });

  test.each([
    ['Doe, Roe. Proceedings. 2031.', undefined],
    [`${LONG} …`, undefined],
    [`${LONG} `, LONG],
  ])('the preview %j has the abstract %j', (text, abstract) => {
    expect(openGraph(tagsOf(['og:description', text])).abstract).toBe(abstract);
  });
});
