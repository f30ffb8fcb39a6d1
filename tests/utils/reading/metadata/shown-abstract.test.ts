// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { shownAbstract } from '@/utils/reading/metadata/shown-abstract';
import { parse } from '../sites/read-fixture';

const TEXT = 'We read what the page shows, sentence by sentence, until it speaks of something else. '
  .repeat(2)
  .trim();

describe('shownAbstract', () => {
  test.each([
    ['a heading', `<h2>Abstract</h2><p>${TEXT}</p><h2>References</h2><p>None.</p>`],
    [
      'a heading in a section',
      `<section id="abstract"><h2>Abstract</h2><div>${TEXT}</div></section><p>After.</p>`,
    ],
    ['a name', `<div id="abstract">${TEXT}</div>`],
    [
      'a quotation',
      `<blockquote class="abstract"><span class="descriptor">Abstract:</span> ${TEXT}</blockquote>`,
    ],
    ['a heading with an empty paragraph', `<h4>ABSTRACT:</h4><p></p><p>\n${TEXT}\n</p><script>x</script>`],
  ])('reads it from %s', (_, body) => {
    expect(shownAbstract(parse(body))).toBe(TEXT);
  });

  test('keeps paragraphs apart', () => {
    expect(shownAbstract(parse(`<h2>Abstract</h2><p>${TEXT}</p><p>Two.</p>`))).toBe(`${TEXT}\n\nTwo.`);
  });

  test.each(['', '<h2>Abstract</h2>', '<h2>Abstract</h2><p>PDF</p>', `<h2>Abstract art</h2><p>${TEXT}</p>`])(
    'finds none in %j',
    (body) => {
      expect(shownAbstract(parse(body))).toBeUndefined();
    },
  );
});
