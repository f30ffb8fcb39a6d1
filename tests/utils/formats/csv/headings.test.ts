import { expect, test } from 'vitest';
import { fieldsOf } from '@/utils/formats/csv/headings';

test.each([
  ['Title', 'title'],
  [' document_title ', 'title'],
  ['Author(s)', 'authors'],
  ['Author/s', 'authors'],
  ['Author(s) ID', 'none'],
  ['Journal/Book', 'venue'],
  ['Publication Year', 'date'],
  ['arXiv ID', 'arxiv'],
  ['# DOI', 'doi'],
  ['Año', 'date'],
  ['标题', 'title'],
  ['TI', 'title'],
  ['ti', 'none'],
  ['Key', 'none'],
  ['Citation Key', 'key'],
  ['Series Title', 'none'],
  ['constructor', 'none'],
  ['{"title"', 'none'],
  ['<title>', 'none'],
  ['', 'none'],
])('%j is %s', (heading, field) => {
  expect(fieldsOf([heading])).toEqual([field]);
});

test('Zotero has its own', () => {
  const rest = ['Item Type', 'Manual Tags', 'Automatic Tags'];
  expect(fieldsOf(['Key', 'Type', 'Notes', 'Extra', ...rest]).slice(0, 4)).toEqual([
    'none',
    'none',
    'childNotes',
    'extra',
  ]);
  expect(fieldsOf(['Type', 'Notes', 'Extra'])).toEqual(['type', 'note', 'none']);
});
