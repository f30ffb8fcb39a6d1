// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { createStore } from '@/components/desk/store';
import { FullPageButton } from '@/components/shell/full-page-button';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

const { openLibrary } = vi.hoisted(() => ({ openLibrary: vi.fn(async () => {}) }));
vi.mock('@/components/browser/open-library', () => ({ openLibrary }));

test.each([
  ['', undefined],
  ['#/?q=graph&sort=upvotes', '#/?q=graph&sort=upvotes'],
  ['#/paper/a?q=graph', '#/paper/a?q=graph'],
  ['#/trash', '#/trash'],
  ['#/collect', undefined],
])('it leads to what is shown here (“%s”)', async (hash, place) => {
  openLibrary.mockClear();
  const opened = vi.fn();
  drawAtDesk(<FullPageButton onOpened={opened} />, createDesk({ store: createStore(hash, 'comfortable') }));
  fireEvent.click(screen.getByRole('button', { name: 'Open full page' }));
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  expect(openLibrary.mock.calls).toEqual([[place]]);
});
