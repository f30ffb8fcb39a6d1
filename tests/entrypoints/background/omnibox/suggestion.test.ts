// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestionOf } from '@/entrypoints/background/omnibox/suggestion';
import { storedPaper as paper } from '@/tests/storage/papers';
import { xmlCharacters } from '@/utils/text/xml';

const OURS = { place: 'chrome-extension://offprint/library.html#/paper/x', untitled: 'Title missing' };
const SALT = paper({
  id: 'arxiv:2609.00002',
  title: 'Salt & <silence>',
  authors: ['Ada Author', 'Ben Writer'],
  publishedAt: '2026-09-03',
  url: 'https://arxiv.org/abs/2609.00002',
});
const terms = new Set(['silence']);

describe('in Chromium', () => {
  test('is XML, with what matched marked', () => {
    expect(suggestionOf({ paper: SALT, terms }, 'xml', OURS)).toEqual({
      content: 'https://arxiv.org/abs/2609.00002',
      description: 'Salt &amp; &lt;<match>silence</match>&gt; <dim>– Ada Author …, 2026</dim>',
    });
  });

  test('parses whatever papers are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string({ maxLength: 40 }),
        (title, author) => {
          const named = paper({ ...SALT, title, authors: [author] });
          const { description } = suggestionOf({ paper: named, terms: new Set(['a']) }, 'xml', OURS);
          const { documentElement } = new DOMParser().parseFromString(`<d>${description}</d>`, 'text/xml');
          expect(documentElement.querySelector('parsererror')).toBeNull();
          const parts = [...documentElement.children].map(({ localName }) => localName);
          expect(parts.every((name) => name === 'match' || name === 'dim')).toBe(true);
          expect(documentElement.textContent?.startsWith(xmlCharacters(title))).toBe(true);
        },
      ),
    );
  });
});

test('in Firefox is the plain text', () => {
  expect(suggestionOf({ paper: SALT, terms }, 'plain', OURS).description).toBe(
    'Salt & <silence> – Ada Author …, 2026',
  );
});

test.each([
  ['one author', { authors: ['Ada Author'] }, 'Salt & <silence> – Ada Author, 2026'],
  ['no author', { authors: [] }, 'Salt & <silence> – 2026'],
  ['no year', { publishedAt: undefined }, 'Salt & <silence> – Ada Author …'],
  ['neither', { authors: [], publishedAt: undefined }, 'Salt & <silence>'],
  ['no title', { title: undefined }, 'Title missing – Ada Author …, 2026'],
])('with %s', (_, changes, description) => {
  const { publishedAt, title, ...rest } = { ...SALT, ...changes };
  const other = { ...rest, ...(publishedAt && { publishedAt }), ...(title && { title }) } as typeof SALT;
  expect(suggestionOf({ paper: other, terms }, 'plain', OURS).description).toBe(description);
});

test('a paper without an address leads to its page', () => {
  const { url: _, ...placeless } = SALT;
  expect(suggestionOf({ paper: placeless, terms }, 'xml', OURS).content).toBe(OURS.place);
});

test('long titles are cut', () => {
  const long = paper({ ...SALT, title: 'salt '.repeat(400) });
  expect(suggestionOf({ paper: long, terms }, 'plain', OURS).description.length).toBeLessThan(220);
});
