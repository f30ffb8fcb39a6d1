// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Authors } from '@/components/views/paper/authors';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

const draw = (count: number) =>
  drawAtDesk(
    <Authors
      paper={storedPaper({ id: 'a:1', authors: Array.from({ length: count }, (_, place) => `A. ${place}`) })}
    />,
  );
const names = () => screen.getAllByRole('button', { name: /^A\. / }).length;

test('ten authors are all named', () => {
  draw(10);
  expect(names()).toBe(10);
  expect(screen.queryByRole('button', { name: /authors$/ })).toBeNull();
});

test('more are folded, and unfolded by a press', async () => {
  draw(3000);
  expect(names()).toBe(10);
  const all = screen.getByRole('button', { name: 'Show all 3,000 authors' });
  expect(all.getAttribute('aria-expanded')).toBe('false');
  await act(async () => void fireEvent.click(all));
  expect(document.querySelectorAll('bdi')).toHaveLength(3000);
  const fewer = document.querySelector('[aria-expanded=true]') as HTMLElement;
  expect(fewer.textContent).toBe('Show fewer');
  await act(async () => void fireEvent.click(fewer));
  expect(names()).toBe(10);
});

test('every author leads to a search', () => {
  const { search } = draw(2);
  fireEvent.click(screen.getByRole('button', { name: 'A. 1' }));
  expect(search).toHaveBeenCalledExactlyOnceWith('author:"A. 1"');
});
