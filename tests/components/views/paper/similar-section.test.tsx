// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { SimilarSection } from '@/components/views/paper/similar-section';
import type { Hit } from '@/storage/search/library-search';
import { drawAtDesk } from '@/tests/components/desk-context';
import { libraryAnswers } from '@/tests/components/library-answers';
import { storedPaper } from '@/tests/storage/papers';

const TIDES = storedPaper({
  id: 'arxiv:math/1',
  title: 'Tides under a quiet bridge',
  authors: ['Ada', 'Berta', 'Carl'],
  publishedAt: '2024-05-06',
});

function show(hits: Hit[]) {
  const desk = drawAtDesk(<SimilarSection id="a:1" />);
  const similar = vi.fn(async () => hits);
  const open = () =>
    act(() => {
      desk.store.finder.value = { library: libraryAnswers({ similar }), changes: 0 };
    });
  return { similar, open };
}

test('five at most are asked for once the search is open, and nothing is shown before', async () => {
  const { similar, open } = show([{ paper: TIDES, terms: new Set(['quiet', 'tide']) }]);
  expect(document.body.textContent).toBe('');
  await open();
  const link = await screen.findByRole('link', { name: 'Tides under a quiet bridge' });
  expect(link.getAttribute('href')).toBe('#/paper/arxiv%3Amath%2F1');
  expect(screen.getByRole('list', { name: 'Similar papers' }).textContent).toBe(
    'Tides under a quiet bridgeAda +22024Shared: quiet, tide',
  );
  expect(similar).toHaveBeenCalledExactlyOnceWith('a:1', 5);
});

test('no button of another paper is taken for one of this paper', async () => {
  const { open } = show([{ paper: { ...TIDES, note: 'Read this' }, terms: new Set() }]);
  await open();
  await screen.findByRole('link');
  expect(screen.queryByRole('button')).toBeNull();
});

test('where nothing is similar there is no such section', async () => {
  const { similar, open } = show([]);
  await open();
  await waitFor(() => expect(similar).toHaveBeenCalled());
  await similar.mock.results[0]?.value;
  expect(document.body.textContent).toBe('');
});
