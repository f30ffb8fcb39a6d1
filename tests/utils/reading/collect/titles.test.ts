// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { itemsOf } from '@/utils/reading/collect/items';
import { titleOf } from '@/utils/reading/collect/titles';
import { lookThrough } from '@/utils/reading/collect/walk';
import { parse } from '../sites/read-fixture';

const link = (text = 'pdf', id = 1) => `<a href="https://arxiv.org/abs/2601.0000${id}">${text}</a>`;

test.each([
  ['a heading in a link', link('<h4>SailBench</h4><div>Paper • Jan 4</div>'), 'SailBench'],
  ['what is marked as title', `<div><span class="paper-title">Of Ships</span> ${link()}</div>`, 'Of Ships'],
  [
    'no subtitle',
    `<li><span class="subtitle">Of All Ships</span>, ${link('Of Words and Ships')}</li>`,
    'Of Words and Ships',
  ],
  ['the heading of a card', `<article><h3>Ships</h3><p>${link()}</p></article>`, 'Ships'],
  [
    'the column of titles',
    `<table><tr><th>Authors<th>Title</tr><tr><td>Ada<td>Ships<td>${link()}</tr></table>`,
    'Ships',
  ],
  [
    'the line before',
    `<div><p class="title">Of Ships at Sea</p><p>${link()}</p><p class="title">Of Nets</p><p>${link('pdf', 2)}</p></div>`,
    'Of Ships at Sea',
  ],
  [
    'what is quoted before its link',
    `<p>We read “Of Ships at Sea” (${link()}) and liked it.</p>`,
    'Of Ships at Sea',
  ],
  ['a short name in a link', `<li>${link('SailBench')}</li>`, 'SailBench'],
  [
    'italics behind names',
    `<li>A. Fjell, B. Sund. <i>Of ships at sea</i>. ${link()}</li>`,
    'Of ships at sea',
  ],
  [
    'a formula once, in a link',
    `<li>${link('Of <span class="katex"><span><math><mi>k</mi><annotation encoding="application/x-tex">k</annotation></math></span><span aria-hidden="true">k</span></span> ships at sea')}</li>`,
    'Of k ships at sea',
  ],
  [
    'a formula once, in bold',
    `<li><b>Of <math><mi>k</mi><annotation encoding="application/x-tex">k_1</annotation></math> ships at sea</b> ${link()}</li>`,
    'Of k ships at sea',
  ],
  [
    'a formula once, in a heading',
    `<div><h3>Of <i>k</i> ships, <math><mi>k</mi></math> <b>seas</b></h3>${link()}</div>`,
    'Of k ships, k seas',
  ],
  [
    'a short name before a dash, not what is said of it',
    `<table><tr><th>Paper</th><th>Links</th></tr><tr><td>1) <b>SailBERT</b> - a model of sails at sea</td><td>${link()}</td></tr></table>`,
    'SailBERT',
  ],
  [
    'a short name in bold in an entry',
    `<li><strong>SailNet</strong> – nets for sails ${link()}</li>`,
    'SailNet',
  ],
  [
    'what is bold behind the only author',
    `<li>Fjell AB. <b>Of ships at sea.</b> <i>J Ship</i>. ${link()}</li>`,
    'Of ships at sea',
  ],
  ['no venue behind it in a link', `<li>${link('Of ships at sea. arXiv e-prints')}</li>`, 'Of ships at sea'],
  ['no bold part of a title', `<li>Of All <b>Ships</b> - And Seas ${link()}</li>`, 'Of All Ships'],
  ['no bold name of an author', `<li><b>A. Fjell</b> - ${link()}</li>`, undefined],
  ['no author beside it', `<li>${link()} <a href="/people/ada">Ada Fjell</a></li>`, undefined],
  ['no subject of a section', `<h2>Ships</h2><p>${link()}</p>`, undefined],
  [
    'a title that begins like a section',
    `<li>${link('Code Generation with Sails')}</li>`,
    'Code Generation with Sails',
  ],
])('a title is %s', async (_, html, title) => {
  const outline = await lookThrough(parse(html), new URL('https://example.org/'), async () => {});
  const [item] = itemsOf(outline);
  expect(item && titleOf(item, outline.parts)).toBe(title);
});
