import { expect, test, vi } from 'vitest';
import { createQueue, type Rank } from '@/entrypoints/background/queue';

const RANKS: Rank[] = ['press', 'list', 'question', 'later'];

/** Work that ends when the test says so. */
function held() {
  let end = () => {};
  const work = () =>
    new Promise<void>((resolve) => {
      end = resolve;
    });
  return { work, end: () => end() };
}

test('what is done first: a press, a list, a question, what nobody waits for; each in the order it came', async () => {
  const queue = createQueue();
  const { work, end } = held();
  const order: string[] = [];
  const first = queue.add('later', work);
  const others = [1, 2].flatMap((count) =>
    RANKS.toReversed().map((rank) => queue.add(rank, async () => void order.push(`${rank} ${count}`))),
  );
  end();
  await Promise.all([first, ...others]);
  expect(order).toEqual(RANKS.flatMap((rank) => [`${rank} 1`, `${rank} 2`]));
});

test('a press that comes while a list is saved goes before its next part', async () => {
  const queue = createQueue();
  const order: string[] = [];
  const parts = [1, 2, 3].map((part) =>
    queue.add('list', async () => {
      if (part === 1) void queue.add('press', async () => void order.push('press'));
      order.push(`part ${part}`);
    }),
  );
  await Promise.all(parts);
  expect(order).toEqual(['part 1', 'press', 'part 2', 'part 3']);
});

test('one thing is done at a time', async () => {
  const queue = createQueue();
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
  };
  await Promise.all([...RANKS, ...RANKS].map((rank) => queue.add(rank, work)));
  expect({ running, most }).toEqual({ running: 0, most: 1 });
});

test('what is asked for when nothing is under way begins at once', () => {
  const work = vi.fn(async () => {});
  void createQueue().add('later', work);
  expect(work).toHaveBeenCalledTimes(1);
});

test('gives what the work gives', async () => {
  const queue = createQueue();
  expect(await queue.add('press', async () => 7)).toBe(7);
  expect(await queue.add('press', async () => undefined)).toBeUndefined();
});

test.each<[string, () => Promise<never>]>([
  ['rejects', () => Promise.reject(new Error('broken'))],
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
])('work that %s is told to who asked for it, and the rest goes on', async (_, broken) => {
  const queue = createQueue();
  const { work, end } = held();
  const first = queue.add('press', work);
  const failing = queue.add('press', broken);
  const next = queue.add('press', async () => 'done');
  const later = queue.add('later', async () => 'done too');
  end();
  await first;
  await expect(failing).rejects.toThrow('broken');
  expect(await Promise.all([next, later])).toEqual(['done', 'done too']);
  expect(await queue.add('press', async () => 'and afterwards')).toBe('and afterwards');
});
