// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { SimilarView } from '@/components/views/similar/similar-view';
import { storedPaper } from '@/tests/storage/papers';
import '@/tests/components/cleanup';

const LANTERNS = storedPaper({ id: 'a:1', title: 'Lanterns over a quiet harbour' });
const TIDES = storedPaper({ id: 'a:2', title: 'Tides under a quiet bridge' });
const onBack = vi.fn();
const onSimilar = vi.fn();

function show(hits: { paper: typeof TIDES; terms: Set<string> }[]): void {
  const find = async () => hits;
  const doings = { onBack, onSimilar, onRemove: vi.fn() };
  render(<SimilarView paper={LANTERNS} find={find} changes={0} {...doings} />);
}

test('shows what is like a paper, and the terms that make it so', async () => {
  show([{ paper: TIDES, terms: new Set(['quiet']) }]);
  expect(await screen.findByText('Shared: quiet')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('1 paper');
  expect(screen.getByText('quiet').localName).toBe('mark');
  fireEvent.click(screen.getByRole('button', { name: 'Similar to: Tides under a quiet bridge' }));
  expect(onSimilar).toHaveBeenCalledExactlyOnceWith(TIDES);
});

test('says so when there is nothing, and leads back', async () => {
  show([]);
  expect(await screen.findByText('Nothing similar in your library')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(onBack).toHaveBeenCalledOnce();
});
