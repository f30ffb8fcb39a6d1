// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { MetaLine } from '@/components/paper/meta-line';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const SAVED = new Date(2026, 10, 24, 13, 0);
const NOW = new Date(2026, 10, 24, 15, 30);

const draw = (fields: Partial<Paper>) =>
  drawAtDesk(
    <div role="note">
      <MetaLine
        paper={storedPaper({ id: 'a:1', savedAt: SAVED.toISOString(), ...fields })}
        terms={new Set()}
        now={NOW}
        tabIndex={-1}
      />
    </div>,
  );

test('marks what was found in authors and in the place', () => {
  drawAtDesk(
    <MetaLine
      paper={storedPaper({ id: 'a:1', authors: ['Ada Byron'], organization: 'Kestrel AI' })}
      terms={new Set(['kestrel', 'byron'])}
      now={NOW}
    />,
  );
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'Byron',
    'Kestrel',
  ]);
});

const parts = () =>
  [...(screen.getByRole('note').querySelector('.facts')?.children ?? [])].map((part) => part.textContent);

test('says nothing about what is not known', () => {
  draw({});
  expect(parts()).toEqual(['saved 2 h ago']);
});

test('tells who, where, when, and when it was saved', () => {
  draw({
    authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'],
    organization: 'Harbour Lab',
    publishedAt: '2026-11-20',
  });
  expect(parts()).toEqual(['A. One, B. Two, C. Three +1', 'Harbour Lab', 'Fri 20 Nov', 'saved 2 h ago']);
});

describe('a date', () => {
  test.each([
    ['2026-09-28', 'Mon 28 Sept', 'Published Monday 28 September 2026'],
    ['2026-09', 'Sept 2026', 'Published 2026-09'],
    ['2026', '2026', 'Published 2026'],
  ])('%s is said as “%s”, and in full to the pointer', (publishedAt, words, title) => {
    draw({ publishedAt });
    const date = screen.getByText(words);
    expect(date.getAttribute('datetime')).toBe(publishedAt);
    expect(date.title).toBe(title);
  });

  test('of saving is told in full to the pointer', () => {
    draw({});
    expect(screen.getByText('saved 2 h ago').title).toBe('Saved Tuesday 24 November 2026 at 13:00');
  });
});

describe('the place', () => {
  test.each<[string, Partial<Paper>, string, string]>([
    ['organization', { organization: 'Harbour Lab', venue: 'Optics' }, 'Harbour Lab', 'org:"Harbour Lab"'],
    ['venue', { venue: 'Optics Letters' }, 'Optics Letters', 'venue:"Optics Letters"'],
  ])('is the %s, and leads to a search for it', (_, fields, name, query) => {
    const { search } = draw(fields);
    const place = screen.getByRole('button', { name });
    expect(place.querySelector('bdi')?.textContent).toBe(name);
    fireEvent.click(place);
    expect(search).toHaveBeenCalledExactlyOnceWith(query);
  });
});
