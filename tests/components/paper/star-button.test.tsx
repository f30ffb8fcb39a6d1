// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { StarButton } from '@/components/paper/star-button';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

test.each([
  [false, 'Star'],
  [true, 'Unstar'],
])('a paper that is starred or not (%s) has a button named “%s”, which turns that', (starred, name) => {
  const { edit } = drawAtDesk(<StarButton paper={storedPaper({ id: 'a:1', starred })} tabIndex={-1} />);
  const button = screen.getByRole('button', { name });
  expect(button.classList.contains('on')).toBe(starred);
  expect(button.tabIndex).toBe(-1);
  fireEvent.click(button);
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { set: { starred: !starred } });
});
