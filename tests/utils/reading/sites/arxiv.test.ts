// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { matchesPattern } from '@/utils/reading/sites';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { health } from '@/utils/reading/sites/health';
import { describeSite } from './describe-site';
import { fixturesOf, parse, readPage } from './read-fixture';

const FIXTURES = fixturesOf(arxiv);
const NEW = 'https://arxiv.org/list/cs.LG/new';
const SEARCH = 'https://arxiv.org/search/?query=moss';
const ABS = 'https://arxiv.org/abs/2610.00001v3';

/** One pair of a list in the layout of 2026. */
function pair(inner = '', id = '2610.00001', title = 'A Title'): string {
  return `<dt><a name="item1">[1]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
    <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>${inner}</div></dd>`;
}

function list(inner: string, before = ''): string {
  return `<main><div id="dlpage">${before}<dl id="articles">${inner}</dl></div></main>`;
}

function result(inner = '', id = '2610.00001'): string {
  return `<main><ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p>
    <p class="title is-5 mathjax">A Title</p>${inner}</li></ol></main>`;
}

function abs(inner = ''): string {
  return `<main><div id="abs"><h1 class="title mathjax"><span class="descriptor">Title:</span>A Title</h1>${inner}</div></main>`;
}

function row(label: string, value: string, name: string): string {
  return `<table><tr><td class="tablecell label">${label}</td><td class="tablecell ${name}">${value}</td></tr></table>`;
}

function readOne(html: string, address = NEW) {
  return readPage(arxiv, html, address)[0];
}

describeSite(arxiv);

describe('fixtures', () => {
  test('there are some of each kind of page', () => {
    const kinds = new Set(FIXTURES.map(({ address }) => new URL(address).pathname.split('/')[1]));
    expect([...kinds].sort()).toEqual(['a', 'abs', 'catchup', 'list', 'search']);
  });

  test.each(FIXTURES)(
    '$name: its address and that of its listing are among those asked for',
    ({ html, address }) => {
      const listings = readPage(arxiv, html, address).map(({ listing }) => listing ?? '');
      for (const url of [address, ...listings])
        expect(arxiv.matches.filter((pattern) => matchesPattern(pattern, new URL(url)))).toHaveLength(1);
    },
  );
});

test.each([
  'https://arxiv.org/',
  'https://arxiv.org/pdf/2610.00001',
  'https://arxiv.org/html/2610.00001v1',
  'https://arxiv.org/archive/cs',
  'https://arxiv.org/login',
  'https://arxiv.org/help',
  'https://arxiv.org/user/',
  'https://arxiv.org/abs',
  'https://info.arxiv.org/list/about',
  'http://arxiv.org/list/cs.LG/new',
])('%s is not asked for', (url) => {
  expect(arxiv.matches.some((pattern) => matchesPattern(pattern, new URL(url)))).toBe(false);
});

describe('a pair of a list', () => {
  test.each([
    ['no `dd`', list('<dt><a href="/abs/2610.00001">x</a></dt>')],
    [
      'no `dd` right after it',
      list(`<dt><a href="/abs/2610.00002">x</a></dt>${pair()}`).replace('<dd>', '<p>'),
    ],
    ['no id', list(pair('', 'listing'))],
    ['no title', list(pair('', '2610.00001', ' '))],
    ['no list around it', `<dl>${pair()}</dl>`],
  ])('with %s is no card', (_, html) => {
    expect(readPage(arxiv, html, NEW)).toEqual([]);
  });

  test('whose `dd` is missing does not take the next one', () => {
    const html = list(`<dt><a href="/abs/2610.00002">x</a></dt>${pair()}`);
    expect(readPage(arxiv, html, NEW).map(({ identifiers }) => identifiers.arxiv)).toEqual(['2610.00001']);
  });

  test.each([
    ['2610.00001v12', '2610.00001'],
    ['0704.0001', '0704.0001'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['math.GT/0309136', 'math/0309136'],
  ])('has the id of %s', (shown, id) => {
    expect(readOne(list(pair('', shown)))).toMatchObject({
      identifiers: { arxiv: id },
      url: `https://arxiv.org/abs/${id}`,
    });
  });

  test('has no day of publication: it is not said', () => {
    expect(
      readOne(list(pair(), '<h3>Showing new listings for Friday, 2 October 2026</h3>')),
    ).not.toHaveProperty('publishedAt');
  });

  test('has no identifier but its own, whatever its comments link to', () => {
    const comments =
      '<div class="list-comments mathjax">See <a class="link-external" href="https://doi.org/10.1000/1">this https URL</a></div>';
    expect(readOne(list(pair(comments)))?.identifiers).toEqual({ arxiv: '2610.00001' });
  });
});

describe('authors', () => {
  const authors = (inner: string) => {
    const { authors, authorCount } = readOne(list(pair(`<div class="list-authors">${inner}</div>`))) ?? {};
    return { authors, authorCount };
  };

  test.each([
    ['none', '(author list is unavailable)', undefined, undefined],
    ['one', '<a href="/search">Ada Abara</a>', ['Ada Abara'], undefined],
    [
      'a label',
      '<span class="descriptor">Authors:</span> <a href="/search">Ada Abara</a>',
      ['Ada Abara'],
      undefined,
    ],
    [
      'a colon that stands for a group',
      '<a>Quist</a>: <a>:</a>, <a>Ada Abara</a>',
      ['Quist', 'Ada Abara'],
      undefined,
    ],
    [
      'an address among them',
      '<a>Ada</a> (<a class="link-external" href="http://x.example">this http URL</a>)',
      ['Ada'],
      undefined,
    ],
    [
      'more than are named',
      '<a>Ada</a>, <a>Bo</a> et al. (98 additional authors not shown)',
      ['Ada', 'Bo'],
      100,
    ],
    ['one more', '<a>Ada</a> et al. (1 additional author not shown)', ['Ada'], 2],
  ])('with %s', (_, inner, names, count) => {
    expect(authors(inner)).toEqual({ authors: names, authorCount: count });
  });
});

describe('code and project', () => {
  const links = (inner: string) => {
    const { code, project } = readOne(list(pair(`<p class="mathjax">${inner}</p>`))) ?? {};
    return { code, project };
  };
  const link = (href: string) => `<a class="link-external link-https" href="${href}">this https URL</a>`;
  const [git, site] = ['https://github.com/ada/engine', 'https://engine.example'];

  test.each([
    ['announced', `Our code and data are at ${link(git)}.`, git, undefined],
    [
      'announced after another link',
      `Code of ${link('https://x.example')}; code: ${link(git)}`,
      git,
      undefined,
    ],
    ['not announced', `We use ${link(git)}.`, undefined, undefined],
    ['of another sentence', `Code matters. We use ${link(git)}.`, undefined, undefined],
    ['not where code is kept', `Code tables: ${link(site)}`, undefined, undefined],
    ['in one page', `Project page: ${link(site)}`, undefined, site],
    ['in a website', `Project website: ${link(site)}`, undefined, site],
    ['a projection', `A projection onto ${link(site)}`, undefined, undefined],
    ['not over http', `Project page: ${link('javascript:alert(1)')}`, undefined, undefined],
    ['no link', 'Code: https://github.com/ada/engine', undefined, undefined],
  ])('%s', (_, inner, code, project) => {
    expect(links(inner)).toEqual({ code, project });
  });
});

describe('a search result', () => {
  const dates = (words: string) => readOne(result(`<p class="is-size-7">${words}</p>`), SEARCH)?.publishedAt;

  test.each([
    [
      'one version',
      '<span>Submitted</span> 2 December, 2025; <span>originally announced</span> May 2024.',
      '2025-12-02',
    ],
    [
      'several',
      '<span>Submitted</span> 2 December, 2025; <span>v1</span> submitted 18 May, 2024;',
      '2024-05-18',
    ],
    ['no day', '<span>Submitted</span> December 2025', undefined],
    ['a day that is none', '<span>Submitted</span> 31 February, 2025', undefined],
    ['a comment', '<span>Comments:</span> Submitted 2 December, 2025', undefined],
  ])('has the day of its first version: %s', (_, words, day) => {
    expect(dates(words)).toBe(day);
  });

  test('without its full abstract has none, rather than a part', () => {
    expect(readOne(result('<span class="abstract-short">… a part …</span>'), SEARCH)).not.toHaveProperty(
      'abstract',
    );
  });
});

describe("a paper's own page", () => {
  test.each([
    [
      'journal reference',
      row('Journal&nbsp;reference:', 'J. Knots 1 (2026) 2', 'jref'),
      { venue: 'J. Knots 1 (2026) 2' },
    ],
    ['report number is none', row('Report&nbsp;number:', 'JR-1', 'jref'), {}],
    [
      'DOI',
      row('Related DOI:', '<a href="x">https://doi.org/10.1000/a(1)b</a>', 'doi'),
      { doi: '10.1000/a(1)b' },
    ],
    ['old DOI', row('<abbr>DOI</abbr>:', '<a href="x">10.1000/1</a>', 'msc_classes'), { doi: '10.1000/1' }],
    ['own DOI is none', row('&nbsp;', 'https://doi.org/10.48550/arXiv.2610.00001', 'arxivdoi'), {}],
    [
      'day of v1',
      '<div class="dateline">[Submitted on 3 Mar 2024 (v1), last revised 4 Apr 2025 (this version, v3)]</div>',
      { publishedAt: '2024-03-03' },
    ],
    [
      'day in brackets',
      '<div class="dateline">(Submitted on 8 Sep 2003)</div>',
      { publishedAt: '2003-09-08' },
    ],
  ])('%s', (_, inner, expected) => {
    const card = readOne(abs(inner), ABS);
    const found = { venue: card?.venue, publishedAt: card?.publishedAt, doi: card?.identifiers.doi };
    expect(found).toEqual({ venue: undefined, publishedAt: undefined, doi: undefined, ...expected });
  });

  test('elsewhere is no card', () => {
    expect(readPage(arxiv, abs(), NEW)).toEqual([]);
  });
});

describe('the listing', () => {
  const month = (words: string) => `<h2>Authors and titles for ${words} </h2>`;
  const day = (words: string) => `<h3>${words}</h3>`;

  test.each([
    [
      '/list/cs.LG/new',
      day('Showing new listings for Thursday, 1 October 2026'),
      '/list/cs.LG/new',
      '2026-10-01',
    ],
    [
      '/list/cs.LG/new?skip=0&show=50#item3',
      day('New submissions for Fri, 3 Mar 2023'),
      '/list/cs.LG/new',
      '2023-03-03',
    ],
    ['/list/cs.LG/new', day('New submissions for Fri, 3 Mar 23'), '/list/cs.LG/new', undefined],
    ['/list/cs.LG/new', '', '/list/cs.LG/new', undefined],
    ['/list/cs.LG/recent', month('recent submissions'), '/list/cs.LG/recent', undefined],
    ['/list/cs.LG/pastweek?skip=25&show=25', '', '/list/cs.LG/recent', undefined],
    ['/list/cs.LG/2026-10?skip=50', month('October 2026'), '/list/cs.LG/2026-10', '2026-10'],
    ['/list/cs.LG/2610', month('October 2026'), '/list/cs.LG/2026-10', '2026-10'],
    ['/list/cs.LG/current', month('May 2026'), '/list/cs.LG/2026-05', '2026-05'],
    ['/list/math/99', month('1999'), '/list/math/1999', '1999'],
    ['/catchup/cs.LG/2026-10-01?abs=True&page=2', '', '/catchup/cs.LG/2026-10-01', '2026-10-01'],
    ['/catchup/grp_physics/2026-02-31', '', '/catchup/grp_physics/2026-02-31', undefined],
    ['/a/pettersen_g_1/', '', '/a/pettersen_g_1', undefined],
  ])('at %s', (path, before, listing, listedAt) => {
    for (const origin of ['https://arxiv.org', 'https://export.arxiv.org']) {
      const read = readOne(list(pair(), before), origin + path);
      expect([read?.listing, read?.listedAt]).toEqual([`https://arxiv.org${listing}`, listedAt]);
    }
  });

  test('of recent papers has the days of its parts', () => {
    const parts = [
      'Fri, 2 Oct 2026 (showing 1 of 1 entries )',
      'Thu, 1 Oct 2026 (showing first 1 of 9 entries )',
    ];
    const html = parts.map((words) => list(`<h3>${words}</h3>${pair()}`)).join('');
    expect(readPage(arxiv, html, 'https://arxiv.org/list/cs.LG/recent').map((one) => one.listedAt)).toEqual([
      '2026-10-02',
      '2026-10-01',
    ]);
  });

  test.each([
    ['/search/?query=moss&searchtype=all&source=header', '/search?query=moss&searchtype=all'],
    [
      '/search?searchtype=all&query=moss&start=50&size=25&order=-submitted_date&abstracts=hide',
      '/search?query=moss&searchtype=all',
    ],
    ['/search/cs?query=state+space', '/search/cs?query=state+space'],
    [
      '/search/advanced?terms-0-term=a%26b&terms-0-field=title&date-year=',
      '/search/advanced?terms-0-field=title&terms-0-term=a%26b',
    ],
  ])('of the search %s is named by what is looked for', (path, listing) => {
    expect(readOne(result(), `https://arxiv.org${path}`)?.listing).toBe(`https://arxiv.org${listing}`);
  });

  test.each([
    ['/abs/2610.00001', '2610.00001'],
    ['/abs/2610.00001v3?context=cs', '2610.00001'],
    ['/abs/math.GT/0309136v1/', 'math/0309136'],
  ])('of the page %s is its paper', (path, id) => {
    expect(readOne(abs(), `https://export.arxiv.org${path}`)).toMatchObject({
      listing: `https://arxiv.org/abs/${id}`,
      identifiers: { arxiv: id },
    });
  });
});

describe('papers that a page mentions', () => {
  const mentioned = (html: string, address = NEW) => [...arxiv.mentioned(parse(html), new URL(address))];
  const healthOf = (html: string, address: string) =>
    health(arxiv.mentioned(parse(html), new URL(address)), readPage(arxiv, html, address));

  test.each(FIXTURES)('$name: every one has a card', ({ html, address, expected }) => {
    const count = expected?.length;
    expect(healthOf(html, address)).toEqual({ mentioned: count, read: count, healthy: true });
  });

  test.each([
    ['other titles', (html: string) => html.replaceAll(/\b(list-title|title) (mathjax|is-5)/g, 'name')],
    ['other lists', (html: string) => html.replaceAll(/dlpage|arxiv-result|id="abs"/g, 'x')],
    ['other elements', (html: string) => html.replaceAll(/<(\/?)(dt|li|h1)\b/g, '<$1div')],
  ])('with %s a page is unhealthy', (_, mangle) => {
    for (const { html, address, expected } of FIXTURES)
      expect(healthOf(mangle(html), address), address).toEqual({
        mentioned: expected?.length,
        read: 0,
        healthy: false,
      });
  });

  const link = '<a href="https://arxiv.org/abs/2610.00002">x</a>';

  test.each([
    ['papers in comments', `<div class="list-comments mathjax">${link}</div>`],
    ['papers in abstracts', `<p class="mathjax">${link}</p>`],
    ['papers among authors', '<a href="https://arxiv.org/abs/2610.00002" data-arxiv-id="2610.00002">x</a>'],
    ['menus', `<nav>${link}</nav>`],
    ['the same paper', '<a href="/abs/2610.00001v1">x</a>'],
  ])('are not %s', (_, inner) => {
    expect(mentioned(list(pair(inner)) + link)).toEqual(['arxiv:2610.00001']);
  });

  test('without an id that we know stand for missed cards', () => {
    expect(mentioned(list(pair('', 'ada.2610')))).toEqual(['/abs/ada.2610']);
  });

  test('on its own page is only itself', () => {
    const own = '<a href="https://arxiv.org/abs/2610.00001">arXiv:2610.00001</a>';
    expect(mentioned(abs(own + link), ABS)).toEqual(['arxiv:2610.00001']);
    expect(mentioned(abs(link), ABS)).toEqual([]);
  });

  test('without an address is asked of the document', () => {
    expect(arxiv.mentioned(parse(list(pair()))).size).toBe(1);
  });
});

describe('a page that is cut off', () => {
  /** Titles end where the page does; the last characters may be half an entity or half a letter. */
  function check(
    html: string,
    address: string,
    titles: ReadonlyMap<string, string>,
    bytes: Uint8Array,
    end: number,
  ) {
    // Browsers leave a tag out that is not closed where the page ends; happy-dom makes text of it.
    const cut = new TextDecoder().decode(bytes.subarray(0, end)).replace(/<[^<>]*$/, '');
    const document = parse(cut);
    arxiv.mentioned(document, new URL(address));
    for (const { identifiers, title = '' } of readPage(arxiv, document, address)) {
      const own = titles.get(String(identifiers.arxiv)) ?? '';
      expect(own.startsWith(title.slice(0, -6)), `${title} at ${end} of ${html.length}`).toBe(true);
    }
  }

  const prepared = FIXTURES.map(({ html, address, expected }) => ({
    html,
    address,
    bytes: new TextEncoder().encode(html),
    titles: new Map(expected?.map(({ identifiers, title }) => [String(identifiers.arxiv), title ?? ''])),
  }));

  test('at any byte gives no paper the title of another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prepared), fc.noBias(fc.nat(1000)), (page, share) => {
        // The styles before the body are all alike.
        const start = page.html.indexOf('<body');
        const end = Math.round(start + (share / 1000) * (page.bytes.length - start));
        check(page.html, page.address, page.titles, page.bytes, end);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('at every byte of a short list', () => {
    const titles = new Map([
      ['2610.00001', 'First & Foremost'],
      ['hep-th/9901001', 'Second: Müller’s $x<y$'],
      ['2610.00003', 'Third'],
    ]);
    const text = (title: string) => title.replace('&', '&amp;').replace('<', '&lt;');
    const html = list(
      [...titles].map(([id, title]) => pair('<p class="mathjax">x</p>', id, text(title))).join(''),
    );
    const bytes = new TextEncoder().encode(html);
    for (let end = 0; end <= bytes.length; end++) check(html, NEW, titles, bytes, end);
    expect(readPage(arxiv, html, NEW).map(({ title }) => title)).toEqual([...titles.values()]);
  });
});
