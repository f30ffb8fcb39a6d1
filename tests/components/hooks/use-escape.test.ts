// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { useEscape } from '@/components/hooks/use-escape';

const onBack = vi.fn<() => boolean>();
beforeEach(() => void onBack.mockReset().mockReturnValue(true));

function press(key: string, more: KeyboardEventInit = {}): boolean {
  return document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}

test('Escape goes back, and whoever listens outside is told so', () => {
  const { unmount } = renderHook(() => useEscape(onBack));
  expect(press('Escape')).toBe(false);
  onBack.mockReturnValue(false);
  expect(press('Escape')).toBe(true);
  act(() => unmount());
  press('Escape');
  expect(onBack).toHaveBeenCalledTimes(2);
});

test('other keys, composed characters and what a field has used are left alone', () => {
  renderHook(() => useEscape(onBack));
  press('Enter');
  press('Escape', { isComposing: true });
  document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  press('Escape');
  expect(onBack).not.toHaveBeenCalled();
});
