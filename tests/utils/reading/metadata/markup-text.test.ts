import { describe, expect, test } from 'vitest';
import { abstractText, markupText } from '@/utils/reading/metadata/markup-text';

describe('markupText', () => {
  test.each([
    ['plain', 'plain'],
    ['<jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One.\n\nTwo.'],
    ['<p class="a">H<sub>2</sub>O &amp; <i>E. coli</i></p>', 'H2O & E. coli'],
    ['&lt;p&gt;Escaped &amp;lt; once more&lt;/p&gt;', 'Escaped &lt; once more'],
    ['p < 0.05 and q > 3', 'p < 0.05 and q > 3'],
    ['a <b and c', 'a <b and c'],
    ['List<String> and <think> tokens', 'List<String> and <think> tokens'],
    ['<inline-formula><tex-math notation="LaTeX">$x$</tex-math></inline-formula>', '$x$'],
    ['<mml:math><mml:mi>k</mml:mi><mml:annotation encoding="x">k_1</mml:annotation></mml:math>', 'k'],
    ['<alternatives><tex-math>$k_1$</tex-math><mml:math><mml:mi>k</mml:mi></mml:math></alternatives>', 'k'],
    ['<math><mi>k</mi></math><tex-math id="m">$k_1$</tex-math> and <tex-math>$x$</tex-math>', 'k and $x$'],
    ['one<br/>two', 'one\n\ntwo'],
    ['&#8211; &#x2013; &nbsp;&unknown; &#0; &#x110000;', '– –  &unknown; &#0; &#x110000;'],
    ['<![CDATA[x]]><!-- y -->', 'x'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('makes of %j %j', (value, text) => {
    expect(markupText(value)).toBe(text);
  });
});

describe('abstractText', () => {
  test.each([
    ['<jats:title>Abstract</jats:title><jats:p>We read.</jats:p>', 'We read.'],
    ['Abstract: We read.', 'We read.'],
    ['ABSTRACT — We read.', 'We read.'],
    ['Abstract\n\nWe read.', 'We read.'],
    ['Abstract interpretation is old.', 'Abstract interpretation is old.'],
    ['Summary statistics are read.', 'Summary statistics are read.'],
  ])('makes of %j %j', (value, text) => {
    expect(abstractText(value)).toBe(text);
  });

  test.each([
    '<',
    '<b ',
    '<p>',
    '<!--',
    '&',
    '&amp;',
    ' ',
    '\n',
    '\n ',
    ' \n\n',
    'abstract ',
    '<annotation>',
    '<tex-math ',
    '</math><tex-math>',
  ])('is done with 30,000 letters of %j', (piece) => {
    expect(abstractText(`x${piece.repeat(30_000 / piece.length)}`)).toMatch(/^x/);
  });
});
