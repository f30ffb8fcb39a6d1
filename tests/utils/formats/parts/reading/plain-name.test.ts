import { expect, test } from 'vitest';
import { partsOfName } from '@/utils/formats/parts/reading/plain-name';

test.each([
  ['van Beethoven, Ludwig', { particle: 'van', family: 'Beethoven', given: 'Ludwig' }],
  ['de la Vallée Poussin,Charles ', { particle: 'de la', family: 'Vallée Poussin', given: 'Charles' }],
  ["d'Alembert, Jean", { particle: "d'", family: 'Alembert', given: 'Jean' }],
  ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, , Jr.', { family: 'King', suffix: 'Jr.' }],
  ['Faggion Jr, Clovis Mariano', { family: 'Faggion', given: 'Clovis Mariano', suffix: 'Jr' }],
  ['King, Martin L Jr', { family: 'King', given: 'Martin L', suffix: 'Jr' }],
  ['Bragilovski, M., ', { family: 'Bragilovski', given: 'M.' }],
  ['M. Bragilovski', { family: 'Bragilovski', given: 'M.' }],
  ['A. T. Van Can', { family: 'Can', given: 'A. T. Van' }],
  ['Lawrenson K', { family: 'Lawrenson', given: 'K' }],
  ['李, 四', { family: '李', given: '四' }],
  ['张三', { literal: '张三' }],
  ['World Health Organization', { literal: 'World Health Organization' }],
  ['Gemini Team and Google', { literal: 'Gemini Team and Google' }],
  ['Caritas Europa,', { literal: 'Caritas Europa' }],
  ['Society of Lamps, Oil Section', { literal: 'Society of Lamps, Oil Section' }],
  ['Sciences, Engineering, and Medicine', { literal: 'Sciences, Engineering, and Medicine' }],
  ['__proto__', { literal: '__proto__' }],
  ['et al.', undefined],
  [' , ; ', undefined],
])('%s', (text, parts) => {
  expect(partsOfName(text)).toEqual(parts);
});
