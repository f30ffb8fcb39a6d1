// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { FailureAlert } from '@/components/shell/failure-alert';
import { drawAtDesk } from '@/tests/components/desk-context';

test('a failure is told at once, in words', () => {
  drawAtDesk(<FailureAlert failure={{ words: 'The disk is full.' }} />);
  expect(screen.getByRole('alert').textContent?.trim()).toBe('The disk is full.');
  expect(screen.queryByRole('button')).toBeNull();
});

test('one that is about another paper leads to it', () => {
  const { go } = drawAtDesk(
    <FailureAlert failure={{ words: 'Another paper has it.', paper: 'doi:10.1/a' }} />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Show that paper' }));
  expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'paper', id: 'doi:10.1/a' });
});
