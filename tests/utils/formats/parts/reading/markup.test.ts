import { expect, test } from 'vitest';
import { withoutMarkup } from '@/utils/formats/parts/reading/markup';

test.each([
  ['Computers &amp; Oil &#x3b1;&#946; &nosuch; &#0;', 'Computers & Oil αβ &nosuch; &#0;'],
  ['<i>In vivo</i> H<sub>2</sub>O <jats:p>a</jats:p>', 'In vivo H2O a'],
  ['a < b <T> c', 'a < b <T> c'],
])('%s', (text, clean) => {
  expect(withoutMarkup(text)).toBe(clean);
});
