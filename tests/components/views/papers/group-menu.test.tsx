// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { GroupMenu } from '@/components/views/papers/group-menu';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

const open = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Group by' })));
const choices = () => screen.getAllByRole('menuitemradio');
const checked = () => choices().filter((item) => item.getAttribute('aria-checked') === 'true');

test('it offers days, years and sites, and to have no groups', async () => {
  drawAtDesk(<GroupMenu />);
  await open();
  const names = ['No groups', 'Day saved', 'Listing day', 'Year', 'Site'];
  expect(choices().map(({ textContent }) => textContent)).toEqual(names);
  expect(checked().map(({ textContent }) => textContent)).toEqual(['No groups']);
});

test('what is chosen holds, has the focus when the menu is opened again, and can be taken back', async () => {
  const { store } = drawAtDesk(<GroupMenu />, createDesk());
  await open();
  await act(async () => void fireEvent.click(screen.getByRole('menuitemradio', { name: 'Listing day' })));
  expect(store.group.value).toBe('listed');
  await open();
  expect(document.activeElement?.textContent).toBe('Listing day');
  expect(checked()).toEqual([document.activeElement]);
  await act(async () => void fireEvent.click(screen.getByRole('menuitemradio', { name: 'No groups' })));
  expect(store.group.value).toBeUndefined();
});
