// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { usePanelKeys } from '@/components/hooks/use-panel-keys';
import '../cleanup';

const onUndo = vi.fn();
const onBack = vi.fn<() => boolean>();

/** A panel with a search box, a text field and a row. */
function fill(): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = `<input type="search" id="box"><textarea id="text"></textarea>
    <ul><li><h2><a href="https://a.example" id="row">Salt</a></h2></li></ul>`;
  document.body.replaceChildren(root);
  return root;
}

beforeEach(() => {
  vi.clearAllMocks();
  onBack.mockReturnValue(false);
});

function start(listing = true) {
  const root = { current: fill() };
  const { rerender } = renderHook((keys: Parameters<typeof usePanelKeys>[1]) => usePanelKeys(root, keys), {
    initialProps: { onUndo, onBack, listing },
  });
  return rerender;
}

/** Whether the browser still hears of a key that is pressed somewhere. */
function press(id: string, key: string, more: KeyboardEventInit = {}): boolean {
  const target = document.getElementById(id);
  target?.focus();
  return (
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })) ??
    false
  );
}

const box = () => document.getElementById('box') as HTMLInputElement;

test.each<[string, string, KeyboardEventInit, string, boolean]>([
  ['takes back', 'row', { ctrlKey: true }, '', true],
  ['takes back', 'row', { metaKey: true }, 'graph', true],
  ['takes back', 'box', { ctrlKey: true }, '', true],
  ['leaves to the browser', 'box', { ctrlKey: true }, 'graph', false],
  ['leaves to the browser', 'text', { ctrlKey: true }, '', false],
  ['leaves to the browser', 'row', {}, '', false],
])('%s: z at %s with %j and “%3$s” in the box', (_, id, more, typed, taken) => {
  start();
  box().value = typed;
  expect(press(id, 'z', more)).toBe(!taken);
  expect(onUndo).toHaveBeenCalledTimes(Number(taken));
});

test('Escape goes back from what is open; else it leads from the rows into the box', () => {
  start();
  onBack.mockReturnValueOnce(true);
  expect(press('row', 'Escape')).toBe(false);
  expect(document.activeElement?.id).toBe('row');
  press('row', 'Escape');
  expect(document.activeElement?.id).toBe('box');
});

test('arrow keys walk the rows, and Ctrl Z takes back, only where there is a list', () => {
  const change = start(false);
  press('box', 'ArrowDown');
  expect(document.activeElement?.id).toBe('box');
  press('row', 'z', { ctrlKey: true });
  expect(onUndo).not.toHaveBeenCalled();
  change({ onUndo, onBack, listing: true });
  press('box', 'ArrowDown');
  expect(document.activeElement?.id).toBe('row');
});

test('a key that is held takes back once', () => {
  start();
  expect(press('row', 'z', { ctrlKey: true, repeat: true })).toBe(false);
  expect(onUndo).not.toHaveBeenCalled();
});

test.each(['ArrowDown', 'Escape'])('%s while characters are composed is theirs', (key) => {
  start();
  expect(press('box', key, { isComposing: true })).toBe(true);
  expect(document.activeElement?.id).toBe('box');
  expect(onBack).not.toHaveBeenCalled();
});

test('a key that somebody has used is left alone', () => {
  start();
  document.getElementById('row')?.addEventListener('keydown', (event) => event.preventDefault());
  press('row', 'z', { ctrlKey: true });
  press('row', 'Escape');
  expect(onUndo).not.toHaveBeenCalled();
  expect(onBack).not.toHaveBeenCalled();
});
