import { expect, test } from 'vitest';
import { inSlices } from '@/utils/formats/html/page/in-slices';

test('all is done in order, as much as there is time for in one slice', async () => {
  let time = 0;
  const done: number[] = [];
  const told: number[] = [];
  const act = (thing: number) => {
    time += thing;
    done.push(thing);
  };
  await inSlices(
    [10, 10, 10, 100, 5, 5],
    act,
    (count) => told.push(count),
    () => time,
  );
  expect(done).toEqual([10, 10, 10, 100, 5, 5]);
  expect(told).toEqual([3, 4, 6]);
});

test('of nothing there is nothing to do', async () => {
  await inSlices(
    [],
    () => expect.fail(),
    () => expect.fail(),
    () => 0,
  );
});

test('what else is to be done comes between two slices', async () => {
  const seen: string[] = [];
  let time = 0;
  const act = (thing: string) => {
    seen.push(thing);
    if (thing === 'a') setTimeout(() => seen.push('typed'));
  };
  await inSlices(
    ['a', 'b'],
    act,
    () => {},
    () => (time += 40),
  );
  expect(seen).toEqual(['a', 'typed', 'b']);
});
