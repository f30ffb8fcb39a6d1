// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { usePanelKeys } from '@/components/hooks/use-panel-keys';

const onUndo = vi.fn();
const onRedo = vi.fn();
const onBack = vi.fn<() => boolean>();

/** A panel with a search box, text fields, a tick box and a row. */
function fill(): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = `<input type="search" id="box"><textarea id="text"></textarea>
    <div id="rich" contenteditable="true" tabindex="0"></div><input type="checkbox" id="tick">
    <ul><li><h2><a href="https://a.example" id="row">Salt</a></h2></li></ul>`;
  document.body.replaceChildren(root);
  return root;
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.restoreAllMocks();
  onBack.mockReturnValue(false);
});

function start(listing = true) {
  const root = { current: fill() };
  const { rerender } = renderHook((keys: Parameters<typeof usePanelKeys>[1]) => usePanelKeys(root, keys), {
    initialProps: { onUndo, onRedo, onBack, listing },
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

const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };
const shift = { shiftKey: true };

test.each<[string, string, string, string, KeyboardEventInit]>([
  ['undo', 'Linux x86_64', 'row', 'z', ctrl],
  ['undo', 'Win32', 'tick', 'z', ctrl],
  ['undo', 'Win32', 'row', 'Z', ctrl], // Caps Lock
  ['undo', 'MacIntel', 'row', 'z', cmd],
  ['redo', 'Win32', 'row', 'Z', { ...ctrl, ...shift }],
  ['redo', 'Linux x86_64', 'row', 'y', ctrl],
  ['redo', 'MacIntel', 'row', 'z', { ...cmd, ...shift }],
  ['nothing', 'Win32', 'row', 'z', {}],
  ['nothing', 'Win32', 'row', 'z', cmd],
  ['nothing', 'Win32', 'row', 'z', { ...ctrl, altKey: true }],
  ['nothing', 'Win32', 'row', 'Y', { ...ctrl, ...shift }],
  ['nothing', 'MacIntel', 'row', 'z', ctrl],
  ['nothing', 'MacIntel', 'row', 'y', cmd], // the browser's history
  ['nothing', 'Win32', 'box', 'z', ctrl],
  ['nothing', 'Win32', 'box', 'Z', { ...ctrl, ...shift }],
  ['nothing', 'Win32', 'box', 'y', ctrl],
  ['nothing', 'Win32', 'text', 'z', ctrl],
  ['nothing', 'Win32', 'rich', 'z', ctrl],
])('%s on %s, at %s: %s with %j', (wanted, platform, id, key, more) => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
  start();
  expect(press(id, key, more)).toBe(wanted === 'nothing');
  expect(onUndo).toHaveBeenCalledTimes(Number(wanted === 'undo'));
  expect(onRedo).toHaveBeenCalledTimes(Number(wanted === 'redo'));
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
  change({ onUndo, onRedo, onBack, listing: true });
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
