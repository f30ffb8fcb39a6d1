// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { PaperCard } from '@/utils/paper';
import { SITES } from '@/utils/sites';
import { huggingface } from '@/utils/sites/huggingface';
import { fixturesOf, readPage, withoutEmbedded } from './read-fixture';

const FIXTURES = fixturesOf(huggingface);
const DAY = 'https://huggingface.co/papers/date/2026-09-28';

/** One card in the layout of 2026-09 with `inner` after its heading. */
function card(inner = '', id = '2609.00001', title = 'A Title'): string {
  return `<article><h3><a href="/papers/${id}">${title}</a></h3>${inner}</article>`;
}

function island(props: object): string {
  const element = document.createElement('div');
  element.dataset.target = 'DailyPapers';
  element.dataset.props = JSON.stringify(props);
  return element.outerHTML;
}

function readOne(html: string, address = DAY) {
  return readPage(huggingface, html, address)[0];
}

describe('fixtures', () => {
  test('there are some', () => {
    expect(FIXTURES.length, 'write tests/fixtures/huggingface/*.html').toBeGreaterThan(0);
  });

  test.each(FIXTURES)(
    '$name: every card says what is written beside it',
    ({ html, address, expected, name }) => {
      expect(address, `the first line of ${name} must be a comment with its address`).toMatch(/^https:/);
      expect(expected, `write ${name.replace(/html$/, 'expected.json')}`).toBeDefined();
      const cards = readPage(huggingface, html, address);
      expect(cards.map(withoutEmbedded)).toEqual(expected);
    },
  );

  test.each(FIXTURES)('$name: the worker takes its cards', ({ html, address }) => {
    const refused = readPage(huggingface, html, address).filter((one) => !PaperCard.safeParse(one).success);
    expect(refused).toEqual([]);
  });

  test.each(FIXTURES)('$name: without its embedded data it shows the same papers', ({ html, address }) => {
    const bare = html.replaceAll('data-props=', 'data-gone=');
    const ids = (page: string) => readPage(huggingface, page, address).map((one) => one.identifiers);
    expect(bare).not.toBe(html);
    expect(ids(bare)).toEqual(ids(html));
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
});

test('the site is registered', () => {
  expect(SITES).toContain(huggingface);
});
