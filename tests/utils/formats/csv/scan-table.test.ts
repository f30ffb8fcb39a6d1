import { expect, test } from 'vitest';
import { scanTable } from '@/utils/formats/csv/scan-table';

const rowsOf = (text: string, width?: number) => [...scanTable(text, ',', 0, width)];

test('rows have the lines on which they begin, and empty ones are passed over', () => {
  expect(rowsOf('a,b\n\n"c\nd",e\n,\r\nf')).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['c\nd', 'e'], line: 3 },
    { cells: ['f'], line: 6 },
  ]);
  expect(rowsOf('a,b\rc,d').map(({ line }) => line)).toEqual([1, 2]);
});

test('a broken row ends with its line', () => {
  expect(rowsOf('a,b\n"c,d\n"e","f"\ng,h\n', 2)).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['c,d'], line: 2, broken: 'row' },
    { cells: ['e', 'f'], line: 3 },
    { cells: ['g', 'h'], line: 4 },
  ]);
});

test('a file that was cut off ends with a broken row', () => {
  expect(rowsOf('a,b\nc,"d\nOne word\nand another', 2)).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['c', 'd'], line: 2, broken: 'end' },
  ]);
});
