import { describe, expect, test } from 'vitest';
import { asMarkdownLink, asPlainText } from '@/components/paper/cite';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const paper = (fields: Partial<Paper>) => storedPaper({ id: 'a:1', title: 'Lanterns', ...fields });

describe('plain text', () => {
  test.each<[string, Partial<Paper>, string]>([
    ['only a title', {}, 'Lanterns.'],
    ['a title that ends with a full stop', { title: 'Lanterns.' }, 'Lanterns.'],
    ['a title that asks', { title: 'Lanterns?', venue: 'Optics' }, 'Lanterns?. Optics.'],
    ['three authors', { authors: ['A. One', 'B. Two', 'C. Three'] }, 'A. One, B. Two, C. Three. Lanterns.'],
    ['four authors', { authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'] }, 'A. One et al. Lanterns.'],
    ['a day', { publishedAt: '2026-09-28' }, '(2026). Lanterns.'],
    ['a year and an author', { authors: ['Ada'], publishedAt: '2026' }, 'Ada (2026). Lanterns.'],
    ['TeX', { title: String.raw`Sorting in $\mathcal{O}(n^2)$` }, 'Sorting in O(n²).'],
    [
      'all of it',
      { authors: ['Ada'], publishedAt: '2026-09', venue: 'Optics Letters', identifiers: { doi: '10.1/a' } },
      'Ada (2026). Lanterns. Optics Letters. https://doi.org/10.1/a',
    ],
  ])('of %s', (_, fields, text) => {
    expect(asPlainText(paper(fields))).toBe(text);
  });
});

describe('the address', () => {
  const linkOf = (fields: Partial<Paper>) => /\((.*)\)$/.exec(asMarkdownLink(paper(fields)))?.[1];

  test.each<[string, Partial<Paper>, string | undefined]>([
    [
      'is arXiv’s before a DOI',
      { identifiers: { doi: '10.1/a', arxiv: '2609.00001' } },
      'https://arxiv.org/abs/2609.00001',
    ],
    [
      'is the DOI’s before the site’s',
      { identifiers: { doi: '10.1/a' }, url: 'https://a.example/' },
      'https://doi.org/10.1/a',
    ],
    ['is the site’s', { url: 'https://a.example/x', code: 'https://code.example/' }, 'https://a.example/x'],
    ['may be that of a PDF', { url: 'https://a.example/x.pdf' }, 'https://a.example/x.pdf'],
    ['is not that of its code', { code: 'https://code.example/' }, undefined],
  ])('%s', (_, fields, expected) => {
    expect(linkOf(fields)).toBe(expected);
  });

  test('has parentheses and spaces that do not end the link', () => {
    expect(asMarkdownLink(paper({ url: 'https://a.example/x_(y) z' }))).toBe(
      '[Lanterns](https://a.example/x_%28y%29%20z)',
    );
  });
});

describe('a Markdown link', () => {
  test.each([
    ['brackets', 'Lanterns [v2]', String.raw`Lanterns \[v2\]`],
    ['stars and lines', 'A* and snake_case', String.raw`A\* and snake\_case`],
    ['code', 'The `map`', 'The \\`map\\`'],
    ['HTML', '<img src=x>', String.raw`\<img src=x\>`],
    ['a backslash', String.raw`a\]b`, String.raw`a\\\]b`],
    ['parentheses', 'Lanterns (extended)', 'Lanterns (extended)'],
  ])('keeps %s of a title as they are', (_, title, escaped) => {
    expect(asMarkdownLink(paper({ title, url: 'https://a.example/' }))).toBe(
      `[${escaped}](https://a.example/)`,
    );
  });

  test('is the title alone without an address', () => {
    expect(asMarkdownLink(paper({ title: 'A*' }))).toBe(String.raw`A\*`);
  });
});
