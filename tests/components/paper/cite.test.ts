import { describe, expect, test } from 'vitest';
import { asBibtex, asCitation, asLatex, asMarkdownLink } from '@/components/paper/cite';
import { giveCitationKeys } from '@/storage/citation-keys';
import { saveCards } from '@/storage/commands';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { CHOICES } from '@/utils/options';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';
import type { Paper } from '@/utils/paper/schema';

const paper = (fields: Partial<Paper>) => storedPaper({ id: 'a:1', title: 'Lanterns', ...fields });

describe('a citation', () => {
  const cited = paper({ authors: ['Ada Berg'], publishedAt: '2026', venue: 'Optics', type: 'article' });

  test.each(CHOICES.citationStyle)('in the style %s has text and HTML', async (style) => {
    const { text, html } = await asCitation(cited, style);
    expect(text).toContain('Lanterns');
    expect(text).toContain('Berg');
    expect(html.replace(/<\/?i>/g, '')).toBe(text);
  });

  test('of a title that looks like HTML is text', async () => {
    const { html } = await asCitation(paper({ title: '<img src=x>' }), 'apa');
    expect(html).not.toContain('<img');
  });
});

test('BibTeX and the command of LaTeX have the key that was given', async () => {
  const db = openDatabase();
  await saveCards(
    db,
    [card({ identifiers: { arxiv: '2609.00001' }, title: 'Salt', authors: ['Ada Berg'] })],
    at(0),
  );
  await giveCitationKeys(db, undefined, KEY_PATTERN, at(1));
  expect(await asLatex(db, 'arxiv:2609.00001')).toBe('\\cite{bergsalt}');
  expect(await asBibtex(db, 'arxiv:2609.00001')).toMatch(/^@misc\{bergsalt,\n/);
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
