// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { SimilarView } from '@/components/views/similar/similar-view';
import type { Hit } from '@/storage/search/library-search';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { libraryAnswers } from '@/tests/components/library-answers';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

const LANTERNS = storedPaper({ id: 'a:1', title: 'Lanterns over a quiet harbour' });
const TIDES = storedPaper({ id: 'a:2', title: 'Tides under a quiet bridge' });

async function show(hits: Hit[]) {
  const db = openDatabase();
  await db.papers.bulkAdd([LANTERNS, TIDES]);
  const desk = createDesk({ db });
  const similar = vi.fn(async () => hits);
  desk.store.finder.value = { library: libraryAnswers({ similar }), changes: 0 };
  drawAtDesk(<SimilarView id="a:1" />, desk);
  return { ...desk, similar };
}

test('shows what is like a paper, and the terms that make it so', async () => {
  const { similar } = await show([{ paper: TIDES, terms: new Set(['quiet']) }]);
  expect(await screen.findByText('Shared: quiet')).toBeTruthy();
  expect(similar).toHaveBeenCalledExactlyOnceWith('a:1', 20);
  expect(
    await screen.findByRole('heading', { name: 'Similar to “Lanterns over a quiet harbour”' }),
  ).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('1 paper');
  expect(screen.getByText('quiet').localName).toBe('mark');
  expect(screen.getByRole('link', { name: 'Tides under a quiet bridge' }).getAttribute('href')).toBe(
    '#/paper/a%3A2',
  );
});

test('says so when there is nothing, and leads back', async () => {
  const { back } = await show([]);
  expect(await screen.findByText('Nothing similar in your library')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(back).toHaveBeenCalledOnce();
});

test('the focus is on the way back, for the pressed button lies below', async () => {
  await show([]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back' }));
});
