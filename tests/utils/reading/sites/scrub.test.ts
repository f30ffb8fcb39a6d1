// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { huggingface } from '@/utils/reading/sites/huggingface';
import { scrub } from '@/utils/reading/sites/scrub';
import { fixturesOf, parse } from './read-fixture';

const URL_OF_PAGE = new URL('https://huggingface.co/papers?q=state+space');

function scrubbed(inner: string): string {
  return scrub(parse(`<main>${inner}</main>`), URL_OF_PAGE)
    .split('\n')
    .slice(1)
    .join('\n')
    .slice(6, -7);
}

describe('scrub', () => {
  test.each([
    ['text', '<p>Deep Sets, 2nd ed.</p>', '<p>…18</p>'],
    ['white space', '<p> \n </p>', '<p></p>'],
    ['nothing', '<br><img alt="">', '<br><img alt>'],
    ['structure', '<div class="a b" data-target="X" role="y"><input type="text"></div>', undefined],
    [
      'values',
      '<img alt="A cat" src="https://a.example/cat.png"><input name="q" value="words">',
      '<img alt="…5" src="…25"><input name="…1" value="…5">',
    ],
    ['names of attributes that are words', '<p smith="1" data-x="12"></p>', '<p data-x="…2"></p>'],
    ['names of elements that are words', '<smith>x</smith><x-smith>x</x-smith>', undefined],
    ['what draws', '<svg class="s"><path d="M0"></path></svg>', '<svg class="s"></svg>'],
    [
      'what is not structure',
      '<script>let a</script><style>a{}</style><!-- note --><offprint-save>x</offprint-save>',
      '',
    ],
    [
      'what would be markup',
      '<p class="&quot;&lt;&amp;&gt;">&lt;b></p>',
      '<p class="&quot;&lt;&amp;&gt;">…3</p>',
    ],
  ])('tells of %s what may be told', (_, inner, expected) => {
    const unknown = '<x-unknown>…1</x-unknown>'.repeat(2);
    expect(scrubbed(inner)).toBe(expected ?? (inner.startsWith('<smith') ? unknown : inner));
  });

  test.each([
    ['/papers/2609.12345', '/papers/9999.99999'],
    ['/papers/2609.12345v2#community', '/papers/9999.99999a9#aaaaaaaaa'],
    ['https://huggingface.co/papers/date/2026-09-28', '/papers/date/9999-99-99'],
    ['/papers/week/2026-W39', '/papers/week/9999-a99'],
    ['/papers/trending', '/papers/trending'],
    ['/papers/trendingpeople', '/papers/aaaaaaaaaaaaaa'],
    ['/papers?q=papers', '/papers?a=aaaaaa'],
    ['/week', '/aaaa'],
    ['/Ada-Lovelace', '/aaa-aaaaaaaa'],
    ['/login?next=%2Fpapers%2F2609.12345', '/login?aaaa=%9aaaaaaa%9a9999.99999'],
    ['https://arxiv.org/abs/2609.12345', 'https://arxiv.org/abs/9999.99999'],
    ['https://github.com/ada/engine', 'https://github.com/aaa/aaaaaa'],
    ['https://github.community/ada', 'aaaaa://aaaaaa.aaaaaaaaa/aaa'],
    ['/詩/é', '/a/a'],
    ['javascript:alert("x")', 'aaaaaaaaaa:aaaaaaaaaa'],
  ])('keeps the shape of the address %s', (href, shape) => {
    const link = parse('<main><a></a></main>');
    link.querySelector('a')?.setAttribute('href', href);
    expect(scrub(link, URL_OF_PAGE)).toContain(`<a href="${shape}"></a>`);
  });

  test('begins with the shape of the address of the page', () => {
    expect(scrub(parse(''), URL_OF_PAGE).split('\n')[0]).toBe(
      '<!-- https://huggingface.co/papers?a=aaaaa+aaaaa -->',
    );
  });

  test('keeps the structure of data', () => {
    const data = {
      papers: [{ id: '2609.1', n: 7, yes: true, none: null, list: [] }],
      'Ada L.': 'x',
      on: 'it',
    };
    const html = '<div data-props></div>';
    const page = parse(`<main>${html}</main>`);
    page.querySelector('div')?.setAttribute('data-props', JSON.stringify(data));
    expect(scrub(page, URL_OF_PAGE)).toContain(
      `data-props='{"papers":[{"id":"…6","n":0,"yes":false,"none":null,"list":[]}],"…6 1":"…1","on":"…2"}'`,
    );
  });

  test.each([
    ['long lists', JSON.stringify(Array(30).fill(1)), `[${'0,'.repeat(20)}"…10 more"]`],
    ['what is no JSON', 'nonsense', undefined],
    ['very much', JSON.stringify({ a: Array(2000).fill(Array(20).fill('x')) }), undefined],
  ])('tells of %s little', (_, json, expected) => {
    const page = parse('<main><div></div></main>');
    page.querySelector('div')?.setAttribute('data-props', json);
    const report = scrub(page, URL_OF_PAGE);
    if (expected) expect(report).toContain(`data-props='${expected}'`);
    expect(report).not.toContain('nonsense');
    expect(report.length).toBeLessThan(100_000);
  });

  test('tells of large tables no names', () => {
    const page = parse('<main><div></div></main>');
    const table = Object.fromEntries(
      Array.from({ length: 41 }, (_, index) => [`ada${'x'.repeat(index)}`, 1]),
    );
    page.querySelector('div')?.setAttribute('data-props', JSON.stringify(table));
    expect(scrub(page, URL_OF_PAGE)).not.toContain('ada');
  });

  test('says where it was cut, and closes what is open', () => {
    const report = scrub(
      parse(`<main><ul>${`<li class="${'item '.repeat(20)}">x</li>`.repeat(2500)}</ul></main>`),
      URL_OF_PAGE,
    );
    expect(report.length).toBeLessThan(200_000);
    expect(report).toMatch(/<\/ul><\/main>\n<!-- cut off here: the page is longer -->$/);
  });

  test('survives depth', () => {
    const page = parse('<main></main>');
    let inner: Element | null = page.querySelector('main');
    for (let depth = 0; depth < 3000; depth++) inner = inner?.appendChild(page.createElement('div')) ?? null;
    expect(scrub(page, URL_OF_PAGE).match(/<div>/g)).toHaveLength(150);
  });
});

describe('a report reveals no word of its page', () => {
  /** What the report itself says, and what stands in tags, classes and names of fields. */
  const vocabulary = (page: Document, html: string) =>
    new Set([
      ...wordsOf(
        'huggingface https login papers date week month trending arxiv github more cut off here the page is longer unknown false null',
      ),
      ...[...page.querySelectorAll('*')].flatMap((element) =>
        wordsOf([element.localName, ...element.getAttributeNames(), element.className].join(' ')),
      ),
      ...['data-target', 'role', 'type'].flatMap((name) =>
        [...page.querySelectorAll(`[${name}]`)].flatMap((one) => wordsOf(one.getAttribute(name) ?? '')),
      ),
      ...[...html.matchAll(/&quot;(\w+)&quot;:/g)].flatMap(([, name = '']) => wordsOf(name)),
    ]);

  test.each(fixturesOf(huggingface))('$name', ({ html, address }) => {
    const page = parse(html);
    const known = vocabulary(page, html);
    const said = new Set(wordsOf(scrub(page, new URL(address))));
    const sent = [...page.querySelectorAll('[data-props]')].map(
      (one) => one.getAttribute('data-props') ?? '',
    );
    const words = wordsOf([page.body.textContent, page.title, address, ...sent].join(' '));
    const secret = words.filter((word) => word.length >= 4 && !known.has(word) && !/^(a+|9+)$/.test(word));
    expect(new Set(secret).size).toBeGreaterThan(50);
    expect(secret.filter((word) => said.has(word))).toEqual([]);
  });

  /** Letters that occur in nothing that a report says of itself. */
  const secret = fc.stringMatching(/^[zqjZQJ][zqjZQJ7żж字]{3,12}$/);

  test('wherever the word stands', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 12, maxLength: 12 }), (words) => {
        const page = parse('<main><p></p><a></a><div></div><input><offprint-save></offprint-save></main>');
        const [p, a, div, input, ours] = page.querySelectorAll('main > *');
        p?.append(words[0] ?? '', page.createComment(words[1] ?? ''));
        p?.setAttribute('title', words[2] ?? '');
        a?.setAttribute('href', `/${words[3]}/${words[4]}?${words[5]}=${words[6]}#${words[7]}`);
        const data = { name: words[8], list: [words[9], { deep: [words[10]] }], [`${words[11]}!`]: 1 };
        div?.setAttribute('data-props', JSON.stringify(data));
        input?.setAttribute('value', words[0] ?? '');
        input?.setAttribute(`data-${'x'}`, words[1] ?? '');
        ours?.append(words[2] ?? '');
        page.title = words[3] ?? '';
        const report = scrub(page, new URL(`https://huggingface.co/papers?q=${words[4]}`)).toLowerCase();
        for (const word of words) {
          expect(report).not.toContain(word.toLowerCase());
          expect(report).not.toContain(encodeURIComponent(word).toLowerCase());
        }
      }),
    );
  });

  test('whatever the page is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (text, json) => {
        const page = parse('<main><p></p></main>');
        const p = page.querySelector('p');
        p?.append(text);
        p?.setAttribute('class', text);
        p?.setAttribute('href', text);
        p?.setAttribute('data-props', json);
        const report = scrub(page, URL_OF_PAGE);
        // It is well-formed: what is parsed again has the same one element, and nothing broke out of it.
        const again = parse(report);
        expect([...again.querySelectorAll('main *')].map((element) => element.localName)).toEqual(['p']);
        const props = again.querySelector('p')?.getAttribute('data-props') ?? '';
        expect(() => JSON.parse(props)).not.toThrow();
      }),
    );
  });
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
