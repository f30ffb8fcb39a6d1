import { expect, test } from 'vitest';
import { entryTypeOf, institutionOf, placeOf } from '@/utils/formats/bibtex/entry-types';
import type { ExportedPaper } from '@/utils/paper/schema';
import { entryOf } from './sample-papers';

test.each<[Partial<ExportedPaper>, string, string]>([
  [{ identifiers: { arxiv: '1706.03762' } }, 'misc', 'online'],
  [{ identifiers: { arxiv: '1706.03762' }, venue: 'NeurIPS 2017' }, 'inproceedings', 'inproceedings'],
  [{ type: 'preprint', venue: 'Journal of Lamps' }, 'article', 'article'],
  [{ type: 'article', venue: 'arXiv' }, 'misc', 'misc'],
  [{ type: 'article' }, 'misc', 'misc'],
  [{ type: 'conference', venue: 'Lamps' }, 'inproceedings', 'inproceedings'],
  [{ type: 'conference' }, 'misc', 'misc'],
  [{ type: 'chapter', venue: 'Lamps' }, 'incollection', 'inbook'],
  [{ type: 'chapter', venue: 'Lamps', editors: ['Ada'] }, 'incollection', 'incollection'],
  [{ type: 'chapter' }, 'misc', 'misc'],
  [{ type: 'book', publisher: 'Lamp', authors: ['Ada'] }, 'book', 'book'],
  [{ type: 'book', publisher: 'Lamp', editors: ['Ada'] }, 'book', 'collection'],
  [{ type: 'book' }, 'booklet', 'misc'],
  [{ type: 'thesis', publisher: 'University' }, 'phdthesis', 'thesis'],
  [{ type: 'thesis' }, 'misc', 'misc'],
  [{ type: 'report', organization: 'Lamp' }, 'techreport', 'report'],
  [{ type: 'report' }, 'misc', 'misc'],
  [{ type: 'dataset' }, 'misc', 'dataset'],
  [{ type: 'software' }, 'misc', 'software'],
  [{}, 'misc', 'misc'],
])('%o is %s and %s', (fields, bibtex, biblatex) => {
  const { paper } = entryOf('key', fields);
  expect(entryTypeOf(paper, 'bibtex').type).toBe(bibtex);
  expect(entryTypeOf(paper, 'biblatex').type).toBe(biblatex);
});

test('BibTeX wants no editor beside the author of a book', () => {
  const { paper } = entryOf('key', { type: 'book', publisher: 'Lamp', authors: ['Ada'], editors: ['Bo'] });
  expect(entryTypeOf(paper, 'bibtex').fields).not.toContain('editor');
  expect(entryTypeOf({ ...paper, authors: [] }, 'bibtex').fields).toContain('editor');
  expect(entryTypeOf(paper, 'biblatex').fields).toContain('editor');
});

test('a server of preprints is no place where papers appear', () => {
  expect(placeOf(entryOf('key', { venue: 'bioRxiv' }).paper)).toBeUndefined();
  expect(placeOf(entryOf('key', { venue: 'Nature' }).paper)).toBe('Nature');
});

test('an institution is the one that is named first', () => {
  expect(institutionOf(entryOf('key', { publisher: 'P', venue: 'V' }).paper)).toBe('P');
});
