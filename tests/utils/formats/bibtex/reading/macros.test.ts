import { expect, test } from 'vitest';
import { Macros } from '@/utils/formats/bibtex/reading/macros';

test('a name stands for its text in any case, and an unknown one for itself', () => {
  const macros = new Macros(0);
  macros.define('JSS', 'Journal of Stones');
  expect(macros.textOf('jss')).toBe('Journal of Stones');
  expect(macros.textOf('__proto__')).toBe('__proto__');
});

test('what they add to a file has an end', () => {
  const macros = new Macros(0);
  macros.define('a', 'x'.repeat(1_000_000));
  let added = 0;
  for (let use = 0; use < 5000; use++) added += macros.textOf('a').length;
  expect(added).toBeLessThan(10_010_000);
});
