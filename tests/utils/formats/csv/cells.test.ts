import { describe, expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { codesIn, dateIn, isYes, lineIn, peopleIn, statusIn, tagsIn } from '@/utils/formats/csv/cells';

test.each([
  ['Glas, Maria; van der Lum, Ivo; ', ['Maria Glas', 'Ivo van der Lum']],
  ['Glas, M.; Lum, I.J.', ['M. Glas', 'I.J. Lum']],
  ['Maria Glas; Lamp Office', ['Maria Glas', 'Lamp Office']],
  ['Glas, Maria (57193012345); Lum, Ivo (57193012346)', ['Maria Glas', 'Ivo Lum']],
  ['Glas M., Van Der Lum I.J.', ['M. Glas', 'I.J. Van Der Lum']],
  ['Glas M, van der Lum I, Lum IJ.', ['M. Glas', 'I. van der Lum', 'I. J. Lum']],
  ['Glas M,Lum IJ', ['M. Glas', 'I. J. Lum']],
  ['Glas MB', ['M. B. Glas']],
  ['Glas M.; Lum I.J.', ['M. Glas', 'I.J. Lum']],
  ['M. Glas; I. van der Lum', ['M. Glas', 'I. van der Lum']],
  ['Maria Glas, Ivo Lum', ['Maria Glas', 'Ivo Lum']],
  ['Maria Glas, Ivo Lum and Ada King', ['Maria Glas', 'Ivo Lum', 'Ada King']],
  ['Glas, Maria and Lum, Ivo', ['Maria Glas', 'Ivo Lum']],
  ['Maria Glas and Ivo Lum', ['Maria Glas', 'Ivo Lum']],
  ['Glas, Maria', ['Maria Glas']],
  ['Glas, M., Lum, I.', ['M. Glas', 'I. Lum']],
  ['King, Jr., Martin', ['Martin King Jr.']],
  ['张三;李四', ['张三', '李四']],
  ['Maria Glas\nIvo Lum', ['Maria Glas', 'Ivo Lum']],
  ['Maria Glas|Ivo Lum', ['Maria Glas', 'Ivo Lum']],
  ['Aristotle', ['Aristotle']],
  ['; ,', []],
  ['', []],
])('%j are %j', (cell, names) => {
  expect(peopleIn(cell).names).toEqual(names);
});

test('parts of names come along where a name does not tell them', () => {
  expect(peopleIn('Lum Oil, Ivo; Glas, Maria').parts).toEqual({
    'Ivo Lum Oil': { family: 'Lum Oil', given: 'Ivo' },
  });
});

test('a line that is as long as can be takes no time', () => {
  for (const piece of ['a ', 'A. ', 'ab M. ', 'a, ', 'a and ', 'a;', ' '])
    expect(effort(() => peopleIn(piece.repeat(20_000)))).toBeLessThan(4000);
});

test.each([
  ['oil; to read; oil', ['oil', 'to read']],
  ['oil, to read', ['oil', 'to read']],
  ['oil, lamp; draught', ['oil, lamp', 'draught']],
  ['a\nb', ['a', 'b']],
  ['', []],
])('%j are the tags %j', (cell, tags) => {
  expect(tagsIn(cell)).toEqual(tags);
});

test.each([
  ['978-3-16-148410-0; 3161484100 (pbk.)', ['978-3-16-148410-0', '3161484100']],
  ['0036-8075,1095-9203', ['0036-8075', '1095-9203']],
  ['none', []],
])('%j are the numbers %j', (cell, codes) => {
  expect(codesIn(cell)).toEqual(codes);
});

test.each([
  ['2026', '2026'],
  ['2026.0', '2026'],
  ['2026-07', '2026-07'],
  ['2026-07-01', '2026-07-01'],
  ['2026-07-01 10:00:00', '2026-07-01'],
  ['2026/7/1', '2026-07-01'],
  ['July 2026', '2026-07'],
  ['1 Jul 2026', '2026-07-01'],
  ['c. 2026', '2026'],
  ['n.d.', undefined],
  ['', undefined],
])('%j is %j', (cell, day) => {
  expect(dateIn(cell)).toBe(day);
});

describe('marks', () => {
  test.each([
    ['Read', 'read'],
    ['done', 'read'],
    ['TRUE', 'read'],
    ['Reading', 'reading'],
    ['In progress', 'reading'],
    ['unread', undefined],
    ['To read', undefined],
    ['', undefined],
  ])('%j is %j', (cell, status) => {
    expect(statusIn(cell)).toBe(status);
  });

  test.each([
    ['TRUE', true],
    ['★', true],
    ['1', true],
    ['no', false],
    ['', false],
  ])('%j is yes: %j', (cell, yes) => {
    expect(isYes(cell)).toBe(yes);
  });
});

test('a line has no breaks', () => {
  expect(lineIn(' a\n b ')).toBe('a b');
});
