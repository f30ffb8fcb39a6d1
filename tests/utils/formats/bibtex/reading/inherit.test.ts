import { expect, test } from 'vitest';
import { Inheritance } from '@/utils/formats/bibtex/reading/inherit';
import type { RawEntry } from '@/utils/formats/bibtex/reading/scan-entry';

function fieldsOf(entries: [kind: string, key: string, fields: Record<string, string>][]): object[] {
  const raw = entries.map(([kind, key, fields], index): RawEntry => {
    return { kind, key, fields: new Map(Object.entries(fields)), place: index + 1, line: 1 };
  });
  const heritage = new Inheritance(raw, ['publisher', 'doi', 'title']);
  return raw.map((entry) => Object.fromEntries(heritage.fieldsOf(entry)));
}

test('a chapter has from its book what it lacks, but not what identifies the book', () => {
  const [chapter] = fieldsOf([
    ['incollection', 'a', { title: 'Wicks', crossref: 'B', publisher: 'Mine' }],
    [
      'book',
      'b',
      { title: 'Lamps', editor: 'Glas, M', publisher: 'Theirs', year: '2020', doi: '10.1/b', pages: '1' },
    ],
  ]);
  expect(chapter).toEqual({
    title: 'Wicks',
    crossref: 'B',
    publisher: 'Mine',
    booktitle: 'Lamps',
    editor: 'Glas, M',
    year: '2020',
  });
});

test('an article has its journal, and its own date as a whole', () => {
  const [article] = fieldsOf([
    ['article', 'a', { title: 'Wicks', crossref: 'j', year: '2021' }],
    ['periodical', 'j', { title: 'Lamps', date: '2020-05', volume: '3' }],
  ]);
  expect(article).toEqual({
    title: 'Wicks',
    crossref: 'j',
    year: '2021',
    journaltitle: 'Lamps',
    volume: '3',
  });
});

test('sets of fields may have sets', () => {
  const [book] = fieldsOf([
    ['book', 'a', { title: 'Wicks', xdata: 'x, gone' }],
    ['xdata', 'x', { xdata: 'y' }],
    ['xdata', 'y', { publisher: 'Lum', doi: '10.1/y' }],
  ]);
  expect(book).toMatchObject({ publisher: 'Lum', doi: '10.1/y' });
});

test('circles and chains end', () => {
  const [, b] = fieldsOf([
    ['book', 'a', { crossref: 'b', publisher: 'Lum' }],
    ['book', 'b', { crossref: 'a' }],
  ]);
  expect(b).toMatchObject({ publisher: 'Lum' });
  const chain = Array.from({ length: 50_000 }, (_, index): [string, string, Record<string, string>] => [
    'book',
    `k${index}`,
    { crossref: `k${index + 1}` },
  ]);
  expect(fieldsOf(chain)).toHaveLength(50_000);
});
