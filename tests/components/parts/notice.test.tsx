// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Notice } from '@/components/parts/notice';

test('says what is the matter and what can be done', () => {
  render(
    <Notice title="No papers yet" hint="Open a page.">
      <button type="button">Open</button>
    </Notice>,
  );
  expect(screen.getByRole('heading', { name: 'No papers yet' })).toBeTruthy();
  expect(screen.getByText('Open a page.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open' })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('is announced at once if it is a failure', () => {
  render(<Notice alarm title="Your library cannot be shown" hint="Restart." />);
  expect(screen.getByRole('alert').textContent).toBe('Your library cannot be shownRestart.');
});

test.each([undefined, ''])('has no line for a hint that is %j', (hint) => {
  const { container } = render(<Notice title="Nothing" hint={hint} />);
  expect(container.querySelector('p')).toBeNull();
});

test('shows markup as text', () => {
  const { container } = render(<Notice title="<img src=x>" hint="<b>x</b>" />);
  expect(container.textContent).toBe('<img src=x><b>x</b>');
});
