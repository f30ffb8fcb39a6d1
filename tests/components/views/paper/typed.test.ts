import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patchOf, textOf, typedOf } from '@/components/views/paper/typed';
import { storedPaper } from '@/tests/storage/papers';
import type { EditableField } from '@/utils/paper/fields';
import type { Patch } from '@/utils/paper/patch';

const PAPER = storedPaper({
  id: 'a:1',
  title: 'Lanterns',
  authors: ['Ada Byron', 'Grace Hopper'],
  venue: 'Optics',
  isbn: ['978-3-16-148410-0'],
});

test.each<[EditableField, string]>([
  ['title', 'Lanterns'],
  ['authors', 'Ada Byron\nGrace Hopper'],
  ['isbn', '978-3-16-148410-0'],
  ['abstract', ''],
])('%s stands in its field as “%s”', (field, text) => {
  expect(typedOf(PAPER, field)).toBe(text);
});

test.each([
  [undefined, ''],
  [7, '7'],
  [['a', 'b'], 'a\nb'],
])('%j is the text “%s”', (value, text) => {
  expect(textOf(value)).toBe(text);
});

describe('what a form changes', () => {
  test.each<[string, Partial<Record<EditableField, string>>, Patch]>([
    ['nothing typed', {}, {}],
    ['the same text', { title: ' Lanterns ', venue: 'Optics', abstract: '' }, {}],
    ['another text', { title: ' Salt ' }, { set: { title: 'Salt' } }],
    ['a new field', { volume: '7' }, { set: { volume: '7' } }],
    ['an emptied field', { venue: '  ' }, { clear: ['venue'] }],
    ['an emptied list', { authors: '\n' }, { clear: ['authors'] }],
    // The worker refuses it in words of its own.
    ['an emptied title', { title: ' ' }, { set: { title: '' } }],
    [
      'names on lines',
      { authors: 'Ada Byron\n\n Emmy Noether ' },
      { set: { authors: ['Ada Byron', 'Emmy Noether'] } },
    ],
    [
      'names as they are pasted',
      { authors: 'Byron, A., & Noether, E.' },
      { set: { authors: ['A. Byron', 'E. Noether'] } },
    ],
    ['codes', { issn: '1234-5678, 8765-4321;\n' }, { set: { issn: ['1234-5678', '8765-4321'] } }],
    ['several', { title: 'Salt', venue: '' }, { set: { title: 'Salt' }, clear: ['venue'] }],
  ])('%s', (_, typed, patch) => {
    expect(patchOf(PAPER, typed)).toEqual(patch);
  });

  test('is nothing where a field says what it said', () => {
    const lines = fc.array(fc.string({ minLength: 1 }), { maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.string(), (isbn, title) => {
        const paper = { ...PAPER, isbn, title };
        const same = { isbn: typedOf(paper, 'isbn'), title: typedOf(paper, 'title') };
        expect(patchOf(paper, same)).toEqual({});
      }),
    );
  });
});
