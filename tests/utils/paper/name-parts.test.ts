import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namePartsOf } from '@/utils/paper/name-parts';
import { NameParts } from '@/utils/paper/schema';

test.each([
  ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
  ['Ada K. Lovelace', { given: 'Ada K.', family: 'Lovelace' }],
  ['  Ada   Lovelace ', { given: 'Ada', family: 'Lovelace' }],
  ['Lovelace, Ada', { given: 'Ada', family: 'Lovelace' }],
  ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
  ['van Beethoven, Ludwig', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
  ['van Beethoven', { particle: 'van', family: 'Beethoven' }],
  ['Charles de la Vallée Poussin', { given: 'Charles', particle: 'de la', family: 'Vallée Poussin' }],
  ["Jan van 't Hoff", { given: 'Jan', particle: "van 't", family: 'Hoff' }],
  ['José Ortega y Gasset', { given: 'José', family: 'Ortega y Gasset' }],
  ['bell hooks', { given: 'bell', family: 'hooks' }],
  ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['Robert MacCallum III', { given: 'Robert', family: 'MacCallum', suffix: 'III' }],
  ['Berg A. L.', { given: 'A. L.', family: 'Berg' }],
  ['Berg AL', { given: 'AL', family: 'Berg' }],
  ['A. L. Berg', { given: 'A. L.', family: 'Berg' }],
  ['ADA LOVELACE', { given: 'ADA', family: 'LOVELACE' }],
  ['Xiao-Li Meng', { given: 'Xiao-Li', family: 'Meng' }],
  ['李 四', { family: '李', given: '四' }],
  ['Иван Иванов', { given: 'Иван', family: 'Иванов' }],
  ['张三', { literal: '张三' }],
  ['Aristotle', { literal: 'Aristotle' }],
  ['World Health Organization', { literal: 'World Health Organization' }],
  ['Gemini Team and Google', { literal: 'Gemini Team and Google' }],
  ['DeepSeek-AI', { literal: 'DeepSeek-AI' }],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
])('%s', (name, parts) => {
  expect(namePartsOf(name, undefined)).toEqual(parts);
});

describe('what a source told', () => {
  test('comes first', () => {
    const told = { 'Ana Lima Costa': { family: 'Lima Costa', given: 'Ana' } };
    expect(namePartsOf('Ana Lima Costa', told)).toEqual({ family: 'Lima Costa', given: 'Ana' });
    expect(namePartsOf('constructor', told)).toEqual({ literal: 'constructor' });
  });
});

test('any name has parts', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
    .filter((text) => text.trim() !== '');
  fc.assert(fc.property(name, (text) => void NameParts.parse(namePartsOf(text, undefined))));
});
