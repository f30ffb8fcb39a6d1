// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { SITES } from '@/utils/reading/sites';
import { health } from '@/utils/reading/sites/health';
import { huggingface } from '@/utils/reading/sites/huggingface';
import { describeSite } from './describe-site';
import { fixturesOf, parse, readPage } from './read-fixture';

const FIXTURES = fixturesOf(huggingface);
const DAY = 'https://huggingface.co/papers/date/2026-09-28';

/** One card in the layout of 2026-09 with `inner` after its heading. */
function card(inner = '', id = '2609.00001', title = 'A Title'): string {
  return `<article><h3><a href="/papers/${id}">${title}</a></h3>${inner}</article>`;
}

function island(props: object, target = 'DailyPapers', inner = ''): string {
  const element = document.createElement('div');
  element.dataset.target = target;
  element.dataset.props = JSON.stringify(props);
  element.innerHTML = inner;
  return element.outerHTML;
}

function readOne(html: string, address = DAY) {
  return readPage(huggingface, html, address)[0];
}

describeSite(huggingface);

describe('fixtures', () => {
  test.each(FIXTURES)('$name: without its embedded data it shows the same papers', ({ html, address }) => {
    const bare = html.replaceAll('data-props=', 'data-gone=');
    const ids = (page: string) => readPage(huggingface, page, address).map((one) => one.identifiers);
    expect(bare).not.toBe(html);
    expect(ids(bare)).toEqual(ids(html));
  });
});

describe('papers that stand on several lists', () => {
  const idsOf = (name: string) =>
    (FIXTURES.find((one) => one.name === `${name}.html`)?.expected ?? []).map(
      ({ identifiers, title }) => `${identifiers.arxiv} ${title}`,
    );
  const daily = idsOf('daily-2026');

  test.each([
    ['week-2026', 12, 3],
    ['month-2026', 12, 3],
    ['trending-2026', 10, 3],
    ['paper-2026', 1, 1],
  ])('%s has %i papers, %i of them also the daily page', (name, all, shared) => {
    const ids = idsOf(name);
    expect([ids.length, ids.filter((id) => daily.includes(id)).length]).toEqual([all, shared]);
  });
});

describe('a card', () => {
  test.each([
    ['no heading', '<article><a href="/papers/2609.00001">x</a></article>'],
    ['no paper in its link', card('', 'trending')],
    ['no title', card('', '2609.00001', ' ')],
  ])('with %s is none', (_, html) => {
    expect(readOne(html)).toBeUndefined();
  });

  test.each([
    ['a number', '7', 7],
    ['thousands', '1,204', 1204],
    ['a dash for none', '-', 0],
  ])('shows its votes: %s', (_, shown, expected) => {
    const votes2026 = `<div role="checkbox"><input type="checkbox"><div class="leading-none">${shown}</div></div>`;
    const votes2024 = `<div><input type="checkbox"><div class="leading-none">${shown}</div></div>`;
    const badge = '<div class="leading-none">Submitted by <div></div> 12monkeys</div>';
    for (const votes of [votes2024, votes2026]) expect(readOne(card(badge + votes))?.upvotes).toBe(expected);
  });

  test('takes neither a number of stars nor "3 authors" for a title or an abstract', () => {
    const inner =
      '<a href="/papers/2609.00001"><span>41</span></a><a href="/papers/2609.00001"><ul><li>3 authors</li></ul></a>';
    expect(readOne(card(inner))).toMatchObject({ title: 'A Title', authorCount: 3 });
    expect(readOne(card(inner))).not.toHaveProperty('abstract');
  });

  test('marks a day whose year is not printed', () => {
    expect(readOne(card('<span>Oct 3</span>'))).toMatchObject({
      publishedAt: '2025-10-03',
      publishedAtInferred: true,
    });
    expect(readOne(card('<span>Oct 3, 2024</span>'))).toMatchObject({ publishedAt: '2024-10-03' });
    expect(readOne(card('<span>Oct 3, 2024</span>'))).not.toHaveProperty('publishedAtInferred');
  });
});

describe('embedded data', () => {
  const paper = {
    id: '2609.00001',
    title: 'Sent title',
    summary: 'Sent abstract',
    authors: [
      { name: 'Ada' },
      { name: 'Hidden', hidden: true },
      { name: 'Grace', hidden: false },
      { name: 3 },
      null,
    ],
    publishedAt: '2026-09-24T00:00:00.000Z',
    upvotes: 5,
  };
  const item = { paper, publishedAt: '2026-09-23T20:00:00.000Z', numComments: 2 };

  test('fills in what the card does not show, and says so', () => {
    const read = readOne(island({ dailyPapers: [item] }) + card());
    expect(read).toMatchObject({
      title: 'Sent title',
      abstract: 'Sent abstract',
      authors: ['Ada', 'Grace'],
      publishedAt: '2026-09-24',
      upvotes: 5,
      comments: 2,
    });
    expect(read?.embedded).toEqual(expect.arrayContaining(['title', 'abstract', 'authors', 'publishedAt']));
  });

  test('says less of votes and comments than the card, which is newer', () => {
    const shown = '<div role="checkbox"><div>9</div></div><a href="/papers/2609.00001#community">4</a>';
    expect(readOne(island({ dailyPapers: [item] }) + card(shown))).toMatchObject({ upvotes: 9, comments: 4 });
  });

  test('replaces a day with an inferred year, and its mark', () => {
    const read = readOne(island({ dailyPapers: [item] }) + card('<span>Oct 3</span>'));
    expect(read?.publishedAt).toBe('2026-09-24');
    expect(read).not.toHaveProperty('publishedAtInferred');
  });

  test.each([
    ['a week', { periodType: 'week' }],
    ['a month', { periodType: 'month' }],
    ['trending papers', { periodType: 'day', isTrending: true }],
  ])('of %s gives no day, wherever it is shown', (_, props) => {
    const html = island({ dateString: '2026-09-21', dailyPapers: [item], ...props }) + card();
    for (const address of ['https://huggingface.co/papers', 'https://huggingface.co/papers/trending'])
      expect(readOne(html, address)).not.toHaveProperty('listedAt');
  });

  test('of another list adds no paper and no day', () => {
    const other = island({
      dateString: '2026-09-01',
      dailyPapers: [{ ...item, paper: { ...paper, id: '2609.99999' } }],
    });
    const cards = readPage(huggingface, other + card(), 'https://huggingface.co/papers');
    expect(cards.map((one) => one.identifiers)).toEqual([{ arxiv: '2609.00001' }]);
    expect(cards[0]).not.toHaveProperty('listedAt');
    expect(cards[0]).not.toHaveProperty('abstract');
  });

  test.each([
    ['text', 'nonsense'],
    ['null', 'null'],
    ['a list', '[]'],
    ['numbers for lists', '{"dailyPapers":1,"searchResults":{}}'],
    [
      'holes',
      '{"dailyPapers":[null,1,{},{"paper":null},{"paper":{"id":"2609.00001","authors":{},"title":7}}]}',
    ],
  ])('that is broken (%s) leaves the cards as they are', (_, props) => {
    const html = `<div data-target="DailyPapers" data-props='${props}'></div>${card()}`;
    expect(readOne(html)).toMatchObject({ title: 'A Title', identifiers: { arxiv: '2609.00001' } });
  });
});

describe('the listing', () => {
  const sent = island({ dateString: '2026-09-27', dailyPapers: [{ paper: { id: '2609.00001' } }] });
  const shown = '<main><time datetime="2026-09-26T00:00:00.000Z"></time></main>';

  test.each([
    ['its address', DAY, sent + card(), 'https://huggingface.co/papers/date/2026-09-28', '2026-09-28'],
    [
      'its old address',
      'https://huggingface.co/papers?date=2024-08-01',
      card(),
      'https://huggingface.co/papers/date/2024-08-01',
      '2024-08-01',
    ],
    [
      'its data',
      'https://huggingface.co/papers',
      sent + shown + card(),
      'https://huggingface.co/papers/date/2026-09-27',
      '2026-09-27',
    ],
    [
      'its head',
      'https://huggingface.co/papers',
      shown + card(),
      'https://huggingface.co/papers/date/2026-09-26',
      '2026-09-26',
    ],
    ['nothing', 'https://huggingface.co/papers', card(), 'https://huggingface.co/papers', undefined],
    [
      'the words of a search',
      'https://huggingface.co/papers?q=state%20space&x=1',
      sent + card(),
      'https://huggingface.co/papers?q=state%20space',
      undefined,
    ],
  ])('is known by %s', (_, address, html, listing, listedAt) => {
    const read = readOne(html, address);
    expect([read?.listing, read?.listedAt]).toEqual([listing, listedAt]);
  });

  test.each([
    ['/papers/week/2026-W39', '/papers/week/2026-W39', undefined],
    ['/papers/week/2026-W39/?x=1#top', '/papers/week/2026-W39', undefined],
    ['/papers/month/2026-09', '/papers/month/2026-09', '2026-09'],
    ['/papers/month/2026-13', '/papers/month/2026-13', undefined],
    ['/papers/month/', '/papers/month', undefined],
    ['/papers/trending', '/papers/trending', undefined],
    ['/papers/trending?page=2', '/papers/trending', undefined],
    ['/papers/date/2026-09-28/', '/papers/date/2026-09-28', '2026-09-28'],
  ])('at %s is %s', (address, listing, listedAt) => {
    const read = readOne(sent + shown + card(), `https://huggingface.co${address}`);
    expect([read?.listing, read?.listedAt]).toEqual([`https://huggingface.co${listing}`, listedAt]);
  });
});

describe('a trending card', () => {
  const abstract = `We ask how much can be said in a paragraph. ${'Words follow words without an end. '.repeat(7)}`;
  const halves = (paragraph: string) =>
    `<article>${['hidden md:flex', 'md:hidden']
      .map(
        (half) =>
          `<div class="${half}"><h3><a href="/papers/2609.00001">A Title</a></h3><p>${paragraph}</p></div>`,
      )
      .join('')}</article>`;
  const trending = 'https://huggingface.co/papers/trending';

  test('is one paper, with the button over its picture', () => {
    expect(readPage(huggingface, halves('x'), trending)).toHaveLength(1);
    const corner = (html: string) => {
      const article = parse(html).querySelector('article');
      return article && huggingface.corner?.(article);
    };
    expect([corner(halves('x')), corner(card())]).toEqual(['left', 'right']);
  });

  test('shows its abstract', () => {
    expect(readOne(halves(abstract), trending)?.abstract).toBe(abstract.trim());
  });

  test.each([
    ['one sentence', 'A short summary of the paper in one sentence.'],
    ['one long sentence', `A summary ${'that goes on and on '.repeat(12)}.`],
    ['a long sentence with abbreviations', `It uses e.g. GPT and, as Xu et al. Show, ${'more '.repeat(50)}.`],
    ['two short sentences', 'A first sentence. Another one.'],
    ['two long sentences under their name', `AI-generated summary ${abstract}`],
  ])('that shows a summary (%s) shows no abstract', (_, summary) => {
    expect(readOne(halves(summary), trending)).toMatchObject({ title: 'A Title' });
    expect(readOne(halves(summary), trending)).not.toHaveProperty('abstract');
  });

  test('takes the abstract from the data when a summary is shown', () => {
    const paper = { id: '2609.00001', summary: 'Sent', ai_summary: 'A summary.' };
    const html = island({ dailyPapers: [{ paper }] }) + halves('A summary.');
    expect(readOne(html, trending)?.abstract).toBe('Sent');
    const { summary: _, ...bare } = paper;
    const without = island({ dailyPapers: [{ paper: bare }] }) + halves('A summary.');
    expect(readOne(without, trending)).not.toHaveProperty('abstract');
  });
});

describe("a paper's own page", () => {
  const address = 'https://huggingface.co/papers/2609.00001v2';
  const long = `It begins. ${'Then it goes on. '.repeat(12)}`.trim();
  const own = { paper: { id: '2609.00001', title: 'Sent' } };
  const page = (inner: string, props: object = {}) => island(props, 'PaperContent', inner);

  test('is one paper without its version', () => {
    expect(readPage(huggingface, page('<h1>A Title</h1>'), address)).toEqual([
      {
        site: 'huggingface',
        title: 'A Title',
        identifiers: { arxiv: '2609.00001' },
        url: 'https://huggingface.co/papers/2609.00001',
        listing: 'https://huggingface.co/papers/2609.00001',
        embedded: [],
      },
    ]);
  });

  test('takes from its data what is said of this paper only', () => {
    expect(readOne(page('<h1>A Title</h1>', { ...own, comments: [{}, {}] }), address)).toMatchObject({
      title: 'Sent',
      comments: 2,
    });
    expect(readOne(page('<h1>A Title</h1>', own), address)).not.toHaveProperty('comments');
    const other = { paper: { id: '2609.00002', title: 'Other' } };
    expect(readOne(page('<h1>A Title</h1>', other), address)).toMatchObject({ title: 'A Title' });
  });

  test.each([
    ['after its heading', `<h2>Abstract</h2><p>${long}</p><h2>Community</h2><p>${long} No.</p>`, long],
    ['of several paragraphs', `<h2>Abstract</h2><p>${long}</p><p>Code.</p>`, `${long}\n\nCode.`],
    ['without the summary before it', `<h2>Abstract</h2><div><p>A summary.</p></div><p>${long}</p>`, long],
    [
      'without the named summary before it',
      `<h2>Abstract</h2><div><div><b>AI-generated summary</b><p>${long}</p></div><p>${long} Yes.</p></div>`,
      `${long} Yes.`,
    ],
    ['of 2023', `<div class="pb-8 pr-4 md:pr-16"><p>${long}</p></div><p>${long} No.</p>`, long],
    ['that may be a summary', '<h2>Abstract</h2><p>A summary.</p>', undefined],
    ['that is missing', `<h2>Community</h2><p>${long}</p>`, undefined],
  ])('shows an abstract %s', (_, inner, abstract) => {
    expect(readOne(page(`<h1>A Title</h1>${inner}`), address)?.abstract).toBe(abstract);
  });

  test.each([
    ['no title', page('<p>x</p>'), address],
    ['no id in its address', page('<h1>A Title</h1>'), 'https://huggingface.co/papers/trending'],
  ])('with %s is none', (_, html, where) => {
    expect(readOne(html, where)).toBeUndefined();
  });

  test.each([
    ['its section', '<section><div><h1>A Title</h1></div></section>', 'SECTION'],
    ["its title's parent", '<main><h1>A Title</h1></main>', 'MAIN'],
  ])('has its button in %s, because it has no box itself', (_, inner, where) => {
    const element = parse(page(inner)).querySelector('[data-target]');
    expect(element && huggingface.mount?.(element).tagName).toBe(where);
  });
});

describe('papers that a page mentions', () => {
  const mentioned = (html: string, address = DAY) => [
    ...huggingface.mentioned(parse(html), new URL(address)),
  ];
  const link = (href: string) => `<a href="${href}">x</a>`;

  test.each(FIXTURES.filter(({ name }) => name !== 'hostile.html'))(
    '$name: every one has a card',
    ({ html, address, expected }) => {
      const found = huggingface.mentioned(parse(html), new URL(address));
      const count = expected?.length;
      expect(health(found, readPage(huggingface, html, address))).toEqual({
        mentioned: count,
        read: count,
        healthy: true,
      });
    },
  );

  test.each(FIXTURES.filter(({ name }) => !/^paper-|hostile/.test(name)))(
    '$name: is unhealthy when its headings are gone',
    ({ html, address, expected }) => {
      const changed = html.replaceAll(/<(\/?)h3\b/g, '<$1div');
      const found = huggingface.mentioned(parse(changed), new URL(address));
      expect(health(found, readPage(huggingface, changed, address))).toEqual({
        mentioned: expected?.length,
        read: 0,
        healthy: false,
      });
    },
  );

  test.each(FIXTURES.filter(({ name }) => name.startsWith('paper-')))(
    '$name: is unhealthy when it is built otherwise',
    ({ html, address }) => {
      const changed = html.replaceAll('PaperContent', 'Paper');
      const found = huggingface.mentioned(parse(changed), new URL(address));
      const read = readPage(huggingface, changed, address);
      expect(health(found, read)).toEqual({ mentioned: 1, read: 0, healthy: false });
    },
  );

  test('on the hostile page two cards are missed: one without an id, one without a title', () => {
    const { html = '', address = '' } = FIXTURES.find(({ name }) => name === 'hostile.html') ?? {};
    const found = huggingface.mentioned(parse(html), new URL(address));
    expect(health(found, readPage(huggingface, html, address))).toEqual({
      mentioned: 8,
      read: 6,
      healthy: false,
    });
  });

  test.each([
    [
      'a paper once',
      link('/papers/2609.00001') + link('/papers/2609.00001v2#community'),
      ['arxiv:2609.00001'],
    ],
    [
      'a paper under its full address',
      link('https://huggingface.co/papers/2609.00001'),
      ['arxiv:2609.00001'],
    ],
    ['hidden cards', `<article hidden>${link('/papers/2609.00001')}</article>`, ['arxiv:2609.00001']],
    ['titles that lead nowhere known', `<h3>${link('/papers/hf-12')}</h3>`, ['hf-12']],
    ['no lists', link('/papers/trending') + link('/papers/date/2026-09-28') + link('/papers'), []],
    [
      'no menus and asides',
      `<nav>${link('/papers/2609.00001')}</nav><aside>${link('/papers/2609.00001')}</aside>`,
      [],
    ],
  ])('counts %s', (_, inner, keys) => {
    expect(mentioned(`${link('/papers/2609.77777')}<main>${inner}</main>`)).toEqual(keys);
  });

  test('on its own page is only itself, if it is there', () => {
    const others = link('/papers/2609.00002') + link('https://arxiv.org/abs/2609.00003');
    const at = 'https://huggingface.co/papers/2609.00001v2';
    expect(mentioned(`<main>${others}</main>`, at)).toEqual([]);
    expect(mentioned(`<main>${others}${link('https://arxiv.org/pdf/2609.00001')}</main>`, at)).toEqual([
      'arxiv:2609.00001',
    ]);
  });

  test('without an address is asked of the document', () => {
    expect(huggingface.mentioned(parse(`<main>${link('/papers/2609.00001')}</main>`)).size).toBe(1);
  });
});

test('the site is registered', () => {
  expect(SITES).toContain(huggingface);
});
