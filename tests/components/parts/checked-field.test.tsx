// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import 'preact/compat'; // as pages have it: it changes what events mean
import { expect, test, vi } from 'vitest';
import { CheckedField } from '@/components/parts/checked-field';

const onChoose = vi.fn<(text: string) => void>();

function type(text: string): HTMLInputElement {
  const field = screen.getByLabelText<HTMLInputElement>('Letters');
  field.focus();
  fireEvent.input(field, { target: { value: text } });
  field.blur();
  return field;
}

test('only what can be chosen is; of another text it says why not', () => {
  const holds = (text: string) => /^[a-z]+$/.test(text);
  render(
    <CheckedField {...{ label: 'Letters', value: '', holds, onChoose }} hint="Any." wrong="No digits." />,
  );
  expect(screen.getByText('Any.')).toBeTruthy();
  expect(type('a1').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('No digits.')).toBeTruthy();
  expect(type('').getAttribute('aria-invalid')).toBe('false'); // as it was
  expect(onChoose).not.toHaveBeenCalled();
  expect(type(' ab ').getAttribute('aria-invalid')).toBe('false');
  expect(onChoose.mock.calls).toEqual([['ab']]);
});

test('it is chosen once it was typed, not with every letter', () => {
  onChoose.mockReset();
  render(<CheckedField {...{ label: 'Letters', value: '', holds: () => true, onChoose }} hint="" wrong="" />);
  const field = screen.getByLabelText<HTMLInputElement>('Letters');
  for (const text of ['a', 'ab', 'abc']) fireEvent.input(field, { target: { value: text } });
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onChoose.mock.calls).toEqual([['abc']]);
});
