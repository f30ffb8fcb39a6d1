import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanRow } from '@/utils/formats/csv/scan-row';

test.each([
  ['a,b\r\nc', ['a', 'b'], 5],
  ['a,\nc', ['a', ''], 3],
  ['\nc', [''], 1],
  ['a,"b,\n""c"""\rd', ['a', 'b,\n"c"'], 13],
  ['a, "b" ,c', ['a', 'b', 'c'], 10],
  ['5",b', ['5"', 'b'], 5],
])('%j', (text, cells, end) => {
  expect(scanRow(text, 0, ',')).toEqual({ cells, end, stray: false, swallows: false, open: false });
});

test.each([
  ['"a "b" c",d', { cells: ['a "b" c', 'd'], stray: true, swallows: false, open: false }],
  ['"a,b\n"c",d', { cells: ['a,b\n"c', 'd'], stray: true, swallows: true, open: false }],
  ['"a,b', { cells: ['a,b'], stray: false, swallows: false, open: true }],
])('%j has quotation marks that do not fit', (text, row) => {
  expect(scanRow(text, 0, ',')).toMatchObject(row);
});

test('any cells are read back, whatever parts them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
      fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
      fc.constantFrom('\n', '\r\n', '\r', ''),
      (cells, delimiter, end) => {
        const text = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + end;
        expect(scanRow(text, 0, delimiter)).toMatchObject({ cells, stray: false, open: false });
      },
    ),
  );
});
