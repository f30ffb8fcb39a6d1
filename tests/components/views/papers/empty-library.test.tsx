// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EmptyLibrary } from '@/components/views/papers/empty-library';
import { answerMessages } from '@/tests/components/answer-messages';
import { drawAtDesk } from '@/tests/components/desk-context';

beforeEach(() => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
});

test.each([
  [12, '12 papers on this page: collect them'],
  [1, '1 paper on this page: collect it'],
])('of a page with %i papers, it offers to collect them', async (cards, name) => {
  answerMessages({ pageState: () => ({ cards, saved: 0, health: { healthy: true } }) });
  const { go } = drawAtDesk(<EmptyLibrary />);
  fireEvent.click(await screen.findByRole('button', { name }));
  expect(go).toHaveBeenCalledWith({ view: 'collect' });
});

test('of a page without, it leads to where papers are', () => {
  answerMessages({});
  drawAtDesk(<EmptyLibrary />);
  expect(screen.getByRole('heading', { name: 'No papers yet' })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open Daily Papers' });
  expect(link.href).toBe('https://huggingface.co/papers');
});
