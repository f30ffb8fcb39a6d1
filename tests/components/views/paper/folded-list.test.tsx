// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { FoldedList } from '@/components/views/paper/folded-list';

function show(count: number): void {
  render(
    <>
      <h3 id="name">Numbers</h3>
      <FoldedList
        items={Array.from({ length: count }, (_, index) => index)}
        labelledBy="name"
        draw={(number) => <li key={number}>{number}</li>}
      />
    </>,
  );
}

test('five are shown whole', () => {
  show(5);
  expect(screen.getByRole('list', { name: 'Numbers' }).children).toHaveLength(5);
  expect(screen.queryByRole('button')).toBeNull();
});

test('of six the last one when asked for; the button says whether it is', () => {
  show(6);
  expect(screen.getAllByRole('listitem')).toHaveLength(5);
  const button = screen.getByRole('button', { name: 'Show all 6', expanded: false });
  fireEvent.click(button);
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(button.getAttribute('aria-expanded')).toBe('true');
});
