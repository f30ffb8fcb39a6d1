import { describe, expect, test } from 'vitest';
import { countLine, dateLine, isNumber, isSeparator } from '@/utils/reading/copied-text/marks';

describe('dateLine', () => {
  test.each([
    ['Sep 14', { date: { monthDay: '09-14' } }],
    ['Sep 14 2', { date: { monthDay: '09-14' }, comments: 2 }],
    ['Oct 18, 2024 2', { date: { monthDay: '10-18', year: '2024' }, comments: 2 }],
    ['Sep 14 2024', { date: { monthDay: '09-14', year: '2024' } }],
    ['· Published on Sep 21, 2026', { date: { monthDay: '09-21', year: '2026' } }],
    ['21 September 2026', { date: { monthDay: '09-21', year: '2026' } }],
    ['Publish: 2026-11-19 18:00:01 UTC', { date: { monthDay: '11-19', year: '2026' } }],
  ])('reads %j', (line, expected) => {
    expect(dateLine(line)).toEqual(expected);
  });

  test.each([
    '3 mars',
    'Marraskuu 3',
    '10. Juli 2024',
    '7月10日',
    'Sep',
    'May the 4th be with you',
    '14',
    '',
  ])('takes %j for no date', (line) => {
    expect(dateLine(line)).toBeUndefined();
  });
});

describe('countLine', () => {
  test.each([
    ['• 3 authors', 3],
    ['· 12 auteurs', 12],
    ['1 author', 1],
    ['• 4 位作者', 4],
    ['• 5 συγγραφείς', 5],
    ['作者 3', 3],
  ])('reads %j', (line, expected) => {
    expect(countLine(line)).toBe(expected);
  });

  test.each([
    '· 3 mars',
    '3 papers',
    '• authors',
    '3',
    '12 Angry Authors Walk Into a Very Long Line of Text',
  ])('takes %j for no number of authors', (line) => {
    expect(countLine(line)).toBeUndefined();
  });
});

test('separators and numbers', () => {
  expect(['·', '•', '-', 'a', '··'].map(isSeparator)).toEqual([true, true, true, false, false]);
  expect(['12', '1,024', '1.2k', '-', '1.2.3', 'k', '12a'].map(isNumber)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false],
  ]);
});
