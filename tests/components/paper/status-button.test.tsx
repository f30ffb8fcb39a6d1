// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { nextStatus, STATUSES, StatusButton } from '@/components/paper/status-button';
import { drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';

test.each([
  ['unread', 'reading'],
  ['reading', 'read'],
  ['read', 'unread'],
] as const)('a paper that is %s tells so, and a press makes it %s', (status, next) => {
  const { edit } = drawAtDesk(<StatusButton paper={storedPaper({ id: 'a:1', status })} />);
  const button = screen.getByRole('button', { name: `Status: ${status}` });
  expect(button.title).toBe(`${status}. Press for ${next}.`);
  fireEvent.click(button);
  expect(edit).toHaveBeenCalledExactlyOnceWith(['a:1'], { set: { status: next } });
  expect(nextStatus(status)).toBe(next);
});

test('every status has a sign of its own', () => {
  const signs = STATUSES.map((status) => {
    drawAtDesk(<StatusButton paper={storedPaper({ id: `a:${status}`, status })} />);
    return screen.getByRole('button', { name: `Status: ${status}` }).innerHTML;
  });
  expect(new Set(signs).size).toBe(3);
});
