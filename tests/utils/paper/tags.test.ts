import { expect, test } from 'vitest';
import { colourOf, TAG_COLOURS, tagKey } from '@/utils/paper/tags';

test.each([
  ['ml', 'ML'],
  ['résumé', 'Resume'],
  ['re\u0301sume\u0301', 'résumé'],
  ['to  read', 'To read'],
  ['ml', 'm\u200bl'],
  ['ml', '\u202eml'],
  ['ml', 'm\u00adl'],
  ['Ωmega', 'ωmega'],
  ['ёлка', 'Елка'],
  ['ＭＬ', 'ml'],
  ['か\u3099', 'が'],
  ['#️⃣', '#⃣'],
])('“%s” and “%s” are one tag', (one, other) => {
  expect(tagKey(one)).toBe(tagKey(other));
});

test.each([
  ['c', 'c++'],
  ['nlp/qa', 'nlpqa'],
  ['to read', 'toread'],
  ['か', 'が'],
  ['कि', 'क'],
  ['1.0', '10'],
])('“%s” and “%s” are two tags', (one, other) => {
  expect(tagKey(one)).not.toBe(tagKey(other));
});

test('a colour comes from the name, whatever its spelling', () => {
  expect(colourOf('Résumé')).toBe(colourOf('resume'));
  const colours = new Set(Array.from({ length: 200 }, (_, n) => colourOf(`tag ${n}`)));
  expect([...colours].sort((a, b) => a - b)).toEqual(Array.from({ length: TAG_COLOURS }, (_, n) => n));
});
