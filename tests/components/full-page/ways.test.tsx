// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { createStore } from '@/components/desk/store';
import { Ways } from '@/components/full-page/ways';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

/** In minutes. */
const DAY = 1440;

/** A library of papers with these tags, one saved a day. */
async function libraryOf(tags: string[][]): Promise<OffprintDatabase> {
  const db = openDatabase();
  for (const [index, own] of tags.entries()) {
    const number = String(index).padStart(5, '0');
    await saveCards(
      db,
      [card({ identifiers: { arxiv: `2609.${number}` }, title: `Lanterns ${number}` })],
      at(index * DAY),
    );
    if (own.length > 0)
      await editPapers(db, [`arxiv:2609.${number}`], { add: { tags: own } }, at(index * DAY + 1));
  }
  return db;
}

async function draw(tags: string[][]) {
  const db = await libraryOf(tags);
  const desk = drawAtDesk(<Ways />, createDesk({ db, store: createStore('', 'comfortable') }));
  await screen.findByRole('link', { name: `All papers ${tags.length}` });
  return { db, desk };
}

const section = (name: string) => within(screen.getByRole('group', { name }));
const names = (name: string) =>
  section(name)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

test('each way tells how many papers it leads to, and keeps up with the library', async () => {
  const { db } = await draw([['optics'], ['optics', 'to read'], []]);
  expect(screen.getByRole('link', { name: 'Inbox 3' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Starred 0' })).toBeTruthy();
  await screen.findByRole('group', { name: 'Tags' });
  expect(names('Tags')).toEqual(['optics 2', 'to read 1']);
  await act(async () => void (await removePapers(db, ['arxiv:2609.00001'], at(9 * DAY))));
  await screen.findByRole('link', { name: 'Inbox 2' });
  expect(await screen.findByRole('link', { name: 'Trash 1' })).toBeTruthy();
  expect(names('Tags')).toEqual(['optics 1']);
});

test('a tag leads to the papers that have exactly this one, and has its colour', async () => {
  await draw([['say "no"']]);
  const link = await screen.findByRole('link', { name: 'say "no" 1' });
  expect(decodeURIComponent(link.getAttribute('href') ?? '').replaceAll('+', ' ')).toBe(
    '#/?q=tag:="say ""no"""',
  );
  expect(link.querySelector<HTMLElement>('.nav-dot')?.style.getPropertyValue('--hue')).toMatch(/^\d+$/);
});

test('a library without tags, days or sites has no headings for them', async () => {
  const db = openDatabase();
  drawAtDesk(<Ways />, createDesk({ db }));
  await screen.findByRole('link', { name: 'All papers 0' });
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Views']);
});

describe('more', () => {
  test('days come a month at a time, and the first new one has the focus', async () => {
    await draw(Array(7).fill([]));
    await screen.findByRole('group', { name: 'Saved on' });
    expect(names('Saved on')).toHaveLength(5);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'More days' })));
    await expect.poll(() => names('Saved on').length).toBe(7);
    expect(document.activeElement).toBe(section('Saved on').getAllByRole('link')[5]);
    expect(screen.queryByRole('button', { name: 'More days' })).toBeNull();
  });

  test('of many tags the most frequent are drawn, and a field finds the others', async () => {
    const many = Array.from({ length: 130 }, (_, index) => `tag ${String(index).padStart(3, '0')}`);
    await draw([many, ['tag 127']]);
    await screen.findByRole('group', { name: 'Tags' });
    expect(names('Tags')).toHaveLength(10);
    expect(names('Tags')[0]).toBe('tag 127 2');
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'All tags' })));
    const field = await screen.findByRole('textbox', { name: 'Filter tags' });
    expect(document.activeElement).toBe(field);
    await expect.poll(() => names('Tags').length).toBe(100);
    expect(screen.getByText('30 others: type a part of the name in the field above')).toBeTruthy();
    await act(async () => void fireEvent.input(field, { target: { value: 'G 12' } }));
    expect(names('Tags')).toHaveLength(10);
    expect(screen.queryByText(/others/)).toBeNull();
  });
});
