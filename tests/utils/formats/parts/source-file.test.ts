import { expect, test } from 'vitest';
import { SourceFile, sourceOfText } from '@/utils/formats/parts/source-file';

const CYRILLIC = Uint8Array.of(0xcf, 0xf3, 0xf8);

test('text goes in and comes out', () => {
  const file = sourceOfText('Łukasz', 'a.bib');
  expect([file.name, file.text, file.guessed]).toEqual(['a.bib', 'Łukasz', undefined]);
});

test('an encoding is guessed, or taken from the person', () => {
  const file = new SourceFile(CYRILLIC);
  expect(file.guessed).toBeUndefined();
  expect(file.text).not.toBe('Пуш');
  expect(file.guessed).toBe('windows-1252');
  const told = new SourceFile(CYRILLIC, 'a.bib', 'windows-1251');
  expect([told.text, told.guessed]).toEqual(['Пуш', 'windows-1251']);
});
