// @vitest-environment happy-dom
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdownLine, markdownLink, markdownQuote, markdownText } from '@/utils/formats/parts/markdown-text';
import { oneLine } from '@/utils/text/clean';

/** The text that a reader sees of Markdown, and the elements that it is in. */
function read(markdown: string): { text: string; elements: string[] } {
  const host = document.createElement('div');
  host.append(new DOMParser().parseFromString(marked.parse(markdown, { async: false }), 'text/html').body);
  return {
    text: (host.textContent ?? '').trim(),
    elements: [...host.querySelectorAll('body *')].map(({ localName }) => localName),
  };
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://a.example/)',
  'https://a.example and www.a.example or ada@a.example',
  '&lt;b&gt; &#60; AT&T; R&D',
  '`code` *a* **b** _c_ ~~d~~ $e$ | f',
  '# heading',
  '#tag and C#',
  '- list',
  '+ list',
  '1. list',
  '2) list',
  '> quote',
  '---',
  '===',
  '~~~',
  '[a]: https://a.example/',
  '[^1]: note',
  '==marked== %%hidden%%',
  String.raw`a\]b \ c`,
  '<!-- comment',
  '***',
];

describe.each(HOSTILE)('%s', (text) => {
  test('stays text on a line of its own', () => {
    expect(read(markdownLine(text))).toEqual({ text, elements: ['p'] });
  });

  test('stays text in a link', () => {
    expect(read(markdownLink(text, 'https://a.example/'))).toEqual({ text, elements: ['p', 'a'] });
  });

  test('stays text behind other text', () => {
    expect(read(`x ${markdownText(text)}`)).toEqual({ text: `x ${text}`, elements: ['p'] });
  });
});

test('any line stays itself', () => {
  const line = fc
    .string({
      unit: fc.constantFrom(...'*_`[]()<>~$|&;#=%:/.@!-+\\ {}"\'', 'a', '1', 'http', 'www', 'é', '状'),
    })
    .map(oneLine)
    .filter(Boolean);
  fc.assert(
    fc.property(line, (text) => {
      expect(read(markdownLine(text))).toEqual({ text, elements: ['p'] });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['https://a.example/x_(y) z', 'https://a.example/x_%28y%29%20z'],
  [String.raw`https://a.example/?a=\*`, 'https://a.example/?a=%5C*'],
  ['https://a.example/?a=1&copy;=2', 'https://a.example/?a=1&amp;copy;=2'],
  ['https://a.example/?a=1&b=2', 'https://a.example/?a=1&b=2'],
])('the address %s does not end too early', (address, written) => {
  expect(markdownLink('a', address)).toBe(`[a](${written})`);
});

test('a note is quoted line by line', () => {
  expect(markdownQuote('# One\r\n\r\n- two\n')).toBe('> # One\n>\n> - two');
});
