import { describe, expect, test } from 'vitest';
import {
  addressFields,
  dateFields,
  type Field,
  headFields,
  readingFields,
  type Style,
  typeField,
} from '@/utils/formats/bibtex/entry-fields';
import type { TypeField } from '@/utils/formats/bibtex/entry-types';
import type { ExportedPaper } from '@/utils/paper/schema';
import { entryOf } from './sample-papers';

const BIBTEX: Style = { dialect: 'bibtex', ascii: false };
const BIBLATEX: Style = { dialect: 'biblatex', ascii: false };

const paper = (fields: Partial<ExportedPaper>) => entryOf('key', fields).paper;
const known = (fields: readonly Field[]) =>
  Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== ''));

describe('dates', () => {
  test.each([
    ['2023', { year: '{2023}' }, { date: '{2023}' }],
    ['2023-01', { year: '{2023}', month: 'jan' }, { date: '{2023-01}' }],
    ['2023-12-05', { year: '{2023}', month: 'dec' }, { date: '{2023-12-05}' }],
    [undefined, {}, {}],
  ])('%s', (publishedAt, bibtex, biblatex) => {
    const dated = paper(publishedAt ? { publishedAt } : {});
    expect(known(dateFields(dated, BIBTEX))).toEqual(bibtex);
    expect(known(dateFields(dated, BIBLATEX))).toEqual(biblatex);
  });
});

describe('addresses', () => {
  test.each<[string, Partial<ExportedPaper>, Record<string, string>]>([
    [
      'a preprint of arXiv',
      { identifiers: { arxiv: '1706.03762' }, primaryClass: 'cs.CL' },
      {
        doi: '{10.48550/arXiv.1706.03762}',
        url: '{https://arxiv.org/abs/1706.03762}',
        eprint: '{1706.03762}',
        archiveprefix: '{arXiv}',
        primaryclass: '{cs.CL}',
      },
    ],
    [
      'an old one has its archive in the id',
      { identifiers: { arxiv: 'hep-th/9711200' }, primaryClass: 'hep-th' },
      {
        doi: '{10.48550/arXiv.hep-th/9711200}',
        url: '{https://arxiv.org/abs/hep-th/9711200}',
        eprint: '{hep-th/9711200}',
        archiveprefix: '{arXiv}',
      },
    ],
    [
      'published since: its own DOI, and where it can be read',
      {
        identifiers: { arxiv: '1706.03762', doi: ['10.1101/2020.1', '10.2000/x_y%'] },
        venue: 'Nature',
        type: 'article',
      },
      {
        doi: '{10.2000/x_y%}',
        url: '{https://arxiv.org/abs/1706.03762}',
        eprint: '{1706.03762}',
        archiveprefix: '{arXiv}',
      },
    ],
    [
      'a DOI is address enough, and verbatim',
      {
        identifiers: { doi: '10.1007/978-3-642-15618-2_19' },
        url: 'https://doi.org/10.1007/978-3-642-15618-2_19',
      },
      { doi: '{10.1007/978-3-642-15618-2_19}' },
    ],
    [
      'braces would break an entry',
      { identifiers: { doi: '10.1/a{b\\c' }, url: 'https://a.example/_%~#&{}' },
      { doi: '{10.1/a%7Bb%5Cc}' },
    ],
    ['an address', { url: 'https://a.example/_%~#&{}' }, { url: '{https://a.example/_%~#&%7B%7D}' }],
    ['nothing', {}, {}],
  ])('%s', (_, fields, expected) => {
    expect(known(addressFields(paper(fields), BIBTEX))).toEqual(expected);
  });

  test('BibLaTeX has other names for the archive', () => {
    const preprint = paper({ identifiers: { arxiv: '1706.03762' }, primaryClass: 'cs.CL' });
    expect(known(addressFields(preprint, BIBLATEX))).toMatchObject({
      eprinttype: '{arxiv}',
      eprintclass: '{cs.CL}',
    });
  });
});

describe('fields of some types', () => {
  test.each<[TypeField, Partial<ExportedPaper>, string | undefined, string | undefined]>([
    ['pages', { pages: '1-9' }, '{1--9}', '{1--9}'],
    ['pages', { pages: '1–9' }, '{1--9}', '{1--9}'],
    ['pages', { pages: '1--9' }, '{1--9}', '{1--9}'],
    ['pages', { pages: '3-1 – 3-20' }, '{3-1--3-20}', '{3-1--3-20}'],
    ['pages', { pages: 'e17' }, '{e17}', '{e17}'],
    ['number', { issue: '3-4' }, '{3-4}', '{3-4}'],
    ['number', { issue: 'Spring' }, '{Spring}', undefined],
    ['issue', { issue: 'Spring' }, '{Spring}', '{Spring}'],
    ['issue', { issue: '3' }, undefined, undefined],
    ['publisher', { publisher: 'Wick and Sons' }, '{{Wick and Sons}}', '{{Wick and Sons}}'],
    ['publisher', { publisher: 'Lamp & Wick' }, String.raw`{Lamp \& Wick}`, String.raw`{Lamp \& Wick}`],
    ['journal', { venue: 'Nature' }, '{Nature}', '{Nature}'],
    ['howpublished', { venue: 'bioRxiv' }, '{bioRxiv}', '{bioRxiv}'],
    ['howpublished', { venue: 'arXiv', identifiers: { arxiv: '1706.03762' } }, undefined, undefined],
    ['isbn', { isbn: ['x', '978-0-306-40615-7'] }, '{978-0-306-40615-7}', '{978-0-306-40615-7}'],
    ['issn', { issn: ['2049-3631'] }, undefined, undefined],
    ['editor', { editors: ['Ada Lamp', 'Bo Wick'] }, '{Lamp, Ada and Wick, Bo}', '{Lamp, Ada and Wick, Bo}'],
    ['type', { type: 'thesis' }, '{Thesis}', '{Thesis}'],
    ['school', { publisher: 'ETH' }, '{ETH}', '{ETH}'],
  ])('%s of %o', (name, fields, bibtex, biblatex) => {
    expect(typeField(name, paper(fields), BIBTEX)).toEqual([name, bibtex]);
    expect(typeField(name, paper(fields), BIBLATEX)).toEqual([name, biblatex]);
  });
});

test('without title or authors there are no such fields', () => {
  expect(known(headFields(paper({}), BIBTEX))).toEqual({});
  expect(known(headFields(paper({ authors: [], authorCount: 12 }), BIBTEX))).toEqual({});
});

test('of 12 authors one is known', () => {
  expect(known(headFields(paper({ authors: ['Ada Lamp'], authorCount: 12 }), BIBTEX))).toEqual({
    author: '{Lamp, Ada and others}',
  });
});

test('abstract, tags and note', () => {
  expect(
    known(
      readingFields(
        paper({
          abstract: 'One.\n\nTwo <b>50%</b>',
          tags: ['to read', 'a;b', 'x/y', '#1984', 'm, n'],
          note: '*mine*\n& his',
        }),
        BIBTEX,
      ),
    ),
  ).toEqual({
    abstract: String.raw`{One. Two 50\%}`,
    keywords: String.raw`{to read, a b, x/y, \#1984, m n}`,
    annotation: '{*mine*\n\\& his}',
  });
  expect(known(readingFields(paper({}), BIBTEX))).toEqual({});
});
