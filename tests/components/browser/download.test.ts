// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download } from '@/components/browser/download';

/** What the browser is told to keep for links and to forget again. */
const made = vi.spyOn(URL, 'createObjectURL');
const forgotten = vi.spyOn(URL, 'revokeObjectURL');
const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click');

beforeEach(() => {
  vi.useFakeTimers();
  for (const spy of [made, forgotten, clicked]) spy.mockReset();
  made.mockReturnValue('blob:https://a.example/1');
});

afterEach(() => void vi.useRealTimers());

test('presses a link to the file, once, under its name', async () => {
  const file = new File(['{}'], 'offprint-2026-09-28.json', { type: 'application/json' });
  await download(file);
  expect(made.mock.calls).toEqual([[file]]);
  expect(clicked).toHaveBeenCalledTimes(1);
  const link = clicked.mock.contexts[0] as HTMLAnchorElement;
  expect(link.download).toBe('offprint-2026-09-28.json');
  expect(link.href).toBe('blob:https://a.example/1');
});

test('keeps the file until the browser has read it, and no longer', async () => {
  await download(new File([''], 'x.json'));
  vi.advanceTimersByTime(30_000);
  expect(forgotten).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30_000);
  expect(forgotten.mock.calls).toEqual([['blob:https://a.example/1']]);
});

test('a file for which the disk had no room is not handed over', async () => {
  const file = new File(['{}'], 'x.json');
  const broken = { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
  vi.spyOn(file, 'slice').mockReturnValue(broken as unknown as Blob);
  await expect(download(file)).rejects.toMatchObject({ code: 'full' });
  expect(made).not.toHaveBeenCalled();
  expect(clicked).not.toHaveBeenCalled();
});

test('a browser that refuses it is told', async () => {
  made.mockImplementation(() => {
    throw new TypeError();
  });
  await expect(download(new File([''], 'x.json'))).rejects.toMatchObject({ code: 'notWritten' });
  expect(clicked).not.toHaveBeenCalled();
});
