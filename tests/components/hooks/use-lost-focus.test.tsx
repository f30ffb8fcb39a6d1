// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { useLostFocus } from '@/components/hooks/use-lost-focus';

function Step({ name }: { name: string }) {
  const place = useLostFocus<HTMLButtonElement>();
  return (
    <button type="button" ref={place}>
      {name}
    </button>
  );
}

function Steps({ now }: { now: string }) {
  return (
    <>
      <input type="search" />
      <Step key={now} name={now} />
    </>
  );
}

const focused = () => document.activeElement?.textContent;

beforeEach(() => (document.activeElement as HTMLElement | null)?.blur());

test('the next step has the focus that was lost with the one before', () => {
  const { rerender } = render(<Steps now="First" />);
  expect(focused()).toBe('First');
  rerender(<Steps now="Second" />);
  expect(focused()).toBe('Second');
});

test('who is elsewhere stays there', () => {
  const { rerender } = render(<Steps now="First" />);
  screen.getByRole('searchbox').focus();
  rerender(<Steps now="Second" />);
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});
