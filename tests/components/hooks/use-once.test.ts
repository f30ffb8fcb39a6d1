// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useOnce } from '@/components/hooks/use-once';

/** A question that is answered when the test says so, by input. */
function slow() {
  const asked: string[] = [];
  const open = new Map<string, { answer(value: string): void; fail(): void }>();
  const { result, rerender } = renderHook(
    (input: string) =>
      useOnce(
        () =>
          new Promise<string>((answer, reject) => {
            asked.push(input);
            open.set(input, { answer, fail: () => reject(new Error('no')) });
          }),
        [input],
      ),
    { initialProps: 'a' },
  );
  return { asked, open, rerender, now: () => result.current };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

test('is undefined until the answer is there, and asks once', async () => {
  const { asked, open, rerender, now } = slow();
  expect(now()).toBeUndefined();
  rerender('a');
  open.get('a')?.answer('A');
  await vi.waitFor(() => expect(now()).toBe('A'));
  expect(asked).toEqual(['a']);
});

test('asks again for other inputs, and forgets answers to the older ones', async () => {
  const { asked, open, rerender, now } = slow();
  rerender('b');
  await vi.waitFor(() => expect(asked).toEqual(['a', 'b']));
  open.get('b')?.answer('B');
  await vi.waitFor(() => expect(now()).toBe('B'));
  open.get('a')?.answer('A');
  await aMoment();
  expect(now()).toBe('B');
});

test('is undefined again if the next question fails, but not because an older one does', async () => {
  const { asked, open, rerender, now } = slow();
  rerender('b');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  open.get('b')?.answer('B');
  await vi.waitFor(() => expect(now()).toBe('B'));
  open.get('a')?.fail();
  await aMoment();
  expect(now()).toBe('B');
  rerender('c');
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  open.get('c')?.fail();
  await vi.waitFor(() => expect(now()).toBeUndefined());
});
