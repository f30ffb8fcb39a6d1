// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { itemsOf } from '@/utils/reading/collect/items';
import { lookThrough } from '@/utils/reading/collect/walk';
import { parse } from '../sites/read-fixture';

const link = (id: number, text = 'pdf') => `<a href="https://arxiv.org/abs/2601.0000${id}">${text}</a>`;

async function items(html: string) {
  const outline = await lookThrough(parse(html), new URL('https://example.org/'), async () => {});
  return itemsOf(outline).map(({ mentions, nodes, prose }) =>
    [
      mentions.map(({ identifiers }) => Object.values(identifiers).join()).join(' '),
      nodes.map((node) => node.nodeName.toLowerCase()).join(' '),
      ...(prose ? ['prose'] : []),
    ].join(' | '),
  );
}

test.each([
  ['the entry of a list', `<ul><li><b>T</b> ${link(1)}</li></ul>`, ['2601.00001 | li']],
  ['the row of a table', `<table><tr><td>T</td><td>${link(1)}</td></tr></table>`, ['2601.00001 | tr']],
  [
    'a card among cards',
    `<div><div><h3>T</h3><p>${link(1)}</p></div><div><h3>T</h3><p>${link(2)}</p></div></div>`,
    ['2601.00001 | div', '2601.00002 | div'],
  ],
  [
    'no part with two headings',
    `<section><h2>S</h2><h3>T</h3><p>${link(1)}</p></section>`,
    ['2601.00001 | p'],
  ],
  [
    'a term and its definitions',
    `<dl><dt>T</dt><dd>${link(1)}</dd><dd>x</dd><dt>${link(2)}</dt><dd>y</dd></dl>`,
    ['2601.00001 | dt dd dd', '2601.00002 | dt dd'],
  ],
  [
    'the line between breaks',
    `<p>T ${link(1)}<br>U ${link(2)}</p>`,
    ['2601.00001 | #text a', '2601.00002 | #text a'],
  ],
  [
    'the lines above links',
    `<p>T<br>${link(1)}<br><br>U ${link(2)}</p>`,
    ['2601.00001 | #text br a', '2601.00002 | #text a'],
  ],
  ['the link alone amid a sentence', `<p>We saw that ${link(1)} is fine.</p>`, ['2601.00001 | a | prose']],
  [
    'the link alone amid a sentence in pieces',
    `<p><span>We saw that </span>${link(1)}<span>, but it is old.</span></p>`,
    ['2601.00001 | a | prose'],
  ],
  [
    'a link that says who wrote it',
    `<p><b>SailNet</b> (${link(1, 'Fjell et al. 2026')}), a net.</p>`,
    ['2601.00001 | a | prose'],
  ],
  ['a caption', `<figure><figcaption>Ships. ${link(1)}</figcaption></figure>`, ['2601.00001 | a | prose']],
  [
    'an entry that begins with who wrote it',
    `<ul><li>${link(1, 'Fjell et al. 2026')}. Of ships</li></ul>`,
    ['2601.00001 | li'],
  ],
  [
    'a reference with the day when it was read',
    `<p>A. Fjell. Of ships.<br>doi: ${link(1, 'https://arxiv.org/abs/2601.00001')}, accessed today.</p>`,
    ['2601.00001 | p'],
  ],
  [
    'an address in a sentence',
    `<p>We follow ${link(1, 'arxiv.org/abs/2601.00001')} here.</p>`,
    ['2601.00001 | a | prose'],
  ],
  ['the line with a title in bold', `<p><b>Ships</b> ${link(1)} <i>Sea</i></p>`, ['2601.00001 | p']],
  [
    'the outer and the inner entry',
    `<ul><li>T ${link(1)}<ul><li>${link(2)}</li></ul></li></ul>`,
    ['2601.00001 | #text a', '2601.00002 | li'],
  ],
])('the part about a paper is %s', async (_, html, expected) => {
  expect(await items(html)).toEqual(expected);
});
