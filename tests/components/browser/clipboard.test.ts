// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { copyText } from '@/components/browser/clipboard';

test('text is copied as text', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await copyText('Salt');
  expect(writeText.mock.calls).toEqual([['Salt']]);
});

test('with HTML, both are there, and the program that pastes takes its own', async () => {
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  await copyText('Salt', '<i>Salt</i>');
  const [item] = write.mock.lastCall?.[0] ?? [];
  expect(await (await item?.getType('text/plain'))?.text()).toBe('Salt');
  expect(await (await item?.getType('text/html'))?.text()).toBe('<i>Salt</i>');
});
