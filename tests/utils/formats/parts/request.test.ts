import { expect, test } from 'vitest';
import { FORMATS } from '@/utils/formats';
import { usualRequest } from '@/utils/formats/parts/request';

test('notes leave the library only in files that are for the person', () => {
  const withNotes = FORMATS.filter((format) => usualRequest(format, 'apa').own === 'all').map(({ id }) => id);
  expect(withNotes).toContain('json');
  expect(withNotes).not.toContain('html');
  expect(withNotes).not.toContain('bibtex');
});

test('it is about the papers that are named', () => {
  const [format] = FORMATS;
  expect(format && usualRequest(format, 'apa', ['a:1'])).toMatchObject({ format: format?.id, ids: ['a:1'] });
});
