// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BackupsCard } from '@/components/options/backups-card';
import { backupStep, beginBackup } from '@/storage/backup/make-backup';
import { answerMessages } from '@/tests/components/answer-messages';
import { openScene } from '@/tests/storage/backup/backed-up';
import { at } from '@/tests/storage/cards';

function draw() {
  const scene = openScene();
  const asked = answerMessages({
    backUp: () => ({ ok: true, value: null }),
    deleteBackup: () => ({ ok: true, value: null }),
  });
  render(<BackupsCard db={scene.db} store={scene.store} />);
  return { ...scene, asked };
}

const status = () => screen.getByRole('status').textContent;
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

test('it says what is being done, until the backup is verified', async () => {
  const { db, store, fill, prove } = draw();
  await vi.waitFor(() => expect(status()).toBe('There is no backup yet.'));
  await fill(5);
  await beginBackup(db, store, at(10));
  await vi.waitFor(() => expect(status()).toContain('Backing up: 0 papers so far'));
  expect(button('Back up now').disabled).toBe(true);
  while (await backupStep(db, store));
  await vi.waitFor(() => expect(status()).toContain('Checking'));
  await prove(at(20));
  await vi.waitFor(() =>
    expect(status()).toMatch(/^Verified: the backup of .*Sep.* was restored, and is the same/),
  );
  expect(button('Back up now').disabled).toBe(false);
  const [row] = screen.getAllByRole('listitem');
  expect(row?.textContent).toMatch(/8 papers · 0\.1 MB · verified .*Sep/);
});

test('buttons ask the worker; a backup is restored on the full page', async () => {
  const { fill, make, asked } = draw();
  const assign = vi.spyOn(location, 'assign').mockImplementation(() => {});
  onTestFinished(() => assign.mockRestore());
  await vi.waitFor(() => expect(button('Back up now').disabled).toBe(false));
  fireEvent.click(button('Back up now'));
  await vi.waitFor(() => expect(asked).toMatchObject([{ type: 'backUp' }]));
  await fill(2);
  await make(at(10));
  const row = within(await screen.findByRole('listitem'));
  fireEvent.click(row.getByRole('button', { name: /^Restore the backup of/ }));
  expect(assign).toHaveBeenCalledExactlyOnceWith('/library.html?backup=1#/import');
  fireEvent.click(row.getByRole('button', { name: /^Delete the backup of/ }));
  expect(asked.some(({ type }) => type === 'deleteBackup')).toBe(false);
  fireEvent.click(row.getByRole('button', { name: 'Delete for good' }));
  await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ type: 'deleteBackup', data: { number: 1 } }));
});

test('what did not come back as it was is told', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { store, fill, make, prove } = draw();
  await fill(60);
  await make(at(10));
  await store.chunks.limit(1).delete();
  await prove(at(20));
  await vi.waitFor(() => expect(status()).toContain('did not come back as it was. Back up again'));
  expect(screen.getByRole('listitem').textContent).toContain('damaged in part');
});
