import { expect, test } from 'vitest';
import { Commands } from '@/utils/formats/bibtex/reading/commands';
import { readNames } from '@/utils/formats/bibtex/reading/read-names';
import { textOfTex } from '@/utils/formats/bibtex/reading/text-of-tex';
import { namePartsOf } from '@/utils/paper/name-parts';

const read = (tex: string) => readNames(tex, (part) => textOfTex(part, new Commands()));
const partsIn = (tex: string) => {
  const { names, parts } = read(tex);
  return names.map((name) => namePartsOf(name, Object.fromEntries(parts)));
};

test.each([
  ['Glas, Maria and Tove Lykta', ['Maria Glas', 'Tove Lykta']],
  ['Glas, Maria\n   and\tLykta, Tove', ['Maria Glas', 'Tove Lykta']],
  ['Glas, Maria AND Lykta, Tove and others', ['Maria Glas', 'Tove Lykta']],
  ['{Glas and Sons} and {World Lamp Society}', ['Glas and Sons', 'World Lamp Society']],
  ['{{Lamp Office}}', ['Lamp Office']],
  ['P. {Zhang} and A. {O’Brien}', ['P. Zhang', 'A. O’Brien']],
  [String.raw`{\v R}eh{\r u}{\v r}ek, Radim and M{\"u}ller, J{\'\i}m`, ['Radim Řehůřek', 'Jím Müller']],
  ['C.~A. {Nayana A.}', ['C. A. Nayana A.']],
  ['Glas, Maria; Lykta, Tove', ['Maria Glas', 'Tove Lykta']],
  ['Maria Glas, Tove Lykta, Ivo Lum, Ada Ros', ['Maria Glas', 'Tove Lykta', 'Ivo Lum', 'Ada Ros']],
  ['{Glas, Maria and Lykta, Tove}', ['Maria Glas', 'Tove Lykta']],
  ['and and Glas, Maria and', ['Maria Glas']],
  ['张三 and 李, 四', ['张三', '李 四']],
  ['', []],
])('names in order: %s', (tex, names) => {
  expect(read(tex).names).toEqual(names);
});

test.each([
  ['van Beethoven, Ludwig', { particle: 'van', family: 'Beethoven', given: 'Ludwig' }],
  ['Ludwig van Beethoven', { particle: 'van', family: 'Beethoven', given: 'Ludwig' }],
  ['de la Vallée Poussin, Charles', { particle: 'de la', family: 'Vallée Poussin', given: 'Charles' }],
  ['{van Velzen}, Sjoert', { family: 'van Velzen', given: 'Sjoert' }],
  ['{Nayana A.}, J.', { family: 'Nayana A.', given: 'J.' }],
  ['Carney Almroth, Bethanie M.', { family: 'Carney Almroth', given: 'Bethanie M.' }],
  ['King, Jr., Martin Luther', { family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
  ['King, Martin Luther, Jr.', { family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
  ['Faggion Jr, Clovis Mariano', { family: 'Faggion', suffix: 'Jr', given: 'Clovis Mariano' }],
  ["d'Alembert, Jean", { particle: "d'", family: 'Alembert', given: 'Jean' }],
  ["D'Arcus, Bruce", { family: "D'Arcus", given: 'Bruce' }],
  ['{Gemini Team and Google}', { literal: 'Gemini Team and Google' }],
  ['{Caritas Europa}', { literal: 'Caritas Europa' }],
  ['Aristotle', { literal: 'Aristotle' }],
  [
    'family=Ackooij, given=W., prefix=van, useprefix=true',
    { particle: 'van', family: 'Ackooij', given: 'W.' },
  ],
  ['given=Ada', { literal: 'Ada' }],
])('parts: %s', (tex, parts) => {
  expect(partsIn(tex)).toEqual([parts]);
});

test('what can be told from a name is not told again', () => {
  expect(read('van Beethoven, Ludwig and {World Lamp Society}').parts.size).toBe(0);
});

test('there are limits, and names that are none', () => {
  expect(
    read(Array.from({ length: 6000 }, (_, index) => `Glas, M${index}`).join(' and ')).names,
  ).toHaveLength(5000);
  expect(read('x'.repeat(9999)).names[0]).toHaveLength(200);
  expect(Object.hasOwn(Object.fromEntries(read('{__proto__}').parts), '__proto__')).toBe(false);
});
