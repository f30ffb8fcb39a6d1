// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Drawer, DrawerButton } from '@/components/full-page/drawer';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

function Scene({ open }: { open: ReturnType<typeof signal<boolean>> }) {
  return (
    <>
      <DrawerButton open={open as never} />
      {open.value && (
        <Drawer
          onClose={() => {
            open.value = false;
          }}
        >
          <a class="nav-link" href="#/">
            All
          </a>
          <a class="nav-link" href="#/?q=a" aria-current="page">
            Inbox
          </a>
          <button type="button">More</button>
        </Drawer>
      )}
    </>
  );
}

async function draw(beside = false) {
  const open = signal(false);
  const desk = createDesk();
  desk.store.beside.value = beside;
  drawAtDesk(<Scene open={open} />, desk);
  if (beside) return open;
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Library' })));
  return open;
}

test('it opens where one is, and its button says so', async () => {
  await draw();
  expect(screen.getByRole('dialog', { name: 'Library' })).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Inbox');
  expect(document.querySelector('.drawer-button')?.getAttribute('aria-expanded')).toBe('true');
});

test.each(['All', 'Close'])('“%s” closes it', async (name) => {
  const open = await draw();
  const pressed = name === 'Close' ? screen.getByRole('button', { name }) : screen.getByText(name);
  await act(async () => void fireEvent.click(pressed));
  expect(open.value).toBe(false);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is pressed in it without leading elsewhere leaves it open', async () => {
  const open = await draw();
  await act(async () => void fireEvent.click(screen.getByText('More')));
  expect(open.value).toBe(true);
});

test('where there is room for its ways beside the list, there is no button', async () => {
  await draw(true);
  expect(screen.queryByRole('button')).toBeNull();
});
