import { describe, expect, test, vi } from 'vitest';
import { Failure } from '@/storage/failure';
import { libraryOptions } from '@/storage/options';
import { db, restart, worker } from './fresh-worker';
import { ownPage, STRANGERS } from './worker';

test('a choice of our pages is kept', async () => {
  const answer = await worker.setOptions({ data: { theme: 'dark' }, sender: ownPage('/options.html') });
  expect(answer).toEqual({ ok: true, value: null });
  expect(await libraryOptions(db)).toEqual({ theme: 'dark' });
});

describe('refused is', () => {
  test.each(STRANGERS)('%s', async (_, sender) => {
    expect(await worker.setOptions({ data: { theme: 'dark' }, sender })).toMatchObject({ ok: false });
    expect(await libraryOptions(db)).toEqual({});
  });

  test.each([[{ theme: 'pink' }], [{}], [null], [{ theme: 'dark', more: 1 }]])('%j', async (data) => {
    expect(await worker.setOptions({ data, sender: ownPage() })).toMatchObject({ ok: false });
    expect(await libraryOptions(db)).toEqual({});
  });

  test('a library that was lost', async () => {
    await restart({ guard: vi.fn(() => Promise.reject(new Failure('lost'))) });
    const answer = await worker.setOptions({ data: { theme: 'dark' }, sender: ownPage() });
    expect(answer).toMatchObject({ ok: false });
  });
});
