// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import Markdown from '@/components/parts/markdown';

function draw(text: string): HTMLElement {
  const { container } = render(<Markdown text={text} />);
  return container.querySelector('.markdown') as HTMLElement;
}

const html = (text: string) => draw(text).innerHTML;

test.each([
  ['nothing', '', ''],
  ['a paragraph', 'Lanterns', '<p dir="auto">Lanterns</p>'],
  ['two paragraphs', 'a\n\nb', '<p dir="auto">a</p><p dir="auto">b</p>'],
  ['two lines', 'a\nb', '<p dir="auto">a<br>b</p>'],
  ['strength', '**a** _b_ ~~c~~', '<p dir="auto"><strong>a</strong> <em>b</em> <del>c</del></p>'],
  ['strength in strength', '**a _b_**', '<p dir="auto"><strong>a <em>b</em></strong></p>'],
  ['code', '`<b>`', '<p dir="auto"><code>&lt;b&gt;</code></p>'],
  ['a block of code', '```js\nlet a = "<b>";\n```', '<pre>let a = "&lt;b&gt;";</pre>'],
  ['a quotation', '> a', '<blockquote><p dir="auto">a</p></blockquote>'],
  ['a heading, which is none of the page', '## a', '<p class="level-2">a</p>'],
  ['a line', 'a\n\n---', '<p dir="auto">a</p><hr>'],
  ['a sign that means itself', String.raw`\*a\*`, '<p dir="auto">*a*</p>'],
  ['a list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  [
    'a list in a list',
    '- a\n  - b\n    1. c',
    '<ul><li>a<ul><li>b<ol start="1"><li>c</li></ol></li></ul></li></ul>',
  ],
  ['a list from four on', '4. a\n5. b', '<ol start="4"><li>a</li><li>b</li></ol>'],
  ['tasks', '- [x] done\n- [ ] open', '<ul><li class="task">☑ done</li><li class="task">☐ open</li></ul>'],
  [
    'a table',
    '| a | b |\n|---|---|\n| **c** | `d` |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><strong>c</strong></td><td><code>d</code></td></tr></tbody></table>',
  ],
])('%s', (_, text, expected) => {
  expect(html(text)).toBe(expected);
});

describe('HTML is shown as it was typed', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'before <b onclick="x()">bold</b> after',
    '<!-- hidden -->',
    '<svg><a href="javascript:alert(1)">x</a></svg>',
    '<details open ontoggle=alert(1)>',
  ])('%s', (text) => {
    const shown = draw(text);
    expect(shown.textContent).toBe(text);
    expect(shown.querySelectorAll('script, img, b, svg, a, details')).toHaveLength(0);
  });
});

describe('a link', () => {
  test('opens elsewhere and tells its page nothing', () => {
    draw('See [the **page**](https://a.example/x "title").');
    const link = screen.getByRole('link', { name: 'the page' });
    expect(link.getAttribute('href')).toBe('https://a.example/x');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer noopener');
    expect(link.querySelector('strong')?.textContent).toBe('page');
  });

  test.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['<https://a.example/>', 'https://a.example/'],
    ['[a][1]\n\n[1]: HTTP://a.example/', 'HTTP://a.example/'],
    ['ada@a.example', 'mailto:ada@a.example'],
  ])('is made of “%s”', (text, href) => {
    draw(text);
    expect(screen.getByRole('link').getAttribute('href')).toBe(href);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](chrome-extension://x/popup.html)',
    '[a](//a.example/)',
    '[a](#/trash)',
    '[a](popup.html)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('is none in “%s”', (text) => {
    expect(draw(text).textContent).toBe(text);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

test('an image is a link, so that nothing is fetched', () => {
  const shown = draw('![A *plot*](https://a.example/plot.png)');
  expect(shown.querySelector('img')).toBeNull();
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://a.example/plot.png');
  expect(shown.textContent).toContain('plot');
});

describe('a text of 100,000 characters', () => {
  const LONG = 100_000;

  test('is drawn whole', () => {
    const text = 'A word **or** two.\n\n'.repeat(LONG / 20);
    expect(draw(text).querySelectorAll('strong')).toHaveLength(LONG / 20);
  });

  test.each([
    ['marks that open nothing', '_a'],
    ['stars', '*a**b'],
    ['brackets', '['],
    ['quotations in quotations', '>'],
    ['quotations in quotations, apart', '> '],
    ['numbers in numbers', '1. '],
    ['lists in lists', '- '],
  ])('is drawn if it is all %s', (_, marks) => {
    const text = `${marks.repeat(LONG / marks.length - 1)}end`;
    expect(draw(text).textContent).toBe(text);
  });

  test('keeps its lines if it is one paragraph', () => {
    const text = 'a line\n'.repeat(LONG / 7);
    expect(draw(text).querySelectorAll('br')).toHaveLength(Math.floor(LONG / 7) - 1);
  });
});

test('a long rule is a rule', () => {
  expect(html('-'.repeat(200))).toBe('<hr>');
});
