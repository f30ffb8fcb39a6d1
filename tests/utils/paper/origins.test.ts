import { expect, test } from 'vitest';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { originsOf } from '@/utils/paper/origins';
import type { Paper } from '@/utils/paper/schema';
import { nextStamp } from '@/utils/paper/stamp';
import { USER } from '@/utils/paper/typed-field';

const PAGE = { site: 'arxiv', trust: 2, at: at(5) } as const;
const STAMP = nextStamp(undefined, Date.parse(at(90)), '');

function origins(fields: Partial<Paper>) {
  return originsOf(storedPaper({ id: 'a:1', ...fields }));
}

test('fields come in the order of their table, each with who said it and when', () => {
  const paper = { title: 'Salt', venue: 'Sea', origins: { venue: { ...PAGE, at: at(7) }, title: PAGE } };
  expect(origins(paper)).toEqual([
    { field: 'title', site: 'arxiv', at: at(5) },
    { field: 'venue', site: 'arxiv', at: at(7) },
  ]);
});

test('a date whose year was not printed is told as inferred', () => {
  const paper = { publishedAt: '2026-09-28', origins: { publishedAt: PAGE } };
  expect(origins(paper)[0]?.inferred).toBeUndefined();
  expect(origins({ ...paper, publishedAtInferred: true })[0]?.inferred).toBe(true);
});

test.each<[string, Partial<Paper>, object]>([
  ['typed', { title: 'Salt', origins: { title: { ...PAGE, site: USER } } }, {}],
  ['emptied', {}, {}],
  ['kept', { title: 'Salt', origins: { title: PAGE } }, { site: 'arxiv' }],
])('an edited field was %s by the person, when its stamp says', (byPerson, fields, source) => {
  const edited = { ...fields, edited: ['title'], stamps: { title: STAMP } };
  expect(origins(edited)).toEqual([{ field: 'title', byPerson, at: at(90), ...source }]);
});

test('a list that was emptied is told as emptied', () => {
  expect(origins({ edited: ['authors'], stamps: { authors: STAMP } })).toEqual([
    { field: 'authors', byPerson: 'emptied', at: at(90) },
  ]);
});

test('identifiers have no one source, but the person may have changed them', () => {
  expect(origins({ identifiers: { arxiv: '2609.1' } })).toEqual([]);
  expect(origins({ edited: ['identifiers'], savedAt: at(3) })).toEqual([
    { field: 'identifiers', byPerson: 'changed', at: at(3) },
  ]);
});
