// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { PaperCard } from '@/utils/paper/schema';
import { identifiersInText } from '@/utils/reading/addresses';
import { collect } from '@/utils/reading/collect/collect';
import { parse } from '../sites/read-fixture';

const FOLDER = 'tests/fixtures/collect';
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => {
    const html = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const expected = readFileSync(`${FOLDER}/${name.replace(/html$/, 'expected.json')}`, 'utf8');
    return {
      name,
      html,
      address: /^<!--\s*(\S+)\s*-->/.exec(html)?.[1] ?? '',
      expected: JSON.parse(expected) as PaperCard[],
    };
  });

async function collected(
  html: string | Document,
  address = 'https://example.org/list',
  pause = async () => {},
) {
  return collect(typeof html === 'string' ? parse(html) : html, new URL(address), pause);
}

/** `arxiv:… doi:… | title` of every card. */
async function lines(html: string, address?: string): Promise<string[]> {
  return (await collected(html, address)).map(
    ({ identifiers, title }) =>
      `${Object.entries(identifiers)
        .map(([name, value]) => `${name}:${value}`)
        .sort()
        .join(' ')} | ${title ?? '-'}`,
  );
}

describe('fixtures', () => {
  test.each(PAGES)(
    '$name: every card says what is written beside it',
    async ({ html, address, expected }) => {
      expect(await collected(html, address)).toEqual(expected);
    },
  );

  test.each(PAGES)('$name: the worker takes its cards', async ({ html, address }) => {
    const refused = (await collected(html, address)).filter((one) => !PaperCard.safeParse(one).success);
    expect(refused).toEqual([]);
  });

  test.each(PAGES)('$name: cut anywhere, no paper gets the identifiers of another', async (page) => {
    const whole = new Map<string, string>();
    for (const { identifiers } of page.expected)
      for (const key of Object.entries(identifiers)) whole.set(key.join(':'), JSON.stringify(identifiers));
    await fc.assert(
      fc.asyncProperty(fc.nat(page.html.length), async (length) => {
        const cards = await collected(page.html.slice(0, length), page.address);
        for (const { identifiers } of cards) {
          const of = Object.entries(identifiers).map((key) => whole.get(key.join(':')));
          expect(new Set(of.filter(Boolean)).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test('the listing is the address without what tells of the reader', async () => {
  const html = '<a href="https://arxiv.org/abs/2601.00001">A Title of Words</a>';
  const [card] = await collected(html, 'https://me:secret@example.org/list?page=2&utm_source=x#top');
  expect(card?.listing).toBe('https://example.org/list?page=2');
});

describe('a title', () => {
  const link = (text: string, id = '2601.00001') => `<a href="https://arxiv.org/abs/${id}">${text}</a>`;

  test.each([
    ['of a link', `<li>${link('A Title of Five Words')}</li>`, 'A Title of Five Words'],
    ['before its links', `<li>A Title of Five Words. ${link('[pdf]')}</li>`, 'A Title of Five Words'],
    ['in bold', `<li><b>A Title of Five Words</b>: what it is ${link('pdf')}</li>`, 'A Title of Five Words'],
    [
      'after a year in brackets',
      `<li>(2026) A Title of Five Words ${link('pdf')}</li>`,
      'A Title of Five Words',
    ],
    [
      'after signed names',
      `<li>A. Fjell, B. Sund. Words That Follow. 2026. ${link('pdf')}</li>`,
      'Words That Follow',
    ],
    ['numbered', `<p>12. ${link('Words That Follow a Number')}</p>`, 'Words That Follow a Number'],
    [
      'with a picture',
      `<li>🔥🔥 ${link('Words That Follow Fire')} <img alt="New"></li>`,
      'Words That Follow Fire',
    ],
  ])('%s is found', async (_, html, title) => {
    expect(await lines(`<ul>${html}</ul>`)).toEqual([`arxiv:2601.00001 | ${title}`]);
  });

  test.each([
    ['where a link leads', `<li>${link('Read more')} ${link('View PDF')}</li>`],
    ['names', `<li>A. Fjell, B. Sund et al. ${link('pdf')}</li>`],
    ['names in a link', `<li>${link('Fjell et al.')}</li>`],
    [
      'a heading over several',
      `<h2>Learning at Sea and Ashore</h2><p>${link('pdf')}</p><p>${link('pdf', '2601.00002')}</p>`,
    ],
    ['a section', `<h2>Session 4: Fish</h2><p>${link('pdf')}</p>`],
    ['a venue', `<li>NeurIPS 2026 ${link('paper')}</li>`],
    ['an address', `<li>${link('https://arxiv.org/abs/2601.00001')}</li>`],
    ['half a sentence', `<p>It was shown ${link('by our colleagues last year')} that fish swim.</p>`],
    ['a sentence', `<p>Our new survey on fish and ships is out: ${link('paper')}.</p>`],
  ])('is not %s', async (_, html) => {
    expect((await lines(html))[0]).toBe('arxiv:2601.00001 | -');
  });
});

describe('one paper or two', () => {
  test.each([
    [
      'links of one entry',
      '<li>A Title of Words [<a href="https://arxiv.org/abs/2601.00001">pdf</a>, <a href="https://doi.org/10.5555/a">doi</a>, <a href="https://openreview.net/forum?id=aBcDe">OpenReview</a>]</li>',
      ['arxiv:2601.00001 doi:10.5555/a openreview:aBcDe | A Title of Words'],
    ],
    [
      'links of one entry side by side',
      '<li><a href="https://arxiv.org/abs/2601.00001">A Title of Words</a> <a href="https://arxiv.org/abs/2601.00001">[arXiv]</a> <a href="https://doi.org/10.5555/a">[DOI]</a> <a href="https://openreview.net/forum?id=aBcDe">[OpenReview]</a></li>',
      ['arxiv:2601.00001 doi:10.5555/a openreview:aBcDe | A Title of Words'],
    ],
    ...['<li>', '<dl><dd>', '<table><tr><td>'].map((start): [string, string, string[]] => [
      `a paper and what it builds on in one ${start}`,
      `${start}<a href="https://arxiv.org/abs/2601.00001">A Study of Fish at Sea</a> <a href="https://openreview.net/forum?id=aBcDe">[OpenReview]</a>, Ada Berg (builds on the method of Cai et al. <a href="https://doi.org/10.5555/a">[3]</a>)`,
      ['arxiv:2601.00001 openreview:aBcDe | A Study of Fish at Sea', 'doi:10.5555/a | -'],
    ]),
    [
      'what it builds on under two addresses',
      '<li><a href="https://arxiv.org/abs/2601.00001">A Study of Fish at Sea</a> (builds on the method of Cai et al. <a href="https://doi.org/10.5555/a">[doi]</a> <a href="https://openreview.net/forum?id=aBcDe">[OpenReview]</a>)</li>',
      ['arxiv:2601.00001 | A Study of Fish at Sea', 'doi:10.5555/a openreview:aBcDe | -'],
    ],
    [
      'two titles in an entry',
      '<li><a href="https://arxiv.org/abs/2601.00001">One Title of Words</a>, <a href="https://doi.org/10.5555/a">Two Titles of Words</a></li>',
      ['arxiv:2601.00001 | One Title of Words', 'doi:10.5555/a | Two Titles of Words'],
    ],
    [
      'two links amid a sentence',
      '<p>One team <a href="https://arxiv.org/abs/2601.00001">reports</a> that fish swim, and another <a href="https://doi.org/10.5555/a">paper</a> denies it.</p>',
      ['arxiv:2601.00001 | -', 'doi:10.5555/a | -'],
    ],
    [
      'plain numbers in a sentence',
      '<p>Compare arXiv:2601.00001 on fish with doi:10.5555/a on ships.</p>',
      ['arxiv:2601.00001 | -', 'doi:10.5555/a | -'],
    ],
    [
      'entries that share an identifier',
      '<li><a href="https://arxiv.org/abs/2601.00001">One Title of Words</a> <a href="https://doi.org/10.5555/a">doi</a></li><li><a href="https://arxiv.org/abs/2601.00002">Two Titles of Words</a> <a href="https://doi.org/10.5555/a">doi</a></li>',
      ['arxiv:2601.00001 doi:10.5555/a | One Title of Words', 'arxiv:2601.00002 | Two Titles of Words'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await lines(`<ul>${html}</ul>`)).toEqual(expected);
  });
});

describe('bad input', () => {
  const entry = (index: number) =>
    `<li><a href="https://arxiv.org/abs/2601.${String(index).padStart(5, '0')}">Paper Number ${'I'.repeat((index % 9) + 1)} of Many</a></li>`;

  test('a page with 2,000 links gives 2,000 cards, and the page its turn', async () => {
    let turns = 0;
    const html = `<ul>${Array.from({ length: 2000 }, (_, index) => entry(index)).join('')}</ul>`;
    const cards = await collected(html, undefined, async () => void turns++);
    expect(cards).toHaveLength(2000);
    expect(cards.filter(({ title }) => !title)).toEqual([]);
    expect(turns).toBeGreaterThan(40);
  });

  test('5,000 levels of nesting do not overflow the stack', async () => {
    const page = parse('');
    let inner: Element = page.body;
    for (let depth = 0; depth < 5000; depth++) {
      const next = page.createElement(depth % 2 ? 'div' : 'span');
      next.className = 'title abstract';
      inner.append(next);
      inner = next;
    }
    const link = page.createElement('a');
    link.setAttribute('href', 'https://arxiv.org/abs/2601.00001');
    link.textContent = 'The Bottom of the Well';
    inner.append(link);
    expect(await collected(page)).toMatchObject([{ title: 'The Bottom of the Well' }]);
  });

  test('a text of 5 MB is read in pieces', async () => {
    let turns = 0;
    const page = parse('');
    page.body.append(page.createTextNode('words about nothing 2601.0 '.repeat(200_000)));
    expect(await collected(page, undefined, async () => void turns++)).toEqual([]);
    expect(turns).toBeGreaterThan(50);
  });

  test('the page itself and its own furniture are no papers', async () => {
    const html =
      '<nav><a href="https://arxiv.org/abs/2601.00002">Some Other Paper Here</a></nav><a href="#x">x</a><a href="/abs/2601.00001">This Very Paper Here</a>';
    expect(await lines(html, 'https://arxiv.org/abs/2601.00001')).toEqual([]);
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '<li>',
    '</li>',
    '<p>',
    '</p>',
    '<br>',
    '<dl><dt>',
    '<dd>',
    '</dl>',
    '<h2>',
    '</h2>',
    '<tr><td>',
    '</table>',
    '<b>',
    '</i>',
    '<!--',
    '<div class="title">',
    '<p class="abstract">',
    'Abstract: ',
    '. ',
    ' (2026). ',
    '“',
    '”',
    '\n',
    'A. Fjell, ',
    'Words of a Title',
    '<a class=author>',
  ),
  fc.constantFrom(
    'https://arxiv.org/abs/2601.00001',
    'arXiv:2601.00002',
    'doi:10.5555/a.b',
    'openreview.net/forum?id=aBcDe',
    '2601.00003v2',
    'https://doi.org/10.5555/c',
  ),
  fc
    .constantFrom('2601.00001', '2601.00004')
    .chain((id) =>
      fc
        .constantFrom('PDF', 'A Title of Five Words', `arXiv:${id}`, 'https://arxiv.org/abs/2601.00009')
        .map((text) => `<a href="https://arxiv.org/abs/${id}">${text}</a>`),
    ),
);

test('whatever a page says, nothing is thrown and no title names a paper by its address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const cards = await collected(pieces.join(''));
      for (const card of cards) {
        expect(identifiersInText(card.title ?? '')).toEqual([]);
        expect(card.title ?? '').not.toMatch(/:\/\//);
        expect(PaperCard.safeParse(card).success).toBe(true);
      }
      const keys = cards.flatMap(({ identifiers }) =>
        Object.entries(identifiers).map((key) => key.join(':')),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: runs(2000) },
  );
});
