/** Stands in for the other parts of the extension at the rim: what `browser.runtime` and `browser.tabs` carry. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export interface Asked {
  type: string;
  data: unknown;
  tab?: number;
}

type Answer = (data: never) => unknown;
type Reply = (response: unknown) => void;

/**
 * Answers messages by type; one without an answer, or whose answer throws, gets no response. Returns what was asked so
 * far, in order.
 */
export function answerMessages(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = [];

  async function answer(message: Asked, reply: Reply, tab?: number): Promise<void> {
    const { type, data } = message;
    asked.push(tab === undefined ? { type, data } : { type, data, tab });
    try {
      const handler = answers[type];
      reply(handler && { res: await handler(data as never) });
    } catch {
      reply(undefined);
    }
  }

  const { runtime, tabs } = fakeBrowser as unknown as {
    runtime: { sendMessage(message: Asked, reply?: Reply): Promise<unknown> | undefined };
    tabs: { sendMessage(tab: number, message: Asked): Promise<unknown> };
  };
  vi.spyOn(runtime, 'sendMessage').mockImplementation((message, reply) => {
    if (!reply) return new Promise((resolve) => void answer(message, resolve));
    void answer(message, reply);
    return undefined;
  });
  // As Chrome does without a callback: with one, it would leave an error that nobody reads in the console.
  vi.spyOn(tabs, 'sendMessage').mockImplementation(
    (tab, message) =>
      new Promise((resolve, reject) => {
        const reply = (response: unknown) =>
          response ? resolve(response) : reject(new Error('Receiving end does not exist.'));
        void answer(message, reply, tab);
      }),
  );
  return asked;
}

/** A message from another part of the extension to this one. */
export async function tell(type: string, data?: unknown): Promise<void> {
  const message = { id: 1, type, data, timestamp: Date.now() };
  await fakeBrowser.runtime.onMessage.trigger(message, {}, () => {});
}
