import { expect, test } from 'vitest';
import { scanItems } from '@/utils/formats/csl-json/scan-items';

const item = (id: string) =>
  `{"id":"${id}","type":"book","title":"T${id}","author":[{"family":"F"},{"family":"G"}]}`;
/** Each as its line and its id, or why it is none. */
const scanned = (text: string) =>
  [...scanItems(text)].map(({ line, item: value, isCut, title = '' }) =>
    value === undefined
      ? `${line}: ${isCut ? 'cut' : 'broken'} ${title}`.trim()
      : `${line}: ${(value as { id: string }).id}`,
  );

test.each([
  ['a list', `[\n${item('a')},\n${item('b')}\n]`, ['2: a', '3: b']],
  ['one', item('a'), ['1: a']],
  ['one a line', `${item('a')}\n${item('b')}\n`, ['1: a', '2: b']],
  ['an object with items', `{"total": 2,\n"items": [${item('a')},${item('b')}]}`, ['2: a', '2: b']],
  ['an object with references', `{"references":[${item('a')}], "x": 1}`, ['1: a']],
  ['commas too many', `[${item('a')},,${item('b')},]`, ['1: a', '1: b']],
  ['a mark of byte order', `\uFEFF[${item('a')}]`, ['1: a']],
  ['none', '[]', []],
  ['cut off', `[${item('a')},\n{"id":"b","title":"Lamps","author":[{"fam`, ['1: a', '2: cut Lamps']],
  ['cut off between', `[${item('a')},`, ['1: a']],
  [
    'a quotation mark missing',
    `[${item('a')},\n{"id":"b","title":"Lamps},\n${item('c')}]`,
    ['1: a', '2: broken Lamps},', '3: c'],
  ],
  [
    'a brace missing',
    `[${item('a')},\n${item('b').slice(0, -1)},\n${item('c')}]`,
    ['1: a', '2: broken Tb', '3: c'],
  ],
  [
    'a bracket missing',
    `[${item('a')},\n${item('b').replace(']', '')},\n${item('c')}]`,
    ['1: a', '2: broken Tb', '3: c'],
  ],
  ['something else within', `[${item('a')},\n17,\n${item('c')}]`, ['1: a', '2: broken', '3: c']],
  ['escaped signs', `[{"id":"a","title":"\\\\\\"}{[\\\\"}]`, ['1: a']],
])('%s', (_, text, items) => {
  expect(scanned(text)).toEqual(items);
});
