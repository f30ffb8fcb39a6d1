import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { receive, send } from '@/entrypoints/listing/page/messages';
import { answerMessages } from '@/tests/components/answer-messages';
import { onMessage, sendMessage } from '@/utils/messages';

const UNDO = { site: 'huggingface', listing: 'https://huggingface.co/papers' };

describe('send', () => {
  test('is heard by the library that the worker uses, and hears its answer', async () => {
    const heard = vi.fn();
    const stop = onMessage('undoOnListing', ({ data }) => {
      heard(data);
      return { ok: true, value: null };
    });
    expect(await send('undoOnListing', UNDO)).toEqual({ ok: true, value: null });
    expect(heard).toHaveBeenCalledWith(UNDO);
    stop();
  });

  test('rejects if the other side fails or says nothing', async () => {
    const stop = onMessage('undoOnListing', () => {
      throw new Error('broken');
    });
    await expect(send('undoOnListing', UNDO)).rejects.toThrow('undoOnListing');
    stop();
    answerMessages({});
    await expect(send('undoOnListing', UNDO)).rejects.toThrow('undoOnListing');
  });
});

describe('receive', () => {
  const changed = vi.fn();

  beforeEach(() => {
    changed.mockReset();
    fakeBrowser.runtime.onMessage.removeAllListeners?.();
    receive({
      libraryChanged: changed,
      pageState: () => Promise.reject(new Error('broken')),
      saveAllCards: () => {},
    });
  });

  test('answers the library that our pages use', async () => {
    const marks = { page: 'p', saved: [], undoable: false };
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
      ((message: object, reply: (answer: unknown) => void) =>
        void fakeBrowser.runtime.onMessage.trigger(message, {}, reply)) as never,
    );
    await sendMessage('libraryChanged', marks);
    expect(changed).toHaveBeenCalledWith(marks);
  });

  test('tells of an error, and leaves other messages to others', async () => {
    const respond = vi.fn();
    await fakeBrowser.runtime.onMessage.trigger({ type: 'pageState', timestamp: 1 }, {}, respond);
    await vi.waitFor(() => expect(respond).toHaveBeenCalledWith({ err: 'Error: broken' }));
    respond.mockReset();
    for (const type of ['saveCards', 'constructor', undefined])
      await fakeBrowser.runtime.onMessage.trigger({ type, timestamp: 1 }, {}, respond);
    expect(respond).not.toHaveBeenCalled();
  });
});
