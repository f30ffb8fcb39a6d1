// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SeenOn } from '@/components/views/paper/seen-on';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { closedDatabase } from '@/tests/components/unreadable';
import { daysAfter, MONDAY, TUESDAY } from '@/tests/storage/cards';
import type { Sighting } from '@/utils/paper/schema';

const SEEN: Sighting = { paper: 'a:1', site: 'huggingface', url: MONDAY, seenAt: daysAfter(0) };

async function show(...sightings: Partial<Sighting>[]) {
  const desk = createDesk();
  await desk.db.sightings.bulkAdd(sightings.map((fields) => ({ ...SEEN, ...fields })));
  drawAtDesk(<SeenOn id="a:1" />, desk);
  return desk;
}

async function lines(): Promise<HTMLElement[]> {
  return within(await screen.findByRole('list', { name: 'Seen on' })).getAllByRole('listitem');
}

test('a line says where, when, by whom, and with how many votes and comments', async () => {
  await show({ listedAt: '2025-09-28', submitter: 'ada', upvotes: 1287, comments: 1 });
  const [line] = await lines();
  const link = within(line as HTMLElement).getByRole('link', { name: 'Hugging Face' });
  expect(link.getAttribute('href')).toBe(MONDAY);
  expect(line?.textContent).toContain('28 Sept 2025');
  expect(line?.querySelector('time')?.title).toMatch(/28 September 2025\nSeen Monday/);
  for (const fact of ['by ada', '▲ 1,287', '1,287 votes', '1 comment'])
    expect(within(line as HTMLElement).getByText(fact)).toBeTruthy();
});

test('a listing without a day is dated by when it was seen', async () => {
  await show({ seenAt: '2025-09-28T12:00:00.000Z' });
  const [line] = await lines();
  expect(line?.textContent).toBe('Hugging Faceseen 28 Sept 2025');
});

test('the newest come first, and those after five when asked for', async () => {
  const days = [3, 1, 7, 2, 5, 4, 6];
  await show(...days.map((day) => ({ url: `${MONDAY}?${day}`, listedAt: `2026-09-0${day}` })));
  const shown = async () =>
    (await lines()).map((line) => line.querySelector('time')?.getAttribute('datetime')?.slice(-1)).join('');
  expect(await shown()).toBe('76543');
  fireEvent.click(screen.getByRole('button', { name: 'Show all 7' }));
  expect(await shown()).toBe('7654321');
  fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(await shown()).toBe('76543');
});

test('votes are drawn from two sightings with votes on', async () => {
  const { db } = await show({ upvotes: 12 }, { url: TUESDAY, seenAt: daysAfter(1) });
  await lines();
  expect(screen.queryByRole('figure')).toBeNull();
  await db.sightings.update(['a:1', 'huggingface', TUESDAY], { upvotes: 87 });
  expect((await screen.findByRole('figure')).textContent).toContain('12 votes on');
});

test('a paper that no listing showed has no such section', async () => {
  const { db } = await show({}, { paper: 'a:12' });
  await lines();
  await db.sightings.delete(['a:1', 'huggingface', MONDAY]);
  await waitFor(() => expect(screen.queryByRole('heading')).toBeNull());
});

test('sightings that cannot be read are not called none', async () => {
  drawAtDesk(<SeenOn id="a:1" />, createDesk({ db: closedDatabase() }));
  expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
});
