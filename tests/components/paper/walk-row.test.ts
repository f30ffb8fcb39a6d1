// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { walkRow } from '@/components/paper/walk-row';

/** A row as it stands in the document: star, title, an author, the field of tags, a menu, PDF. */
beforeEach(() => {
  document.body.innerHTML = `
    <div id="row">
      <button id="star"></button>
      <h2><a id="title" href="#/"></a></h2>
      <button id="author"></button>
      <input id="field">
      <div role="menu"><button id="item"></button></div>
      <a id="pdf" href="#/"></a>
    </div>`;
  document.getElementById('row')?.addEventListener('keydown', walkRow);
});

/** Where the focus is after a key at an element, and whether the list around still hears it. */
function press(id: string, key: string, rest: KeyboardEventInit = {}) {
  document.getElementById(id)?.focus();
  let heard = false;
  document.body.addEventListener('keydown', () => (heard = true), { once: true });
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
  document.activeElement?.dispatchEvent(event);
  return { at: document.activeElement?.id, heard, prevented: event.defaultPrevented };
}

const goes = (at: string) => ({ at, heard: false, prevented: true });
const stays = (at: string) => ({ at, heard: true, prevented: false });

describe('an arrow', () => {
  test.each([
    ['title', 'ArrowRight', 'star'],
    ['star', 'ArrowRight', 'author'],
    ['item', 'ArrowRight', 'item'],
    ['pdf', 'ArrowRight', 'pdf'],
    ['author', 'ArrowLeft', 'star'],
    ['star', 'ArrowLeft', 'title'],
    ['title', 'ArrowLeft', 'title'],
  ])('leads from %s by %s to %s', (from, key, to) => {
    if (from === 'item') expect(press(from, key)).toEqual(stays('item'));
    else expect(press(from, key)).toEqual(goes(to));
  });

  test('leads the other way where the row is written from right to left', () => {
    const row = document.getElementById('row') as HTMLElement;
    row.style.direction = 'rtl';
    expect(press('title', 'ArrowLeft').at).toBe('star');
    expect(press('star', 'ArrowRight').at).toBe('title');
  });
});

describe('Escape', () => {
  test.each(['pdf', 'star'])('leads from %s to the title', (from) => {
    expect(press(from, 'Escape')).toEqual(goes('title'));
  });

  test('at the title is for those around the row', () => {
    expect(press('title', 'Escape')).toEqual(stays('title'));
  });
});

describe('a key is left alone', () => {
  test.each([
    ['with Shift', 'title', 'ArrowRight', { shiftKey: true }],
    ['with Ctrl', 'title', 'ArrowRight', { ctrlKey: true }],
    ['with Alt, which is Back', 'star', 'ArrowLeft', { altKey: true }],
    ['with Cmd', 'title', 'ArrowRight', { metaKey: true }],
    ['in a field', 'field', 'ArrowRight', {}],
    ['in a menu', 'item', 'Escape', {}],
    ['that it does not know', 'title', 'ArrowDown', {}],
  ])('%s', (_, from, key, rest) => {
    expect(press(from, key, rest)).toEqual(stays(from));
  });
});
