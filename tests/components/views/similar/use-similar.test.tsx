// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { useSimilar } from '@/components/views/similar/use-similar';
import { drawAtDesk } from '@/tests/components/desk-context';
import { libraryAnswers } from '@/tests/components/library-answers';
import { storedPaper } from '@/tests/storage/papers';

function Count() {
  return <output>{useSimilar('a:1', 3)?.length ?? 'unknown'}</output>;
}

test('the answer is unknown until the search is open, and asked for anew after a change of what can be found', async () => {
  const { store } = drawAtDesk(<Count />);
  const shown = () => screen.getByRole('status').textContent;
  const hit = { paper: storedPaper({ id: 'a:2' }), terms: new Set<string>() };
  const similar = vi.fn(async () => [hit]);
  expect(shown()).toBe('unknown');
  await act(() => {
    store.finder.value = { library: libraryAnswers({ similar }), changes: 0 };
  });
  await waitFor(() => expect(shown()).toBe('1'));
  similar.mockResolvedValue([hit, hit]);
  await act(() => {
    store.finder.value = { library: libraryAnswers({ similar }), changes: 1 };
  });
  await waitFor(() => expect(shown()).toBe('2'));
  expect(similar.mock.calls).toEqual([
    ['a:1', 3],
    ['a:1', 3],
  ]);
});
