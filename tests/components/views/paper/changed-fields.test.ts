import { expect, test } from 'vitest';
import { changedFields } from '@/components/views/paper/changed-fields';

test('only fields that the interface shows and that differ are told', () => {
  const before = { title: 'Salt', venue: 'Sea', revision: 4, origins: {}, stamps: {} };
  const after = { title: 'Salt, again', venue: 'Sea', revision: 5, origins: { title: {} } };
  expect(changedFields(before, after)).toEqual([{ field: 'title', name: 'Title', before: 'Salt' }]);
});

test.each<[string, unknown, string]>([
  ['status', 'reading', 'reading'],
  ['starred', false, 'off'],
  ['tags', ['sea', 'salt'], 'sea, salt'],
  ['authors', ['Ada', 'Berta'], 'Ada, Berta'],
  ['note', undefined, ''],
  ['identifiers', { arxiv: '2609.1', doi: ['10.1/a', '10.1/b'] }, 'arxiv:2609.1, doi:10.1/a, doi:10.1/b'],
  ['nameParts', { Ada: { family: 'Ada' } }, ''],
])('what %s was is told in words', (field, value, words) => {
  expect(changedFields({ [field]: value }, { [field]: 'else' })[0]?.before).toBe(words);
});

test('a field that was not there before is told, too', () => {
  expect(changedFields({}, { abstract: 'Tides.' })).toEqual([
    { field: 'abstract', name: 'Abstract', before: '' },
  ]);
});

test('a day that is no longer inferred is told as the day, once', () => {
  const before = { publishedAtInferred: true };
  const day = [{ field: 'publishedAt', name: 'Published', before: '' }];
  expect(changedFields(before, {})).toEqual(day);
  expect(changedFields({ ...before, publishedAt: '2025-09-28' }, { publishedAt: '2026-09-28' })).toEqual([
    { ...day[0], before: '2025-09-28' },
  ]);
});

test('of a paper that came or left no field is told', () => {
  expect(changedFields(undefined, { title: 'Salt' })).toEqual([]);
  expect(changedFields({ title: 'Salt' }, undefined)).toEqual([]);
});
