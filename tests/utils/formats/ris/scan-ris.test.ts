import { expect, test } from 'vitest';
import { isRis, scanRis } from '@/utils/formats/ris/scan-ris';

/** Each record as its line and what it holds. */
const scanned = (text: string) =>
  [...scanRis(text)].map(({ record, isCut }) => {
    const fields = record.fields.map(({ tag, value }) => `${tag}=${value.trim()}`).join(' ');
    return `${record.line}: ${fields}${isCut ? ' …' : ''}`;
  });
const two = ['1: TY=JOUR TI=A', '4: TY=BOOK TI=B'];

test.each([
  ['as it should be', 'TY  - JOUR\r\nTI  - A\r\nER  - \r\nTY  - BOOK\r\nTI  - B\r\nER  - \r\n', two],
  ['CR only', 'TY  - JOUR\rTI  - A\rER  - \rTY  - BOOK\rTI  - B\rER  - \r', two],
  ['one space', 'TY - JOUR\nTI - A\nER -\nTY - BOOK\nTI - B\nER -\n', two],
  ['small letters', 'ty  - JOUR\nti  - A\ner  - \nty  - BOOK\nti  - B\ner  -', two],
  ['no space behind the hyphen', 'TY  -JOUR\nTI  -A\nER  -\nTY  -BOOK\nTI  -B\nER  -', two],
  ['indented', '  TY  - JOUR\n  TI  - A\n  ER  - \n  TY  - BOOK\n  TI  - B\n', two],
  ['marks of byte order', '\uFEFFTY  - JOUR\nTI  - A\nER  -\n\uFEFFTY  - BOOK\nTI  - B\nER  - ', two],
  ['no ends', 'TY  - JOUR\nTI  - A\n\nTY  - BOOK\nTI  - B\n', two],
  ['no types', 'TY  - JOUR\nTI  - A\nER  - \nTI  - B\nER  - ', ['1: TY=JOUR TI=A', '4: TI=B']],
  ['text around', 'Provider: Lum\n\nTY  - JOUR\nTI  - A\nER  - \nend of file\n', ['3: TY=JOUR TI=A']],
  [
    'several types',
    'TY  - BOOK\nTY  - JOUR\nTI  - A\nTY  - X\nPB  - P\nER  - ',
    ['1: TY=BOOK TY=JOUR TI=A TY=X PB=P'],
  ],
  [
    'values over lines',
    'TY  - JOUR\nAB  - a\nto - be\n  ER then\nER  - ',
    ['1: TY=JOUR AB=a\nto - be\n  ER then'],
  ],
  ['cut off', 'TY  - JOUR\nTI  - A\nER  - \nTY  - BOOK\nTI  - B', ['1: TY=JOUR TI=A', '4: TY=BOOK TI=B …']],
])('%s', (_, text, records) => {
  expect(isRis(text)).toBe(true);
  expect(scanned(text)).toEqual(records);
});

test.each([
  '',
  '{"TY": 1}',
  'FN Web of Science\nPT J\nTI A\nER\n',
  'PMID- 1\nTI  - A\n',
  'Ty - bound books',
  '%0 Book',
])('no RIS: %s', (text) => {
  expect(isRis(text)).toBe(false);
});
