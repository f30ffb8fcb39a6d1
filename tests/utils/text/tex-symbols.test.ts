import { expect, test } from 'vitest';
import * as symbols from '@/utils/text/tex-symbols';

const { ACCENTS, BLACKBOARD, HATS, LETTERS, LOWERED, RAISED, RELATIONS, SYMBOLS } = symbols;

test('every name in the tables has its sign, in no two of those that are looked up by name', () => {
  for (const table of [SYMBOLS, LETTERS, RELATIONS, ACCENTS, HATS, BLACKBOARD, RAISED, LOWERED])
    for (const [name, sign] of table) expect([name, [...sign].length]).toEqual([name, 1]);
  const names = [
    SYMBOLS,
    LETTERS,
    RELATIONS,
    HATS,
    symbols.FUNCTIONS,
    symbols.FORMATS,
    symbols.SILENT,
    symbols.SPACES,
  ];
  const all = names.flatMap((table) => [...table.keys()]);
  expect(all.filter((name, place) => all.indexOf(name) < place)).toEqual([]);
});

test('Greek letters are where Unicode has them', () => {
  const letters = ['alpha', 'sigma', 'omega', 'Gamma', 'Omega'].map((name) => SYMBOLS.get(name));
  expect(letters.join('')).toBe('ασωΓΩ');
});
