// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { usePapersInFront } from '@/components/hooks/use-papers-in-front';
import { answerMessages } from '@/tests/components/answer-messages';

let found: unknown;

beforeEach(() => {
  found = [{}, {}, {}];
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, url: 'https://a.example/' }] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 7, url: 'https://a.example/' } as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript')
    .mockReset()
    .mockImplementation((async () => {
      if (found instanceof Error) throw found;
      return [{ result: found }];
    }) as never);
  answerMessages({});
});

test('a listing tells its cards, and is not read', async () => {
  answerMessages({ pageState: () => ({ cards: 12, saved: 0, health: { healthy: true } }) });
  const { result } = renderHook(usePapersInFront);
  expect(result.current).toBe(0);
  await vi.waitFor(() => expect(result.current).toBe(12));
  expect(fakeBrowser.scripting.executeScript).not.toHaveBeenCalled();
});

test('any other page is read', async () => {
  const { result } = renderHook(usePapersInFront);
  await vi.waitFor(() => expect(result.current).toBe(3));
});

test('a page that we may not look at has none', async () => {
  found = new Error('Cannot access contents of the page');
  const { result } = renderHook(usePapersInFront);
  await vi.waitFor(() => expect(fakeBrowser.scripting.executeScript).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(result.current).toBe(0);
});

test('another page in front is asked, too', async () => {
  const { result } = renderHook(usePapersInFront);
  await vi.waitFor(() => expect(result.current).toBe(3));
  found = [{}];
  await act(async () => void (await fakeBrowser.tabs.onActivated.trigger({ tabId: 7, windowId: 1 })));
  await vi.waitFor(() => expect(result.current).toBe(1));
});
