// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type Row, rowsOf } from '@/utils/reading/listed/rows';
import { parse } from '../sites/read-fixture';

const read = (html: string) => rowsOf(parse(html), async () => {});
const texts = (rows: readonly Row[]) => rows.map(({ text }) => text);

describe('rows', () => {
  test.each([
    ['of blocks', '<p>One</p><p>Two</p>', ['One', 'Two']],
    ['of breaks', '<p>One<br>Two<br><br>Three</p>', ['One', 'Two', 'Three']],
    ['of cells', '<table><tr><td>One</td><td>Two</td></tr></table>', ['One', 'Two']],
    ['around a block', 'One<div>Two</div>Three', ['One', 'Two', 'Three']],
    ['without space', '<p>  One\n two&nbsp;three </p>', ['One two three']],
    ['without marks', '<p>Ada<sup>1</sup>, Bo<sup>2</sup></p>', ['Ada, Bo']],
    [
      'with parts that only their classes part',
      '<p><span class="t">One</span><span class="a">Two</span></p>',
      ['One Two'],
    ],
    ['with a letter set off', '<p><b>O</b>ne</p>', ['One']],
  ])('%s', async (_, html, expected) => {
    expect(texts(await read(html))).toEqual(expected);
  });

  test.each(['nav', 'footer', 'script', 'style', 'button', 'textarea'])('leave out <%s>', async (tag) => {
    expect(await read(`<${tag}>One</${tag}>`)).toEqual([]);
  });

  test('tell what is set off, without what is around all of it', async () => {
    const [row] = await read('<p><span><b>One</b> <i class="x">two</i></span></p>');
    expect(row?.runs.map(({ start, end, shape }) => [row.text.slice(start, end), shape])).toEqual([
      ['One', 'span>b'],
      [' ', ''],
      ['two', 'span>i.x'],
    ]);
  });

  test('have the shape of their block and of most of their text, whatever its numbers', async () => {
    const [one, two, three] = await read(
      '<li class="p1"><b>Title of one</b></li><li class="p2"><b>Title of two</b></li><li>x</li>',
    );
    expect(one?.shape).toBe(two?.shape);
    expect(one?.shape).not.toBe(three?.shape);
  });

  test('know their links, also those without text, their column and the blank lines before', async () => {
    const rows = await read(
      '<table><tr><td>x</td><td>One<br><br>Two <a href="a.pdf"><img></a></td></tr></table>',
    );
    expect(rows.map(({ column, gap, links }) => [column, gap, links.map(({ href }) => href)])).toEqual([
      [0, 0, []],
      [1, 0, []],
      [1, 1, ['a.pdf']],
    ]);
  });

  test('of a deep page do not overflow the stack', async () => {
    expect(texts(await read(`${'<div>'.repeat(400)}One`))).toEqual(['One']);
  });
});
