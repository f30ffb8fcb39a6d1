// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { TagChips } from '@/components/paper/tag-chips';
import { drawAtDesk } from '@/tests/components/desk-context';

const draw = (tags: string[], ...terms: string[]) =>
  drawAtDesk(
    <p role="note">
      <TagChips tags={tags} terms={new Set(terms)} shown={2} />
    </p>,
  );

test('no tags leave nothing behind', () => {
  draw([]);
  expect(screen.getByRole('note').childElementCount).toBe(0);
});

test('a tag leads to the papers that have exactly this one', () => {
  const { search } = draw(['reading group']);
  fireEvent.click(screen.getByRole('button', { name: 'reading group' }));
  expect(search).toHaveBeenCalledExactlyOnceWith('tag:="reading group"');
});

test('a long tag is cut, and tells all of itself to the pointer', () => {
  draw(['a tag that goes on and on']);
  const chip = screen.getByRole('button', { name: 'a tag that goes…' });
  expect(chip.title).toBe('Search for a tag that goes on and on');
});

test('of more tags only the number is told, with their names', () => {
  draw(['a', 'b', 'c', 'd']);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['a', 'b']);
  expect(screen.getByText('+2').title).toBe('c, d');
});

test('what matched is marked', () => {
  draw(['optics', 'sea'], 'optics');
  expect(screen.getByRole('note').querySelector('mark')?.textContent).toBe('optics');
});
