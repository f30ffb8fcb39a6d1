// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { runs } from '@/tests/long';
import { strongKeys } from '@/utils/paper/identity';
import { absorb, createPaper } from '@/utils/paper/merge';
import { normalise } from '@/utils/paper/normalise';
import { PaperCard } from '@/utils/paper/schema';
import { paperOfAddress, readPageMetadata } from '@/utils/reading/metadata/page-metadata';
import { parse } from '../sites/read-fixture';

const FOLDER = 'tests/fixtures/single-paper';
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => {
    const html = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(`${FOLDER}/${name.replace(/html$/, 'expected.json')}`, 'utf8'),
    );
    return { name, html, expected, address: /^<!--\s*(\S+)\s*-->/.exec(html)?.[1] ?? '' };
  });

const HERE = 'https://journal.example/read/1';

function readHead(head: string, address = HERE, body = ''): PaperCard | undefined {
  return readPageMetadata(parse(`<html><head>${head}</head><body>${body}</body></html>`), new URL(address));
}

const meta = (name: string, content: string) =>
  `<meta name="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const paper = (name: string, more = {}) => ({ '@type': 'ScholarlyArticle', name, ...more });

describe('fixtures', () => {
  test('there are some', () => {
    expect(FIXTURES.length).toBeGreaterThan(8);
  });

  test.each(FIXTURES)('$name gives the card beside it', ({ html, address, expected }) => {
    expect(readPageMetadata(parse(html), new URL(address)) ?? null).toEqual(expected);
  });

  test.each(FIXTURES.filter(({ html }) => html.includes('citation_pdf_url')))(
    '$name: its PDF is the same paper',
    ({ html, address }) => {
      const [tag = ''] = /<meta[^>]*citation_pdf_url[^>]*>/.exec(html) ?? [];
      const pdf = paperOfAddress(new URL(/content="([^"]+)"/.exec(tag)?.[1] ?? ''));
      const keys = (card: PaperCard | undefined) => strongKeys({ identifiers: card?.identifiers ?? {} });
      const page = keys(readPageMetadata(parse(html), new URL(address)));
      expect(keys(pdf).filter((key) => page.includes(key))).not.toEqual([]);
    },
  );

  test.each(FIXTURES.filter(({ expected }) => expected))(
    '$name: the library takes its card',
    ({ expected }) => {
      const card = PaperCard.parse(expected);
      expect(normalise(card, '2031-01-01T00:00:00.000Z')?.identifiers).toEqual(card.identifiers);
    },
  );
});

describe('trust', () => {
  const head = [
    meta('og:title', 'From a preview'),
    ld(paper('From JSON-LD', { datePublished: '2030-01-01', author: 'Json Author' })),
    meta('DC.title', 'From Dublin Core'),
    meta('dc.creator', 'Core, Dublin'),
    meta('prism.publicationName', 'From PRISM'),
    meta('citation_title', 'From Highwire'),
  ];

  test.each([
    [0, 'From Highwire'],
    [1, 'From Dublin Core'],
    [4, 'From JSON-LD'],
  ])('without the last %i tags the title is %s', (fewer, title) => {
    expect(readHead(head.slice(0, head.length - fewer).join(''))?.title).toBe(title);
  });

  test('is per field', () => {
    expect(readHead(head.join(''))).toMatchObject({
      title: 'From Highwire',
      authors: ['Dublin Core'],
      venue: 'From PRISM',
      publishedAt: '2030-01-01',
    });
  });

  test('passes over values that cannot be used', () => {
    const card = readHead(
      meta('citation_title', ' ') +
        meta('DC.title', 'A Title') +
        meta('citation_doi', 'n/a') +
        meta('dc.identifier', '0260-2288') +
        meta('dc.identifier', 'doi:10.1000/182') +
        meta('citation_publication_date', 'soon') +
        meta('dc.date', '2031') +
        meta('citation_author', '-') +
        meta('dc.creator', 'Doe, Jane'),
    );
    expect(card).toMatchObject({
      title: 'A Title',
      identifiers: { doi: '10.1000/182' },
      publishedAt: '2031',
      authors: ['Jane Doe'],
    });
  });

  test('marks what the page says to machines, not what is made for previews', () => {
    const card = readHead(
      meta('og:title', 'A Title') + meta('citation_journal_title', 'A Venue'),
      'https://arxiv.org/abs/2401.12345',
    );
    expect(card).toMatchObject({ title: 'A Title', venue: 'A Venue', embedded: ['venue'] });
  });

  test('leaves abstract, authors and day to whoever says more of them', () => {
    const card = readHead(
      meta('citation_title', 'A Title of Four Words') +
        meta('citation_abstract', 'A teaser.') +
        meta('citation_author', 'Berg A.') +
        meta('citation_year', '2031') +
        meta('citation_doi', '10.1000/182'),
    );
    expect(card?.embedded).toEqual(['title']);
    const statement = normalise(card ?? { site: 'web', identifiers: {} }, '2031-01-02T00:00:00.000Z');
    const better = normalise(
      {
        site: 'arxiv',
        identifiers: { doi: '10.1000/182' },
        abstract: 'Fish swim, and we ask why.',
        authors: ['Ada Berg', 'Bo Cai'],
        publishedAt: '2031-02-03',
      },
      '2031-01-01T00:00:00.000Z',
    );
    if (!statement || !better) throw new Error('both are statements');
    expect(absorb(createPaper(better, 'doi:10.1000/182', better.at), statement)).toMatchObject({
      title: 'A Title of Four Words',
      abstract: 'Fish swim, and we ask why.',
      authors: ['Ada Berg', 'Bo Cai'],
      publishedAt: '2031-02-03',
    });
  });
});

describe('what is a paper', () => {
  test.each([
    ['nothing', '', HERE],
    ['a preview', meta('og:title', 'A Title') + meta('og:type', 'article'), HERE],
    ['tags of a journal', meta('citation_journal_title', 'A Journal') + meta('DC.title', 'An Issue'), HERE],
    ['an article of a blog', ld({ '@type': 'Article', headline: 'A Post' }), HERE],
    ['works that are cited', ld({ '@type': 'WebPage', citation: paper('Cited') }), HERE],
    ['several papers', ld([paper('One'), paper('Another')]), HERE],
    ['a scholarly article without a title', ld({ '@type': 'ScholarlyArticle' }), HERE],
    [
      'broken data',
      '<script type="application/ld+json">{"@type":"ScholarlyArticle","name":"A</script>',
      HERE,
    ],
    [
      'the list of a day',
      meta('og:title', 'Computation and Language'),
      'https://arxiv.org/list/cs.CL/recent',
    ],
    ['a canonical link elsewhere', '<link rel="canonical" href="https://arxiv.org/abs/2401.12345">', HERE],
  ])('%s is none', (_, head, address) => {
    expect(readHead(head, address)).toBeUndefined();
  });

  test.each([
    ['a citation title', meta('citation_title', 'A Title'), HERE],
    ['a scholarly article', ld(paper('A Title')), HERE],
    ['its full name', ld({ '@type': 'http://schema.org/ScholarlyArticle', headline: 'A Title' }), HERE],
    [
      'an article with a DOI',
      ld({ '@type': 'Article', name: 'A Title', sameAs: ['https://doi.org/10.1000/1'] }),
      HERE,
    ],
    ['the same paper twice', ld([paper('A Title'), paper('A Title')]), HERE],
    [
      'that one of several which is this page',
      ld([paper('One'), paper('A Title', { url: `${HERE}#top` })]),
      HERE,
    ],
    ['an address', meta('og:title', 'A Title'), 'https://arxiv.org/abs/2401.12345'],
    [
      'a canonical link',
      `<link rel="canonical" href="/doi/10.1000/1">${meta('og:title', 'A Title')}`,
      'https://journal.example/redirect?to=1',
    ],
    [
      'a line break in data',
      '<script type="application/ld+json">{"@type":"ScholarlyArticle","name":"A\nTitle"}</script>',
      HERE,
    ],
  ])('%s makes one', (_, head, address) => {
    expect(readHead(head, address)?.title).toBe('A Title');
  });

  test('is that of the address when the head still speaks of another', () => {
    const head = meta('citation_title', 'The paper before') + meta('citation_arxiv_id', '2401.00001');
    expect(readHead(head, 'https://arxiv.org/abs/2401.12345')).toEqual({
      site: 'web',
      listing: 'https://arxiv.org/abs/2401.12345',
      identifiers: { arxiv: '2401.12345' },
      url: 'https://arxiv.org/abs/2401.12345',
    });
  });
});

describe('titles of previews', () => {
  test.each([
    ['A Title | Some Site', 'Some Site', 'A Title'],
    ['A Title - Some Site', 'Some Site', 'A Title'],
    ['A Title — arXiv', undefined, 'A Title'],
    ['[PDF] A Title | arXiv.org', undefined, 'A Title'],
    ['Graphs - A Survey', 'Some Site', 'Graphs - A Survey'],
    ['Pipes | Filters', undefined, 'Pipes | Filters'],
    ['Some Site', 'Some Site', undefined],
    ['arXiv.org', undefined, undefined],
  ])('%j of %j is %j', (title, site, expected) => {
    const head = meta('og:title', title) + (site ? meta('og:site_name', site) : '');
    expect(readHead(head, 'https://arxiv.org/abs/2401.12345')?.title).toBe(expected);
  });
});

describe('the address of a card', () => {
  test.each([
    ['', 'https://journal.example/read/1?page=2&utm_source=x#s1', 'https://journal.example/read/1?page=2'],
    ['<link rel="canonical" href="/read/one">', HERE, 'https://journal.example/read/one'],
    ['<link rel="canonical" href="https://journal.example/">', HERE, HERE],
    ['<link rel="canonical" href="javascript:alert(1)">', HERE, HERE],
    ['<link rel="canonical" href="https://evil.example/a">', HERE, HERE],
    ['<link rel="canonical" href="https://[">', HERE, HERE],
  ])('with %s at %s is %s', (head, address, url) => {
    expect(readHead(meta('citation_title', 'A Title') + head, address)?.url).toBe(url);
  });
});

describe('paperOfAddress', () => {
  test('gives what a PDF tab tells', () => {
    expect(paperOfAddress(new URL('https://arxiv.org/pdf/2401.12345v2#page=3'))).toEqual({
      site: 'web',
      listing: 'https://arxiv.org/pdf/2401.12345v2',
      identifiers: { arxiv: '2401.12345' },
      url: 'https://arxiv.org/pdf/2401.12345v2',
    });
  });

  test.each(['https://a.example/paper.pdf', 'file:///home/2401.12345.pdf', 'about:blank'])(
    'gives nothing for %s',
    (address) => {
      expect(paperOfAddress(new URL(address))).toBeUndefined();
    },
  );

  test('is what a page without a head gives', () => {
    const url = new URL('https://openreview.net/pdf?id=aB3_-xYz01');
    const viewer = parse('<embed type="application/pdf">');
    expect(readPageMetadata(viewer, url)).toMatchObject(paperOfAddress(url) ?? {});
  });
});

describe('hostile pages', () => {
  type Pairs = (readonly [name: string, content: string])[];
  const titled: Pairs = [['citation_title', 'A Title']];
  const many = (name: string, content: string): Pairs => Array.from({ length: 6000 }, () => [name, content]);
  const deep = `${'[{"@graph":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;
  const circle = {
    '@graph': [
      { ...paper('A', { '@id': '#a', author: { '@id': '#a' }, isPartOf: { '@id': '#x' } }) },
      { '@id': '#x', isPartOf: { '@id': '#x' } },
    ],
  };
  const odd = [
    null,
    1,
    'x',
    [[]],
    paper('A', { author: [null, 1, {}, [{}]], isPartOf: [1], identifier: [null, {}] }),
  ];

  /** Made, not parsed: the parser of the tests is slow with such pages. */
  function pageOf(pairs: Pairs, json = ''): Document {
    const page = parse('');
    const script = page.createElement('script');
    script.setAttribute('type', 'application/ld+json');
    script.textContent = json;
    page.head.append(
      script,
      ...pairs.map(([name, content]) => {
        const tag = page.createElement('meta');
        tag.setAttribute('name', name);
        tag.setAttribute('content', content);
        return tag;
      }),
    );
    return page;
  }

  test.each<[what: string, pairs: Pairs, json?: string]>([
    ['6,000 authors', [...titled, ...many('citation_author', 'Doe, Jane')]],
    ['6,000 lists of authors', [...titled, ...many('citation_author', 'Doe, Jane; Roe, Richard')]],
    ['6,000 titles', many('citation_title', 'A Title')],
    ['6,000 names', [...titled, ...many('', '').map((_, index) => [`citation_x${index}`, 'x'] as const)]],
    ['a huge title', [['citation_title', 'x'.repeat(1_000_000)]]],
    ['a huge abstract', [...titled, ['citation_abstract', '<p>x '.repeat(100_000)]]],
    ['open tags', [...titled, ['citation_abstract', '<b '.repeat(100_000)]]],
    ['open comments', [['citation_title', `x${'<!--'.repeat(100_000)}`]]],
    ['entities', [['citation_title', '&#x110000;&#0;&#xd800;&amp;amp;'.repeat(1000)]]],
    ['a huge author', [...titled, ['citation_author', 'Doe, '.repeat(100_000)]]],
    ['a huge DOI', [...titled, ['citation_doi', `10.1000/${'x'.repeat(100_000)}`]]],
    ['a huge day', [...titled, ['citation_date', '1/'.repeat(100_000)]]],
    ['nested data', titled, deep],
    [
      '10,000 papers',
      titled,
      JSON.stringify(Array.from({ length: 10_000 }, (_, index) => paper(`A ${index}`))),
    ],
    ['a circle', [], JSON.stringify(circle)],
    ['odd data', [], JSON.stringify(odd)],
    [
      'names of objects',
      [['citation_title', '__proto__']],
      JSON.stringify(paper('A', { author: { '@id': '__proto__' } })),
    ],
  ])('%s: a card of bounded size', (_, pairs, json) => {
    const card = readPageMetadata(pageOf(pairs, json), new URL(HERE));
    expect(PaperCard.safeParse(card).error?.issues).toBeUndefined();
    expect(JSON.stringify(card).length).toBeLessThan(200_000);
  });

  test('never throws, whatever the tags say', () => {
    const names = [
      'citation_title',
      'citation_author',
      'citation_date',
      'citation_doi',
      'dc.title',
      'prism.doi',
      'og:title',
    ];
    const tags = fc.array(fc.tuple(fc.constantFrom(...names), messyText), { maxLength: 12 });
    const json = fc.record(
      {
        '@type': fc.constant('ScholarlyArticle'),
        name: fc.anything(),
        author: fc.anything(),
        isPartOf: fc.anything(),
        sameAs: fc.anything(),
      },
      { requiredKeys: ['@type'] },
    );
    fc.assert(
      fc.property(tags, json, (pairs, data) => {
        const card = readPageMetadata(pageOf(pairs, asJson(data)), new URL(HERE));
        if (card) expect(PaperCard.safeParse(card).error?.issues).toBeUndefined();
      }),
      { numRuns: runs(1000) },
    );
  });

  function asJson(data: unknown): string {
    try {
      return JSON.stringify(data) ?? '';
    } catch {
      return ''; // a BigInt, or a circle
    }
  }
});
