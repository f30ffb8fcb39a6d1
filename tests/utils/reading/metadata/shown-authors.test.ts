// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { rowsIn } from '@/utils/reading/listed/rows';
import { shownAuthors } from '@/utils/reading/metadata/shown-authors';
import { parse } from '../sites/read-fixture';

const SKIPPED = /^(?:sup|script)$/;

function read(html: string): string[] | undefined {
  const document = parse(`<h1>Of piers in the rain</h1>${html}`);
  const [, ...rows] = [...rowsIn(document.body, SKIPPED)].filter((row) => row !== undefined);
  return shownAuthors(rows, document.querySelector('h1') as Element);
}

describe('names below a title', () => {
  test.each([
    ['one behind the other', '<p>Pia Holm, Ole Rask and Eva Voss</p>'],
    ['with a label', '<p>Authors: Pia Holm; Ole Rask; Eva Voss</p>'],
    [
      'with a label in a cell of its own',
      '<table><tr><th>Authors</th><td>Holm, Pia; Rask, Ole; Voss, Eva</td></tr></table>',
    ],
    [
      'in a list with marks',
      '<ul><li><a>Pia Holm</a><sup>a</sup></li><li><a>Ole Rask</a><sup>b</sup></li><li><a>Eva Voss</a></li></ul>',
    ],
    [
      'in parts that nothing else parts',
      ['Pia Holm', 'Ole Rask', 'Eva Voss']
        .map((name) => name.split(' '))
        .map(
          ([given, family]) =>
            `<a class="w"><span class="given">${given}</span><span class="family">${family}</span><sup>a</sup></a>`,
        )
        .join(''),
    ],
    [
      'in buttons',
      '<div><button>Pia Holm</button>, <button>Ole Rask</button>, <button>Eva Voss</button></div>',
    ],
    [
      'with their places below them',
      ['Pia Holm', 'Ole Rask', 'Eva Voss']
        .map(
          (name) =>
            `<div class="p"><div class="n">${name}</div><div class="i">University of the Pier</div></div>`,
        )
        .join(''),
    ],
    [
      'with their places behind them',
      `<ul class="authors">${['Pia Holm', 'Ole Rask', 'Eva Voss']
        .map((name) => `<li><span class="n">${name}</span><span class="i">University of the Pier</span></li>`)
        .join('')}</ul>`,
    ],
    [
      'with their places behind a break',
      ['Pia Holm', 'Ole Rask', 'Eva Voss']
        .map(
          (name) =>
            `<span class="creator"><span class="name">${name}<br>Pier School, North Quay</span></span>`,
        )
        .join(''),
    ],
    ['before the day', '<div>Pia Holm, Ole Rask, Eva Voss · 3 May 2025</div>'],
    ['in a heading', '<h3>Pia Holm, Ole Rask, Eva Voss</h3>'],
    ['behind another row', '<p>Quay Letters, volume 3</p><p>Pia Holm, Ole Rask, Eva Voss</p>'],
    [
      'said to be authors, behind others',
      '<p>Edited by Tom Fell, Sue Marr</p><div class="authors">Pia Holm, Ole Rask, Eva Voss</div>',
    ],
  ])('are read %s', (_, html) => {
    expect(read(html)).toEqual(['Pia Holm', 'Ole Rask', 'Eva Voss']);
  });

  test.each([
    ['right below', '<p>Pia Holm</p>', ['Pia Holm']],
    ['said to be the author', '<p>May 2025</p><p><a rel="author">Pia Holm</a></p>', ['Pia Holm']],
    [
      'in lower case where that is said',
      '<p class="authors">pia holm, Ole Rask</p>',
      ['pia holm', 'Ole Rask'],
    ],
    [
      'like the others',
      '<p><a>Pia Holm</a> · <a>Ole Rask</a> · <a>Una Voss</a></p>',
      ['Pia Holm', 'Ole Rask', 'Una Voss'],
    ],
    ['each once', '<div class="author">Pia Holm</div><div class="author">Pia Holm</div>', ['Pia Holm']],
  ])('may be %s', (_, html, names) => {
    expect(read(html)).toEqual(names);
  });

  test.each([
    ['a single name further down', '<p>A talk of last year.</p><p>North Quay</p>'],
    ['a sentence', '<p>In this work Pia Holm and Ole Rask count the drops that fall.</p>'],
    ['places', '<p>University of the Pier, School of Rain</p>'],
    ['a menu', '<ul><li>Home</li><li>About us</li><li>Contact</li></ul>'],
    ['nothing', ''],
  ])('are not read from %s', (_, html) => {
    expect(read(html)).toBeUndefined();
  });
});
