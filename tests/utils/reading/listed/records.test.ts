// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { recordsOf } from '@/utils/reading/listed/records';
import { type Row, rowsOf } from '@/utils/reading/listed/rows';
import { parse } from '../sites/read-fixture';

test('a list as long as a page is no record', async () => {
  const long = `<section>${'<p>a</p>'.repeat(30)}</section>`;
  const rows = await rowsOf(parse(long + long), async () => {});
  expect(recordsOf(rows).shared(rows[0] as Row, rows[1] as Row)).toBeUndefined();
});

describe('records', () => {
  const shared = async (html: string) => {
    const rows = await rowsOf(parse(html), async () => {});
    const records = recordsOf(rows);
    return rows.slice(1).map((row, index) => records.shared(rows[index] as Row, row)?.localName);
  };

  test.each([
    [
      'an item with two parts',
      '<ul><li><h4>a</h4><p>b</p></li><li><h4>c</h4><p>d</p></li></ul>',
      ['li', undefined, 'li'],
    ],
    ['one part', '<div><h4>a</h4><p>b</p></div>', [undefined]],
    [
      'a row of a table',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      ['tr', undefined, 'tr'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await shared(html)).toEqual(expected);
  });
});
