// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { abstractIn, authorsIn, linkedCode } from '@/utils/reading/collect/words';
import { parse } from '../sites/read-fixture';

const LONG =
  `We ask what ships know. ${'They know this and that, and they forget it again. '.repeat(5)}`.trim();
const item = (html: string, prose = false) => ({
  mentions: [],
  nodes: [...parse(html).body.children],
  prose,
  free: false,
});

test.each([
  ['a long paragraph', `<p>${LONG}</p>`, LONG],
  ['what calls itself one', `<div><p>${LONG} ${LONG}</p><p>Abstract: ${LONG}</p></div>`, LONG],
  ['what is marked', `<p>${LONG} ${LONG}</p><p class="summary">${LONG}</p>`, LONG],
  ['no short one', '<p>We ask what ships know.</p>', undefined],
  ['not the end of a sentence', `<p>, but ${LONG}</p>`, undefined],
  ['no reference to copy', `<div>Fjell, A., Sund, B.: Of ships at sea. ${LONG}</div>`, undefined],
  [
    'no other reference to copy',
    `<div>Ada Fjell and Bo Sund (2020). Of ships at sea. ${LONG}</div>`,
    undefined,
  ],
  [
    'what begins with names',
    `<p>Ada Fjell and Bo Sund went to sea. ${LONG}</p>`,
    `Ada Fjell and Bo Sund went to sea. ${LONG}`,
  ],
  ['no text of a script', `<p>${LONG}<script>go("${LONG}")</script></p>`, LONG],
  ['no summary by machine', `<p class="tldr-abstract">${LONG}</p>`, undefined],
])('an abstract is %s', (_, html, expected) => {
  expect(abstractIn(item(html))).toBe(expected);
  expect(abstractIn(item(html, true))).toBeUndefined();
});

test.each([
  ['with the title in it', `<p>News: Of Ships at Sea, and Back is out. ${LONG}</p>`, undefined],
  ['beside it', `<h3>Of Ships at Sea, and Back</h3><p>${LONG}</p>`, LONG],
  [
    'labelled with the title in it',
    `<p>Abstract: Of ships at sea, and back. ${LONG}</p>`,
    `Of ships at sea, and back. ${LONG}`,
  ],
])('a text %s', (_, html, expected) => {
  expect(abstractIn(item(html), 'Of Ships at Sea, and Back')).toBe(expected);
});

test('a piece of the sentence with the link is no abstract', () => {
  const [paragraph] = parse(`<p>There is <a href="#">one</a> <span>${LONG}</span></p>`).body.children;
  const element = paragraph?.querySelector('a') as Element;
  const nodes = paragraph ? [paragraph] : [];
  const mentions = [{ element, identifiers: {}, href: '#' }];
  expect(abstractIn({ mentions, nodes, prose: false, free: false })).toBeUndefined();
  expect(abstractIn({ mentions: [], nodes, prose: false, free: false })).toContain(LONG);
});

test.each([
  ['<p class="authors"><a>Ada Fjell</a>, <a>Bo Sund</a></p>', ['Ada Fjell', 'Bo Sund']],
  ['<span><span class="authors">Ada Fjell,&nbsp;Bo Sund</span></span>', ['Ada Fjell', 'Bo Sund']],
  ['<div><a class="author">Ada Fjell</a><a class="author">Bo Sund</a></div>', ['Ada Fjell', 'Bo Sund']],
  [
    '<p><a class="author">Ada Fjell</a>, <a class="author">Bo Sund</a>: <a href="https://arxiv.org/abs/2601.00001">A Study of Fish</a> <a>slides</a></p>',
    ['Ada Fjell', 'Bo Sund'],
  ],
  ['<p>Authors: Ada Fjell, Bo Sund</p>', ['Ada Fjell', 'Bo Sund']],
  ['<p><span class="authors">3 authors and more of them</span></p>', undefined],
])('authors in %s', (html, expected) => {
  expect(authorsIn(item(`<div>${html}</div>`))).toEqual(expected);
});

test.each([
  ['before it', '<li>A. Fjell, B. Sund. Of ships at sea. Rope 3.</li>', ['A. Fjell', 'B. Sund']],
  ['turned', '<li>Fjell, Ada and Sund, Bo, “Of ships at sea,” Rope</li>', ['Ada Fjell', 'Bo Sund']],
  [
    'in the line below',
    '<div><h3>Of ships at sea</h3><p>Ada Fjell, Bo Sund</p><p>Rope</p></div>',
    ['Ada Fjell', 'Bo Sund'],
  ],
  [
    'in the line above',
    '<div><p>Ada Fjell, Bo Sund</p><p>Of ships at sea</p></div>',
    ['Ada Fjell', 'Bo Sund'],
  ],
  ['not further down', '<div><h3>Of ships at sea</h3><p>Rope</p><p>Ada Fjell, Bo Sund</p></div>', undefined],
  ['not of one below, who may be a place', '<div><h3>Of ships at sea</h3><p>North Quay</p></div>', undefined],
])('authors beside a title are read %s', (_, html, expected) => {
  expect(authorsIn(item(html), 'Of ships at sea')).toEqual(expected);
});

test.each([
  [
    'https://example.org/',
    '<a href="https://github.com/fjell/floats">x y z</a>',
    'https://github.com/fjell/floats',
  ],
  ['https://example.org/', '<a href="https://github.com/fjell">x</a>', undefined],
  [
    'https://github.com/a/b',
    '<a href="https://github.com/fjell/floats">code</a>',
    'https://github.com/fjell/floats',
  ],
  ['https://github.com/a/b', '<a href="https://github.com/a/b">code</a>', undefined],
  ['https://github.com/a/b', '<a href="https://github.com/fjell/floats">Floating Things</a>', undefined],
])('on %s code is linked by %s', (url, html, expected) => {
  expect(linkedCode(item(`<div>${html}</div>`), new URL(url))).toBe(expected);
});
