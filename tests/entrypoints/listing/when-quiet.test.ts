// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { whenQuiet } from '@/entrypoints/listing/when-quiet';

let readyState: DocumentReadyState;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  readyState = 'complete';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => readyState);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function wait() {
  const told = vi.fn();
  void whenQuiet(document).then(told);
  return { told, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

function stir(): void {
  document.body.append(document.createElement('p'));
}

describe('whenQuiet', () => {
  test('waits until nothing happened for a moment', async () => {
    const { told, pass } = wait();
    await pass(149);
    expect(told).not.toHaveBeenCalled();
    await pass(1);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('begins to wait anew with every change', async () => {
    const { told, pass } = wait();
    for (let count = 0; count < 5; count++) {
      await pass(100);
      stir();
    }
    await pass(149);
    expect(told).not.toHaveBeenCalled();
    await pass(1);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('waits for the page to have loaded', async () => {
    readyState = 'interactive';
    const { told, pass } = wait();
    await pass(1000);
    expect(told).not.toHaveBeenCalled();
    readyState = 'complete';
    await pass(150);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test.each(['never rests', 'never loads'])(
    'has patience, but not for ever, with a page that %s',
    async (how) => {
      if (how === 'never loads') readyState = 'loading';
      const { told, pass } = wait();
      for (let passed = 0; passed < 3900; passed += 100) {
        stir();
        await pass(100);
      }
      expect(told).not.toHaveBeenCalled();
      stir();
      await pass(100);
      expect(told).toHaveBeenCalledTimes(1);
    },
  );

  test('leaves no timer behind', async () => {
    const { pass } = wait();
    await pass(150);
    stir();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
