// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { KindChips } from '@/components/views/history/kind-chips';
import type { Kind } from '@/components/views/history/kinds';

const onKind = vi.fn<(kind: Kind | undefined) => void>();
const chip = (name: string) => screen.getByRole('button', { name });

test('each kind is a chip; pressing the one that is shown shows all again', () => {
  render(<KindChips kinds={['save', 'remove']} kind="remove" onKind={onKind} />);
  expect(screen.getByRole('group', { name: 'Show only' })).toBeTruthy();
  expect(chip('Saves').getAttribute('aria-pressed')).toBe('false');
  expect(chip('Removals').getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(chip('Saves'));
  fireEvent.click(chip('Removals'));
  expect(onKind.mock.calls).toEqual([['save'], [undefined]]);
});

test('one kind alone is no choice, unless it was chosen', () => {
  const { container, rerender } = render(<KindChips kinds={['save']} kind={undefined} onKind={onKind} />);
  expect(container.childElementCount).toBe(0);
  rerender(<KindChips kinds={['save']} kind="save" onKind={onKind} />);
  expect(chip('Saves')).toBeTruthy();
});
