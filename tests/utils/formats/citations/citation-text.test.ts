// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { plainText, richText } from '@/utils/formats/citations/citation-text';

const HOSTILE = [
  { text: '<img src=x onerror="a()">  & ' },
  { text: '</i><script>\ud800', italic: true as const },
];

test('plain text is on one line', () => {
  expect(plainText([{ text: ' a  b\n' }, { text: 'c', italic: true }])).toBe('a b c');
});

test('in HTML everything but italics is text', () => {
  expect(richText([{ text: 'a ' }, { text: 'b', italic: true }])).toBe('a <i>b</i>');
  const html = richText(HOSTILE);
  expect(html).toBe('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; <i>&lt;/i&gt;&lt;script&gt;\ufffd</i>');
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['i']);
  expect(body.textContent).toBe(plainText(HOSTILE).toWellFormed());
});
