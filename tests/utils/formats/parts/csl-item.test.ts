import { describe, expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { cslItem } from '@/utils/formats/parts/csl-item';
import type { ExportedPaper } from '@/utils/paper/schema';

const paper = (fields: Partial<ExportedPaper>) =>
  filePaper({ id: 'title:lanterns', identifiers: {}, ...fields });
const item = (fields: Partial<ExportedPaper>) => cslItem(paper(fields), 'berg2020lanterns');
const arxiv = { arxiv: '1706.03762' };

describe('kinds', () => {
  test.each<[string, Partial<ExportedPaper>, object]>([
    [
      'a preprint',
      { identifiers: arxiv, primaryClass: 'cs.CL', publishedAt: '2017-06-12' },
      {
        type: 'article',
        genre: 'preprint',
        publisher: 'arXiv',
        number: 'arXiv:1706.03762',
        DOI: '10.48550/arXiv.1706.03762',
        URL: 'https://arxiv.org/abs/1706.03762',
        issued: { 'date-parts': [[2017, 6, 12]] },
      },
    ],
    [
      'a preprint of before 2007',
      { identifiers: { arxiv: 'hep-th/9711200' } },
      {
        type: 'article',
        genre: 'preprint',
        publisher: 'arXiv',
        number: 'arXiv:hep-th/9711200',
        DOI: '10.48550/arXiv.hep-th/9711200',
        URL: 'https://arxiv.org/abs/hep-th/9711200',
      },
    ],
    [
      'a preprint of another server',
      { type: 'preprint', venue: 'bioRxiv', identifiers: { doi: '10.1101/2020.01.01.1' } },
      {
        type: 'article',
        genre: 'preprint',
        publisher: 'bioRxiv',
        DOI: '10.1101/2020.01.01.1',
        URL: 'https://doi.org/10.1101/2020.01.01.1',
      },
    ],
    [
      'a preprint that has appeared',
      { type: 'preprint', identifiers: arxiv, venue: 'NeurIPS 2017' },
      {
        type: 'paper-conference',
        'container-title': 'NeurIPS 2017',
        archive: 'arXiv',
        archive_location: '1706.03762',
        URL: 'https://arxiv.org/abs/1706.03762',
      },
    ],
    [
      'an article whose preprint has a DOI, too',
      { type: 'article', venue: 'Optics', identifiers: { doi: ['10.1101/1', '10.2345/b'] } },
      {
        type: 'article-journal',
        'container-title': 'Optics',
        DOI: '10.2345/b',
        URL: 'https://doi.org/10.1101/1',
      },
    ],
    [
      'an article',
      {
        type: 'article',
        venue: 'Optics',
        publisher: 'Lamp Press',
        ...{ volume: '3', issue: '4', pages: '12–19', issn: ['1234-5679', '2049-3630'] },
      },
      {
        type: 'article-journal',
        'container-title': 'Optics',
        publisher: 'Lamp Press',
        ...{ volume: '3', issue: '4', page: '12-19', ISSN: '1234-5679 2049-3630' },
      },
    ],
    ['a thesis', { type: 'thesis', organization: 'Harbour' }, { type: 'thesis', publisher: 'Harbour' }],
    [
      'a book in a series',
      { type: 'book', venue: 'Lamps', isbn: ['9780000000002'] },
      { type: 'book', 'collection-title': 'Lamps', ISBN: '9780000000002' },
    ],
    ['a dataset', { type: 'dataset', venue: 'Zenodo' }, { type: 'dataset', publisher: 'Zenodo' }],
    ['nothing known', {}, { type: 'document' }],
  ])('%s', (_, fields, expected) => {
    expect(item(fields)).toEqual({
      id: 'berg2020lanterns',
      'citation-key': 'berg2020lanterns',
      ...expected,
    });
  });
});

describe('names', () => {
  test.each([
    ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['Gemini Team and Google', { literal: 'Gemini Team and Google' }],
    ['张三', { literal: '张三' }],
    ['李 四', { family: '李', given: '四' }],
    ['Иван Иванов', { family: 'Иванов', given: 'Иван' }],
    ['Aristotle', { literal: 'Aristotle' }],
    ['\ud83d', { literal: '�' }],
  ])('%s', (name, parts) => {
    expect(item({ authors: [name], editors: [name] })).toMatchObject({ author: [parts], editor: [parts] });
  });

  test('only those that are known', () => {
    expect(item({ authorCount: 12 })).not.toHaveProperty('author');
    expect(item({ authors: ['\u202e'] })).not.toHaveProperty('author');
  });
});

describe('texts', () => {
  test.each<[string, Partial<ExportedPaper>, object]>([
    [
      'acronyms',
      { title: 'BERT: Pre-training, mRNA and GPT-4' },
      { title: 'BERT: Pre-training, mRNA and GPT-4' },
    ],
    ['braces of a source', { title: '{S}trange {BERT}' }, { title: 'Strange BERT' }],
    ['math', { title: 'Bounds of $O(n^2)$ and α for $5' }, { title: 'Bounds of O(n²) and α for $5' }],
    [
      'specials',
      { title: String.raw`100% of H&M, C# _x {b} ~ \ ^ "q"` },
      { title: String.raw`100% of H&M, C# _x {b} ~ \ ^ "q"` },
    ],
    [
      'a long abstract',
      { abstract: 'One <b>line</b>,\n\n100%<br>and\nmore.' },
      { abstract: 'One line, 100% and more.' },
    ],
    ['tags', { tags: ['to read', 'a,b', ','] }, { keyword: 'to read, a b' }],
    ['a note', { note: '# Good\n\n- *really*' }, { note: '# Good\n\n- *really*' }],
  ])('%s', (_, fields, expected) => {
    expect(item(fields)).toMatchObject(expected);
  });

  test.each([
    ['2023', [2023]],
    ['2023-01', [2023, 1]],
    ['2023-01-05', [2023, 1, 5]],
  ])('of a day only what is known: %s', (publishedAt, parts) => {
    expect(item({ publishedAt }).issued).toEqual({ 'date-parts': [parts] });
  });

  test('a paper without a key goes by its id', () => {
    expect(cslItem(paper({ title: 'Lanterns' }), '')).toEqual({
      id: 'title:lanterns',
      type: 'document',
      title: 'Lanterns',
    });
  });
});
