// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { KeyPattern } from '@/components/export/key-pattern';
import '@/tests/components/cleanup';

test('only a pattern is chosen; of another text it says what is wrong', () => {
  const onChoose = vi.fn();
  render(<KeyPattern value="{author}{year}{title}" onChoose={onChoose} />);
  const field = screen.getByLabelText<HTMLInputElement>('Keys');
  fireEvent.input(field, { target: { value: 'all the same' } });
  fireEvent.change(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/^Use \{author\}, \{year\}, \{title\}, and/)).toBeTruthy();
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.input(field, { target: { value: ' {author}:{year} ' } });
  fireEvent.change(field);
  expect(field.getAttribute('aria-invalid')).toBe('false');
  expect(onChoose.mock.calls).toEqual([['{author}:{year}']]);
});
