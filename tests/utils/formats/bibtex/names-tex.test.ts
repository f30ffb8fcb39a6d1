import { expect, test } from 'vitest';
import { namesTex } from '@/utils/formats/bibtex/names-tex';
import type { NameParts } from '@/utils/paper/schema';

test.each([
  ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
  ['Charles de la Vallée Poussin', 'de la Vallée Poussin, Charles'],
  ['Martin Luther King Jr.', 'King, Jr., Martin Luther'],
  ['Iain MacCallum III', 'MacCallum, III, Iain'],
  ['World Health Organization', '{World Health Organization}'],
  ['Gemini Team and Google', '{Gemini Team and Google}'],
  ['DeepSeek-AI', '{DeepSeek-AI}'],
  ['张三', '{张三}'],
  ['李 四', '李, 四'],
  ['Иван Иванов', 'Иванов, Иван'],
  ['Aristotle', '{Aristotle}'],
  ['others', '{others}'],
  ['José García y Vega', '{García y Vega}, José'],
])('%s is %s', (name, tex) => {
  expect(namesTex([name], {}, false)).toBe(tex);
});

test.each<[NameParts, string]>([
  [{ family: 'And', given: 'Bob and' }, '{And}, {Bob and}'],
  [{ family: 'Smith, Esq.', given: 'Bob' }, '{Smith, Esq.}, Bob'],
  [{ family: 'Gogh', particle: 'van' }, 'van Gogh'],
  [{ family: 'King', suffix: 'Jr.' }, '{King Jr.}'],
  [{ family: 'Ormesson', particle: 'd’', given: 'Jean' }, 'd’Ormesson, Jean'],
  [{ family: 'Éluard Foo', given: 'Paul' }, '{Éluard Foo}, Paul'],
])('%o is %s', (parts, tex) => {
  expect(namesTex(['x'], { nameParts: { x: parts } }, false)).toBe(tex);
});

test('where not all are known, there are others', () => {
  expect(namesTex(['Ada Lamp'], { authorCount: 12 }, false)).toBe('Lamp, Ada and others');
  expect(namesTex(['Ada Lamp', 'Bo Wick'], { authorCount: 2 }, false)).toBe('Lamp, Ada and Wick, Bo');
  expect(namesTex([], { authorCount: 12 }, false)).toBeUndefined();
});

test('three thousand are written', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `Ada Lamp${'x'.repeat(index % 7)}`);
  expect(namesTex(names, {}, true)?.split(' and ')).toHaveLength(3000);
});
