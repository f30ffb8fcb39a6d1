// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml, xmlCharacters } from '@/utils/text/xml';

test.each([
  ['Salt & silence', 'Salt &amp; silence'],
  ['a < b > c', 'a &lt; b &gt; c'],
  [`"it's"`, '&quot;it&apos;s&quot;'],
  ['</match><url>evil</url>', '&lt;/match&gt;&lt;url&gt;evil&lt;/url&gt;'],
  ['&amp;', '&amp;amp;'],
  [']]>', ']]&gt;'],
  ['one\r\ntwo', 'one&#13;\ntwo'],
  ['\0bell\u0007 \ud800lone \ufffe\uffff', 'bell \ufffdlone '],
  ['𝒪(𝓃) 🏮', '𝒪(𝓃) 🏮'],
])('%j is written as %j', (text, xml) => {
  expect(escapeXml(text)).toBe(xml);
});

const Text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('&', '<', '>', '"', "'", ';', '#', 'x', '0', '/', '!', '[', ']', '-', 'amp;'),
  }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

test('a parser reads back any text, but for characters that XML cannot hold', () => {
  fc.assert(
    fc.property(Text, (text) => {
      const parsed = new DOMParser().parseFromString(`<d>${escapeXml(text)}</d>`, 'text/xml');
      expect(parsed.querySelector('parsererror')).toBeNull();
      expect(parsed.documentElement.childElementCount).toBe(0);
      // Not every parser reads a carriage return's number as XML wants it; a line feed is the nearest it comes to.
      expect(parsed.documentElement.textContent).toBe(xmlCharacters(text));
    }),
  );
});

test('what has no forbidden character stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', 'é', '中', '🏮', '\ue000') }),
      (text) => {
        expect(xmlCharacters(text)).toBe(text);
      },
    ),
  );
});
