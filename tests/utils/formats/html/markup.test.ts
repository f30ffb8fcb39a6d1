// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONG } from '@/tests/long';
import { markup, scriptJson } from '@/utils/formats/html/markup';

/** Any text: all of Unicode, lone halves of pairs, and what is special in HTML. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '</li>',
        '"',
        "'",
        '&lt;',
        '&',
        '\u2028',
        '\0',
        '\r\n',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const numRuns = LONG ? 10_000 : 500;

test('a value becomes text: no sign of it can begin a tag, a reference, or end an attribute', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { html } = markup`${text}`;
      expect(html).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      expect(html.isWellFormed()).toBe(true);
      expect(html).not.toMatch(/[^\P{Cc}\t\n]/u);
    }),
    { numRuns },
  );
});

test('what is read back is the text, but for what HTML has no place for', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { html } = markup`<p title="${text}">${text}</p>`;
      const page = new DOMParser().parseFromString(html, 'text/html');
      const [element, ...others] = [...page.body.children];
      const plain = text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\t\n]/gu, '');
      expect(others).toEqual([]);
      expect(element?.children.length).toBe(0);
      expect(element?.textContent).toBe(plain);
      expect(element?.getAttribute('title')).toBe(plain);
    }),
    { numRuns },
  );
});

test('templates within templates stay what they are; nothing stands for what is absent', () => {
  const names = ['a', '<b>'].map((name) => markup`<i>${name}</i>`);
  expect(markup`<p>${names}${undefined}${false}${''}${0}${markup`<br>`}</p>`.html).toBe(
    '<p><i>a</i><i>&lt;b&gt;</i>0<br></p>',
  );
});

test('JSON in a script is equal when it is parsed, and neither ends the script nor its line', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(anyText, anyText)), (value) => {
      const { html } = scriptJson(value);
      expect(JSON.parse(html)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(html).not.toMatch(/[<\u2028\u2029\n\r\0]/);
      expect(html.isWellFormed()).toBe(true);
    }),
    { numRuns },
  );
});
