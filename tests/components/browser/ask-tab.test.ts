import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askTab } from '@/components/browser/ask-tab';
import { onMessage } from '@/utils/messages';

afterEach(() => void vi.restoreAllMocks());

const TAB = 7;

/** What stands in the tab: whatever listens to messages here, or nothing. */
function answerWith(answer: (...message: unknown[]) => Promise<unknown>) {
  return vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(answer as never);
}

test('speaks as the messaging library does, and understands its answer', async () => {
  const page = { cards: 3, saved: 1, health: { mentioned: 3, read: 3, healthy: true } };
  const stop = onMessage('pageState', () => page);
  answerWith(
    (_, message) =>
      new Promise((resolve) => void fakeBrowser.runtime.onMessage.trigger(message, {}, resolve as never)),
  );
  expect(await askTab('pageState', TAB)).toEqual(page);
  stop();
});

test('waits for a promise: with a callback, Chrome tells its console of an error that nobody read', async () => {
  const sent = answerWith(async () => ({}));
  expect(await askTab('libraryChanged', TAB)).toBeUndefined();
  expect(sent.mock.calls).toEqual([[TAB, expect.objectContaining({ type: 'libraryChanged' })]]);
});

test('says what there is to say', async () => {
  const sent = answerWith(async () => ({}));
  const marks = { page: 'page 1', saved: [], undoable: true };
  await askTab('libraryChanged', TAB, marks);
  expect(sent.mock.calls).toEqual([[TAB, expect.objectContaining({ type: 'libraryChanged', data: marks })]]);
});

test.each<[string, () => Promise<unknown>]>([
  ['where our script is not', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ['where nobody answers', async () => undefined],
  ['where the answer is a failure', async () => ({ err: { name: 'Error', message: 'broken' } })],
])('fails %s', async (_, answer) => {
  answerWith(answer);
  await expect(askTab('pageState', TAB)).rejects.toThrow();
});
