// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { shownFront } from '@/utils/reading/metadata/shown-front';
import { parse } from '../sites/read-fixture';

const NAMES = '<p>Pia Holm, Ole Rask</p>';
const read = (name: string, html: string, known?: string) => {
  const page = parse(`<html><head><title>${name}</title></head><body>${html}</body></html>`);
  const { title, authors } = shownFront(page, known, ['Quay Press', 'quay.example']);
  return { title, authors };
};

describe('a title that the head does not state', () => {
  test.each([
    ['the page’s name', 'Of piers in the rain', `<h1>Of piers in the rain</h1>${NAMES}`],
    ['a part of it', 'Of piers in the rain | Quay Letters', `<h2>Of piers in the rain</h2>${NAMES}`],
    [
      'a part that is no heading',
      'Of piers in the rain - quay/001',
      `<p><b><a href="x.pdf">Of piers in the rain</a></b></p>${NAMES}`,
    ],
    ['a part of it on two lines', 'Quay: Of piers in the rain', `<h1>Of piers<br>in the rain</h1>${NAMES}`],
    [
      'the longer part',
      'Of piers in the rain - The Quay',
      `<h1>The Quay</h1><p>Of piers in the rain</p>${NAMES}`,
    ],
    ['a name that is cut', 'Of piers in the…', `<h1>Of piers in the rain</h1>${NAMES}`],
    ['with a number before it', '[2601.00001] Of piers in the rain', `<h1>Of piers in the rain</h1>${NAMES}`],
    ['the only first heading', 'x', `<h1>Of piers in the rain</h1>${NAMES}`],
    [
      'no menu above it',
      'Of piers in the rain - Quay Press',
      `<div>Quay Press</div><h1>Of piers in the rain</h1>${NAMES}`,
    ],
    ['with a dash of its own', 'Piers - and the rain - Quay Press', `<h1>Piers - and the rain</h1>${NAMES}`],
  ])('is %s', (_, name, html) => {
    const { title, authors } = read(name, html);
    expect([title, authors]).toEqual([
      html.includes('Piers -') ? 'Piers - and the rain' : 'Of piers in the rain',
      ['Pia Holm', 'Ole Rask'],
    ]);
  });

  test.each([
    ['the name of the site', 'Quay Press', '<h1>Quay Press</h1>'],
    ['one of several headings', 'x', '<h1>Of piers in the rain</h1><h1>Of boats in the snow</h1>'],
    ['a name that is not shown', 'Of piers in the rain', '<p>Nothing here.</p>'],
    ['the names of people', 'Pia Holm, Ole Rask', '<h1>Pia Holm, Ole Rask</h1>'],
  ])('is not %s', (_, name, html) => {
    expect(read(name, html).title).toBeUndefined();
  });

  test('keeps its raised letters, and a formula once', () => {
    const formula =
      '<span class="katex"><span><math><mi>k</mi></math></span><span aria-hidden="true">k</span></span>';
    const html = `<h1>Of piers in CO<sup>2</sup> and ${formula}</h1>${NAMES}`;
    expect(read('x', html).title).toBe('Of piers in CO2 and k');
  });
});

describe('names', () => {
  test.each([
    ['below the title', `<h1>Of piers in the rain</h1>${NAMES}`],
    [
      'below the title, not below the way to it',
      `<p>Of piers in the rain</p><p>About us</p><h1>Of piers in the rain</h1>${NAMES}`,
    ],
    ['below a title that has more behind it', `<h1>Of piers in the rain [PDF]</h1>${NAMES}`],
  ])('stand %s', (_, html) => {
    expect(read('x', html, 'Of piers in the rain').authors).toEqual(['Pia Holm', 'Ole Rask']);
  });

  test.each([
    ['behind the abstract', `<h1>Of piers in the rain</h1><h2>Abstract</h2>${NAMES}`],
    [
      'behind the text',
      `<h1>Of piers in the rain</h1><p>${'It rained on the pier. '.repeat(20)}</p>${NAMES}`,
    ],
    ['where the title is not shown', NAMES],
  ])('are not read %s', (_, html) => {
    expect(read('x', html, 'Of piers in the rain').authors).toBeUndefined();
  });
});
