import { expect, test } from 'vitest';
import { fieldNamed, isColumn, isRanked } from '@/utils/query/fields';

test.each([
  ['title', 'title', 'ranked'],
  ['Author', 'authors', 'ranked'],
  ['authors', 'authors', 'ranked'],
  ['TAG', 'tags', 'ranked'],
  ['abstract', 'abstract', 'ranked'],
  ['note', 'note', 'ranked'],
  ['year', 'year', 'column'],
  ['upvotes', 'upvotes', 'column'],
  ['venue', 'venue', 'condition'],
  ['org', 'organization', 'condition'],
  ['Organization', 'organization', 'condition'],
  ['submitter', 'submitter', 'condition'],
  ['By', 'submitter', 'condition'],
  ['is', 'is', 'condition'],
])('%s is the field %s, %s', (name, field, kind) => {
  const found = fieldNamed(name);
  expect(found).toBe(field);
  expect(found && isRanked(found)).toBe(kind === 'ranked');
  expect(found && isColumn(found)).toBe(kind === 'column');
});

test.each(['', 'titel', 'constructor', '__proto__', 'exactTag'])('%j is no field', (name) => {
  expect(fieldNamed(name)).toBeUndefined();
});
