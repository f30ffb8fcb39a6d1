// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { takeLetters } from '@/components/hooks/held-letters';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { createDesk } from '@/tests/components/desk-context';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

const SALT = storedPaper({
  id: 'a:salt',
  title: 'Salt',
  status: 'reading',
  identifiers: { arxiv: '2609.00001' },
  url: 'https://a.example/salt',
});
const onSheet = vi.fn();
const visited = vi.fn<(address: string) => void>();

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('open', visited);
  document.body.innerHTML = `<main>
    <input type="search" id="box"><textarea id="text"></textarea><select id="order"></select>
    <div role="menu"><button id="item"></button></div>
    <ul>
      <li><div class="paper-row" data-paper="a:salt">
        <a href="#/" id="row" tabindex="0" data-stop></a><button id="tags" data-action="tags"></button>
      </div></li>
      <li><div class="paper-row" data-paper="a:gone"><a href="#/" id="gone" tabindex="-1" data-stop></a></div></li>
    </ul>
    <dialog id="sheet"></dialog>
  </main><button id="outside"></button>`;
});

async function start() {
  const db = openDatabase();
  await db.papers.add(SALT);
  const desk = createDesk({ db });
  renderHook(() => useShortcuts({ current: document.querySelector('main') }, desk, onSheet));
  return desk;
}

/** Whether the browser still hears of a key that is pressed somewhere. */
function press(id: string, key: string, rest: KeyboardEventInit = {}): boolean {
  const target = document.getElementById(id);
  target?.focus();
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest });
  return target?.dispatchEvent(event) ?? true;
}

const called = (spy: unknown) => vi.mocked(spy as typeof onSheet);

describe('on a row with the focus', () => {
  test.each([
    ['s', { set: { starred: true } }],
    ['u', { set: { status: 'read' } }],
  ])('%s edits its paper', async (key, patch) => {
    const { edit } = await start();
    expect(press('row', key)).toBe(false);
    await vi.waitFor(() => expect(called(edit).mock.calls).toEqual([[['a:salt'], patch]]));
  });

  test.each([
    ['o', 'https://a.example/salt'],
    ['p', 'https://arxiv.org/pdf/2609.00001'],
  ])('%s opens %s', async (key, address) => {
    await start();
    press('row', key);
    await vi.waitFor(() => expect(visited).toHaveBeenCalledOnce());
    expect(visited).toHaveBeenCalledWith(address, '_blank', 'noopener,noreferrer');
  });

  test.each([
    ['n', 'note'],
    ['e', 'edit'],
  ])('%s opens its page at the field “%s”', async (key, field) => {
    const { go } = await start();
    press('row', key);
    await vi.waitFor(() => expect(called(go).mock.calls).toEqual([[{ view: 'paper', id: 'a:salt', field }]]));
  });

  test('n has a field ready for the letters that follow, so none of them is a command', async () => {
    const { edit, commands, go } = await start();
    press('row', 'n');
    expect(go).toHaveBeenCalledOnce();
    const holder = document.activeElement;
    expect(holder?.localName).toBe('textarea');
    for (const key of ['s', 'u', '#', 'n', 'z'])
      holder?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(edit).not.toHaveBeenCalled();
    expect(commands.remove).not.toHaveBeenCalled();
    expect(commands.undo).not.toHaveBeenCalled();
    expect(go).toHaveBeenCalledOnce();
    takeLetters();
  });

  test.each(['o', 'p'])('%s tells that the paper was opened', async (key) => {
    const { opened } = await start();
    press('row', key);
    await vi.waitFor(() => expect(visited).toHaveBeenCalledOnce());
    expect(called(opened).mock.calls).toEqual([['a:salt', visited.mock.calls[0]?.[0]]]);
  });

  test('# removes it', async () => {
    const { commands } = await start();
    press('row', '#', { shiftKey: true });
    await vi.waitFor(() => expect(commands.remove).toHaveBeenCalledExactlyOnceWith('a:salt', 'Salt'));
  });

  test('t opens the tags where they stand', async () => {
    const { go } = await start();
    const pressed = vi.fn();
    document.getElementById('tags')?.addEventListener('click', pressed);
    expect(press('row', 't')).toBe(false);
    expect(pressed).toHaveBeenCalledOnce();
    expect(go).not.toHaveBeenCalled();
  });

  test('a paper that has gone meanwhile is left alone', async () => {
    const { db, edit, commands } = await start();
    press('gone', 's');
    press('gone', '#');
    await db.papers.count();
    expect(edit).not.toHaveBeenCalled();
    expect(commands.remove).not.toHaveBeenCalled();
  });
});

describe('on the page of a paper', () => {
  test('letters are about that paper, wherever the focus is', async () => {
    const { store, edit } = await start();
    store.route.value = { view: 'paper', id: 'a:salt' };
    press('outside', 's');
    await vi.waitFor(() =>
      expect(called(edit).mock.calls).toEqual([[['a:salt'], { set: { starred: true } }]]),
    );
  });

  test('t leads to its field of tags', async () => {
    const { store, go } = await start();
    store.route.value = { view: 'paper', id: 'a:salt' };
    press('outside', 't');
    await vi.waitFor(() =>
      expect(called(go).mock.calls).toEqual([[{ view: 'paper', id: 'a:salt', field: 'tags' }]]),
    );
  });
});

test('the edits that wait are what is turned', async () => {
  const db = openDatabase();
  await db.papers.add(SALT);
  const desk = createDesk({ db, shown: (paper) => ({ ...paper, starred: true }) });
  renderHook(() => useShortcuts({ current: document.querySelector('main') }, desk, onSheet));
  press('row', 's');
  await vi.waitFor(() => expect(desk.edit).toHaveBeenCalledWith(['a:salt'], { set: { starred: false } }));
});

describe('without a paper', () => {
  test.each(['s', 'u', 'o', 'p', 't', 'n', 'e', '#'])('%s is left to the browser', async (key) => {
    await start();
    expect(press('outside', key)).toBe(true);
  });

  test('z undoes, Z redoes, ? shows the sheet', async () => {
    const { commands } = await start();
    press('outside', 'z');
    press('outside', 'Z', { shiftKey: true });
    press('outside', '?', { shiftKey: true });
    expect(commands.undo).toHaveBeenCalledExactlyOnceWith();
    expect(commands.redo).toHaveBeenCalledOnce();
    expect(onSheet).toHaveBeenCalledOnce();
  });

  test('/ leads into the search box, from another view as well', async () => {
    const { go, store } = await start();
    expect(press('row', '/')).toBe(false);
    expect(document.activeElement?.id).toBe('box');
    expect(go).not.toHaveBeenCalled();
    store.route.value = { view: 'trash' };
    press('outside', '/');
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'papers' });
  });

  test.each(['j', 'k'])('%s leads into the list', async (key) => {
    await start();
    expect(press('outside', key)).toBe(false);
    expect(document.activeElement?.id).toBe('row');
  });
});

test.each([
  ['j', 'ArrowDown'],
  ['k', 'ArrowUp'],
])('in the list %s does what %s does, again while it is held', async (key, arrow) => {
  await start();
  const heard: string[] = [];
  document.querySelector('ul')?.addEventListener('keydown', (event) => heard.push(event.key));
  press('row', key);
  press('row', key, { repeat: true });
  expect(heard.filter((one) => one !== key)).toEqual([arrow, arrow]);
});

describe('a key means nothing here', () => {
  test.each<[string, string, string, KeyboardEventInit]>([
    ['in the search box', 'box', 's', {}],
    ['in a text field', 'text', 's', {}],
    ['in a choice', 'order', 's', {}],
    ['in a menu', 'item', 's', {}],
    ['with Ctrl', 'row', 's', { ctrlKey: true }],
    ['with Cmd', 'row', 's', { metaKey: true }],
    ['with Alt', 'row', 's', { altKey: true }],
    ['while it is held', 'row', 's', { repeat: true }],
    ['while characters are composed', 'row', 's', { isComposing: true }],
    ['that has none', 'row', 'q', {}],
  ])('%s', async (_, id, key, rest) => {
    const { db, edit } = await start();
    expect(press(id, key, rest)).toBe(true);
    await db.papers.count();
    expect(edit).not.toHaveBeenCalled();
  });

  test('while a dialog is open', async () => {
    await start();
    document.getElementById('sheet')?.setAttribute('open', '');
    expect(press('row', 's')).toBe(true);
  });

  test('once the panel is gone', async () => {
    const { commands } = createDesk();
    const desk = createDesk({ commands });
    const { unmount } = renderHook(() => useShortcuts({ current: document.body }, desk, onSheet));
    unmount();
    await vi.waitFor(() => {
      vi.mocked(commands.undo).mockClear();
      press('outside', 'z');
      expect(commands.undo).not.toHaveBeenCalled();
    });
  });
});

describe('g leads to the ways beside the library', () => {
  test('to the one that one is at', async () => {
    await start();
    const nav = document.createElement('nav');
    nav.className = 'sidebar';
    for (const [id, current] of [
      ['first', undefined],
      ['here', 'page'],
    ] as const) {
      const way = nav.appendChild(document.createElement('a'));
      Object.assign(way, { id, href: '#/', className: 'nav-link' });
      if (current) way.setAttribute('aria-current', current);
    }
    document.body.append(nav);
    expect(press('row', 'g')).toBe(false);
    expect(document.activeElement?.id).toBe('here');
  });

  test('by their drawer, if they are in one', async () => {
    await start();
    const button = document.createElement('button');
    button.className = 'drawer-button';
    const opened = vi.fn();
    button.addEventListener('click', opened);
    document.body.append(button);
    expect(press('row', 'g')).toBe(false);
    expect(opened).toHaveBeenCalledOnce();
  });

  test('where there are none, the key is others’', async () => {
    await start();
    expect(press('row', 'g')).toBe(true);
  });
});

test('a key is about the row with the focus, also while the page of another paper stands beside it', async () => {
  const desk = await start();
  desk.store.route.value = { view: 'paper', id: 'a:gone' };
  desk.store.beside.value = true;
  press('row', 's');
  await vi.waitFor(() => expect(desk.edit).toHaveBeenCalledOnce());
  expect(vi.mocked(desk.edit).mock.calls[0]?.[0]).toEqual(['a:salt']);
});
