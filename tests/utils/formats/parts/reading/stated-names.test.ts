import { expect, test } from 'vitest';
import { elided, MOST_NAMES, personOf, statedNames } from '@/utils/formats/parts/reading/stated-names';
import type { NameParts } from '@/utils/paper/schema';

test.each<[NameParts, string, boolean]>([
  [{ family: 'Glas', given: 'Maria' }, 'Maria Glas', false],
  [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, 'Martin Luther King Jr.', false],
  [{ family: 'Beethoven', given: 'Ludwig', particle: 'van' }, 'Ludwig van Beethoven', false],
  [{ family: 'Alembert', given: 'Jean', particle: "d'" }, "Jean d'Alembert", true],
  [{ family: 'van Velzen', given: 'Sjoert' }, 'Sjoert van Velzen', true],
  [{ family: '李', given: '四' }, '李 四', false],
  [{ family: 'Plato' }, 'Plato', true],
  [{ literal: 'Lamp Office' }, 'Lamp Office', false],
  [{ literal: 'Caritas Europa' }, 'Caritas Europa', true],
])('%j is %s', (parts, name, isKept) => {
  const read = statedNames([parts]);
  expect(read.names).toEqual([name]);
  expect(read.parts.get(name)).toEqual(isKept ? parts : undefined);
});

test('empty ones are left out, and no more than a card can have are taken', () => {
  expect(statedNames([{ literal: ' ' }, { literal: 'A' }]).names).toEqual(['A']);
  expect(statedNames(Array.from({ length: 6000 }, () => ({ literal: 'A' }))).names).toHaveLength(MOST_NAMES);
  const [name = ''] = statedNames([{ family: 'x'.repeat(999), given: 'y' }]).names;
  expect(name).toHaveLength(200);
  expect(statedNames([{ family: '__proto__' }]).parts.size).toBe(0);
});

test('parts of persons', () => {
  expect(personOf({ family: 'Glas', given: '', particle: '', suffix: 'Jr' })).toEqual({
    family: 'Glas',
    suffix: 'Jr',
  });
  expect(personOf({ family: '', given: 'Ada', particle: '', suffix: '' })).toEqual({ literal: 'Ada' });
  expect(elided('', 'd’Alembert')).toEqual({ particle: 'd’', family: 'Alembert' });
  expect(elided('', "D'Arcus")).toEqual({ particle: '', family: "D'Arcus" });
});
