// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Bringing } from '@/components/full-page/bringing';
import { drawAtDesk } from '@/tests/components/desk-context';

const TEXT = { files: [], getData: (kind: string) => (kind === 'text/plain' ? 'Lanterns' : '') };

function draw() {
  return drawAtDesk(
    <>
      <Bringing />
      <p id="page">Page</p>
      <textarea id="text" />
      <input id="file" type="file" />
    </>,
  );
}

const at = (id: string) => document.getElementById(id) as HTMLElement;
/** Whether the event was left to the browser. */
function tell(id: string, name: string, given: object = { dataTransfer: TEXT }): boolean {
  const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), given);
  let left = true;
  act(() => {
    left = at(id).dispatchEvent(event);
  });
  return left;
}
const hint = () => screen.queryByText('Drop files, links or text to import them');

test('what is dropped on the page leads to an import', () => {
  const { store, go } = draw();
  expect(tell('page', 'dragover')).toBe(false);
  expect(hint()).toBeTruthy();
  expect(tell('page', 'drop')).toBe(false);
  expect(hint()).toBeNull();
  expect(store.brought.value).toEqual({ text: 'Lanterns' });
  expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'import' });
});

test('what is pasted on the page does, too', () => {
  const { store, go } = draw();
  expect(tell('page', 'paste', { clipboardData: TEXT })).toBe(false);
  expect(store.brought.value).toEqual({ text: 'Lanterns' });
  expect(go).toHaveBeenCalledOnce();
});

test.each([
  ['text', 'drop'],
  ['text', 'paste'],
  ['file', 'drop'],
])('a field (%s) keeps what it gets by a %s', (id, name) => {
  const { go } = draw();
  expect(tell(id, name, { dataTransfer: TEXT, clipboardData: TEXT })).toBe(true);
  expect(go).not.toHaveBeenCalled();
});

test('the clipboard may hold nothing that can be read', () => {
  const { go } = draw();
  expect(tell('page', 'paste', { clipboardData: { files: [], getData: () => '' } })).toBe(true);
  expect(go).not.toHaveBeenCalled();
});

test('what is dragged from the page itself brings nothing', () => {
  const { go } = draw();
  tell('page', 'dragstart');
  expect(tell('page', 'dragover')).toBe(true);
  expect(hint()).toBeNull();
  tell('page', 'drop');
  expect(go).not.toHaveBeenCalled();
  tell('page', 'dragend');
  tell('page', 'dragover');
  expect(hint()).toBeTruthy();
});

test('the hint goes when the drag leaves the window', () => {
  draw();
  tell('page', 'dragover');
  tell('page', 'dragleave', { relatedTarget: at('text') });
  expect(hint()).toBeTruthy();
  tell('page', 'dragleave', { relatedTarget: null });
  expect(hint()).toBeNull();
});

test('a dialog that is open keeps what is pasted', () => {
  const { go } = draw();
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  expect(tell('page', 'paste', { clipboardData: TEXT })).toBe(true);
  dialog.remove();
  expect(go).not.toHaveBeenCalled();
});
