import { expect, test } from 'vitest';
import { fieldName } from '@/components/hooks/field-name';
import { LOCKABLE_FIELDS } from '@/utils/paper/fields';

test('every field that can be locked has a name of its own, but code and its page', () => {
  const names = LOCKABLE_FIELDS.map(fieldName);
  expect(names.every((name) => name && /^[A-Za-z]/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(LOCKABLE_FIELDS.length);
});

test.each([
  ['publishedAt', 'Published'],
  ['identifiers', 'Identifiers'],
  ['starred', undefined],
  ['unknown', undefined],
  ['constructor', undefined],
])('%s is called %s', (field, name) => {
  expect(fieldName(field)).toBe(name);
});
