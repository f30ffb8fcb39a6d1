import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { anyText } from '@/tests/utils/formats/any-paper';
import { nameFiles } from '@/utils/formats/parts/file-names';

describe('one file', () => {
  test.each([
    ['A: B — "C" #1', 'A B — C 1'],
    ['TCP/IP', 'TCP IP'],
    ['C#', 'C'],
    ['[x] | ^y \\ <z> ? *', 'x y z'],
    ['.NET and more...', 'NET and more'],
    ['con', '_con'],
    ['COM1', '_COM1'],
    ['nul.txt', '_nul.txt'],
    ['Con Air', 'Con Air'],
    ['console', 'console'],
    ['a\u202eb\u0000c\ud83d', 'abc�'],
    ['Ünïcode 状態 👩‍🔬', 'Ünïcode 状態 👩‍🔬'],
    ['', 'byron2020'],
    ['???', 'byron2020'],
    ['x'.repeat(300), 'x'.repeat(120)],
    ['状'.repeat(300), '状'.repeat(80)],
    ['👩'.repeat(300), '👩'.repeat(60)],
  ])('%j is called %j', (title, name) => {
    expect(nameFiles()(title, 'byron2020')).toBe(name);
  });

  test('has a name in any case', () => {
    expect(nameFiles()('', '/')).toBe('paper');
  });
});

test('names differ in more than case and Unicode form', () => {
  const name = nameFiles();
  expect(
    ['a', 'A', 'é', 'E\u0301', 'ﬁ', 'FI', 'ß', 'SS', 'a 2', 'a'].map((title) => name(title, '')),
  ).toEqual(['a', 'A 2', 'é', 'É 2', 'ﬁ', 'FI 2', 'ß', 'SS 2', 'a 2 2', 'a 3']);
});

test('fifty files of one long title are fifty', () => {
  const name = nameFiles();
  const names = Array.from({ length: 50 }, () => name('x'.repeat(300), ''));
  expect(new Set(names).size).toBe(50);
  expect(Math.max(...names.map((one) => one.length))).toBe(120);
});

test('thousands of one title take no time', () => {
  const name = nameFiles();
  const taken = effort(() => {
    for (let count = 0; count < 20_000; count++) name('Editorial', '');
  });
  expect(taken).toBeLessThan(4000);
});

test('names of any titles are unique, and every file system takes them', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 12 }), (titles) => {
      const name = nameFiles();
      const names = titles.map((title) => name(title, ''));
      const alike = names.map((one) =>
        one
          .normalize('NFD')
          .replace(/\u200d/g, '')
          .toUpperCase()
          .toLowerCase()
          .normalize('NFC'),
      );
      expect(new Set(alike).size).toBe(titles.length);
      for (const one of names) {
        expect(one.isWellFormed()).toBe(true);
        expect(one).toMatch(/^[^#^[\]|<>:"/\\?*\p{Cc}\p{Cn}]+$/u);
        expect(one).not.toMatch(/^[\s.]|[\s.]$|^(?:con|nul)(?:\.|$)/i);
        expect(one.length).toBeLessThanOrEqual(120);
        expect(new TextEncoder().encode(`${one}.md`).length).toBeLessThanOrEqual(255);
      }
    }),
    { numRuns: 500 },
  );
});
