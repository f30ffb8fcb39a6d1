import { expect, test, vi } from 'vitest';
import { createChange } from '@/entrypoints/background/change';
import { Failure } from '@/storage/failure';

function effects() {
  const calls: string[] = [];
  return {
    calls,
    beginSession: vi.fn(async () => void calls.push('session')),
    guard: vi.fn(async () => void calls.push('guard')),
    onChange: vi.fn((entry?: number) => void calls.push(`changed ${entry}`)),
  };
}

test('a command runs in a session and is told of', async () => {
  const { calls, ...own } = effects();
  const command = async () => calls.push('command');
  expect(await createChange(own)(command)).toBe(3);
  expect(calls).toEqual(['session', 'guard', 'command', 'changed 3']);
});

test('one that changed nothing is not', async () => {
  const { calls, ...own } = effects();
  expect(await createChange(own)(async () => undefined)).toBeUndefined();
  expect(calls).toEqual(['session', 'guard']);
});

test('none runs in a library that was lost', async () => {
  const { calls: _, ...own } = effects();
  const command = vi.fn(async () => 1);
  own.guard.mockRejectedValueOnce(new Failure('lost'));
  await expect(createChange(own)(command)).rejects.toMatchObject({ code: 'lost' });
  expect(command).not.toHaveBeenCalled();
});
