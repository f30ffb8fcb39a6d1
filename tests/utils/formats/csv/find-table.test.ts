import { expect, test } from 'vitest';
import { findTable, withColumns } from '@/utils/formats/csv/find-table';

test('a table has its headings, and what parts its cells', () => {
  expect(findTable('My papers\n\nTitle;DOI;Mine\nA;10.1000/a;x\n', false)).toEqual({
    delimiter: ';',
    headings: ['Title', 'DOI', 'Mine'],
    fields: ['title', 'doi', 'none'],
    headLine: 3,
    width: 3,
  });
});

test('most rows have more cells than there are headings', () => {
  expect(findTable('Title,DOI\nA,10.1000/a,x\nB,10.1000/b,y\n', false)).toMatchObject({
    headings: ['Title', 'DOI', '3'],
    width: 3,
  });
});

test('one heading is enough only for what is sure to be a table', () => {
  expect(findTable('Title\nA\n', false)).toBeUndefined();
  expect(findTable('Title\nA\n', true)?.fields).toEqual(['title']);
});

test('what the person says of a column counts', () => {
  const table = findTable('Title,X\nA,B\n', true);
  expect(table && withColumns(table, { X: 'note', Y: 'title' }).fields).toEqual(['title', 'note']);
  expect(table && withColumns(table, undefined).fields).toEqual(['title', 'none']);
});
