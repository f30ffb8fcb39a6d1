// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import type { ViewName } from '@/components/desk/route';
import { Toolbar } from '@/components/shell/toolbar';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

const onKeys = vi.fn();

function draw(without: readonly ViewName[] = []) {
  return drawAtDesk(
    <Toolbar without={without} onKeys={onKeys}>
      <button type="button">Open side panel</button>
    </Toolbar>,
    createDesk(),
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const openMenu = () => act(async () => void fireEvent.click(button('More')));
const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

describe('the search box', () => {
  test('asks for what is typed, letter by letter', () => {
    const { type } = draw();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search papers' }), { target: { value: 'lan' } });
    expect(type).toHaveBeenCalledExactlyOnceWith('lan');
  });

  test('holds what is asked for, wherever that was said', async () => {
    const { store } = draw();
    await act(() => {
      store.query.value = 'author:"Ada"';
    });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('author:"Ada"');
  });
});

describe('the views', () => {
  test('each have a button that leads there', () => {
    const { go } = draw();
    for (const name of ['Collect', 'Import', 'Trash', 'History']) fireEvent.click(button(name));
    expect(vi.mocked(go).mock.calls.map(([route]) => route.view)).toEqual([
      'collect',
      'import',
      'trash',
      'history',
    ]);
  });

  test('that is shown has its button pressed, which leads back to the list', async () => {
    const { store, go } = draw();
    await act(() => {
      store.route.value = { view: 'trash' };
    });
    expect(button('Trash').getAttribute('aria-pressed')).toBe('true');
    expect(button('History').getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(button('Trash'));
    expect(go).toHaveBeenCalledExactlyOnceWith({ view: 'papers' });
  });

  test('that this page cannot show have no button', () => {
    draw(['collect']);
    expect(screen.queryByRole('button', { name: 'Collect' })).toBeNull();
    expect(button('Import')).toBeTruthy();
  });

  test('are about the page in front, whatever a menu asked for before', () => {
    const { store } = draw();
    store.wish.value = { tab: 7, window: 1, at: '2026-11-24T12:00:00.000Z' };
    fireEvent.click(button('Collect'));
    expect(store.wish.value).toBeUndefined();
  });
});

test('buttons of the page around stand beside them, and the export', () => {
  draw();
  expect(button('Open side panel')).toBeTruthy();
  expect(button('Export')).toBeTruthy();
});

describe('the menu', () => {
  test('makes rows compact, and comfortable again', async () => {
    const { store } = draw();
    await openMenu();
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'Compact rows' })));
    expect(store.density.value).toBe('compact');
    await openMenu();
    expect(items()).not.toContain('Compact rows');
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'Comfortable rows' })));
    expect(store.density.value).toBe('comfortable');
  });

  test('shows the keys', async () => {
    draw();
    await openMenu();
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'Keyboard shortcuts' })));
    expect(onKeys).toHaveBeenCalledOnce();
  });
});
