import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '@/storage/failure';
import { openDatabase } from '@/tests/storage/open-database';
import { ownPage, STRANGERS, startWorker } from './worker';

let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  worker = await startWorker(openDatabase());
});

const ask = (name: 'backUp' | 'deleteBackup', data?: unknown, sender = ownPage()) =>
  worker[name]({ data, sender });

test('a backup is begun, and what it says of a library that was lost is passed on', async () => {
  expect(await ask('backUp')).toEqual({ ok: true, value: null });
  expect(worker.effects.keeper.backUp).toHaveBeenCalledOnce();
  worker.effects.keeper.backUp.mockRejectedValueOnce(new Failure('lost'));
  expect(await ask('backUp')).toEqual({ ok: false, code: 'lost' });
});

test('a backup is deleted by its number, and nothing else is', async () => {
  expect(await ask('deleteBackup', { number: 3 })).toEqual({ ok: true, value: null });
  expect(worker.effects.keeper.deleteBackup).toHaveBeenCalledExactlyOnceWith(3);
  for (const data of [undefined, {}, { number: 0 }, { number: '3' }, { number: 1, all: true }])
    expect(await ask('deleteBackup', data)).toEqual({ ok: false, code: 'refused' });
  expect(worker.effects.keeper.deleteBackup).toHaveBeenCalledOnce();
});

describe.each(['backUp', 'deleteBackup'] as const)('%s', (name) => {
  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    expect(await ask(name, { number: 1 }, sender)).toEqual({ ok: false, code: 'refused' });
    expect(worker.effects.keeper[name]).not.toHaveBeenCalled();
  });
});
