import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entities, htmlText } from '@/utils/formats/parts/html-text';

test.each([
  ['<p>One</p><p>Two<br>three</p>', 'One\n\nTwo\nthree'],
  [
    '<div data-schema-version="8"><h1>Head</h1>\n<p>a <strong>b</strong> <em>c</em></p>\n</div>',
    '# Head\n\na **b** *c*',
  ],
  ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '- a\n- b'],
  ['<a href="https://a.example/x">a</a> <a href="javascript:x">b</a>', '[a](https://a.example/x) b'],
  ['a &lt; b &amp;&nbsp;c &#8212; &#x2014; &x; &eacute;', 'a < b & c — — &x; é'],
  ['<style>p{}</style><script>x</script>a<!-- b -->c', 'ac'],
  ['a < b > c', 'a < b > c'],
  ['<p', '<p'],
  ['', ''],
])('%j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test('letters that do not exist stay as they are', () => {
  expect(entities('&#9999999;&#0;')).toBe('&#9999999;&#0;');
});

test('any text has one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<p>', '</p>', '<a href="', '">', '<!--', '<', 'x', '&amp;', '<script>')),
      (pieces) => {
        expect(typeof htmlText(pieces.join(''))).toBe('string');
      },
    ),
  );
});

test('time is linear', () => {
  const start = process.cpuUsage();
  for (const piece of ['<', '<!--', '<p ', '<script>', '&', '</a>', '<a href="x">', '\n'])
    htmlText(piece.repeat(200_000));
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
});
