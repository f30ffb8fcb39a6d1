import { expect, test } from 'vitest';
import { kindOfRis, RIS_TYPES } from '@/utils/formats/ris/kinds-of-ris';

test('what is written is read as what it was, but for what RIS does not know', () => {
  for (const [kind, type] of Object.entries(RIS_TYPES))
    expect(kindOfRis(type)).toBe(type === 'GEN' ? undefined : kind);
});

test.each([
  ['jour', 'article'],
  ['CPAPER', 'conference'],
  ['UNPB', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
])('%s', (type, kind) => {
  expect(kindOfRis(type)).toBe(kind);
});
