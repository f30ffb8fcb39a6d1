import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openNote } from '@/components/browser/note-port';
import { type End, portPair } from '@/tests/ports';

const ID = 'arxiv:2609.00001';

/** The worker's ends of all ports so far, and what each heard. */
let ends: { end: End; heard: unknown[] }[];

beforeEach(() => {
  vi.useFakeTimers();
  ends = [];
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation((() => {
    const { page, worker } = portPair({});
    const heard: unknown[] = [];
    worker.onMessage.addListener(((message: unknown) => heard.push(message)) as never);
    ends.push({ end: worker, heard });
    return page;
  }) as never);
});

afterEach(() => void vi.useRealTimers());

function opened() {
  const note = openNote(ID, ['0'.repeat(22)]);
  const states: string[] = [];
  note.onState((state, code) => states.push(code ? `${state} ${code}` : state));
  return { note, states };
}

const texts = (index: number) => ends[index]?.heard.slice(1);
const tick = () => vi.advanceTimersByTimeAsync(0);

test('nothing is connected before the first letter; then every letter goes at once', async () => {
  const { note, states } = opened();
  expect(ends).toEqual([]);
  note.write('L');
  note.write('La');
  await tick();
  expect(ends[0]?.heard).toEqual([
    { paper: ID, run: expect.any(String), seen: ['0'.repeat(22)] },
    { number: 1, text: 'L' },
    { number: 2, text: 'La' },
  ]);
  ends[0]?.end.postMessage({ number: 1 });
  await tick();
  expect(states).toEqual(['saving', 'saving']);
  ends[0]?.end.postMessage({ number: 2 });
  await tick();
  expect(states.at(-1)).toBe('saved');
});

test('after the worker was stopped the text goes to the next, under the same run', async () => {
  const { note } = opened();
  note.write('L');
  await tick();
  ends[0]?.end.disconnect();
  await vi.advanceTimersByTimeAsync(200);
  expect(texts(1)).toEqual([{ number: 1, text: 'L' }]);
  expect(ends[1]?.heard[0]).toEqual(ends[0]?.heard[0]);
});

test('if all is saved, the next worker is called by the next letter', async () => {
  const { note } = opened();
  note.write('L');
  await tick();
  ends[0]?.end.postMessage({ number: 1 });
  await tick();
  ends[0]?.end.disconnect();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ends).toHaveLength(1);
  note.write('La');
  await tick();
  expect(texts(1)).toEqual([{ number: 2, text: 'La' }]);
});

test('a letter on a port that has just gone is not lost', async () => {
  const { note } = opened();
  note.write('L');
  await tick();
  ends[0]?.end.disconnect();
  note.write('La'); // before the page hears of it
  await vi.advanceTimersByTimeAsync(200);
  expect(texts(1)).toEqual([{ number: 2, text: 'La' }]);
});

test('what failed is told again, but not what is too long', async () => {
  const { note, states } = opened();
  note.write('L');
  await tick();
  ends[0]?.end.postMessage({ number: 1, code: 'full' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(states.at(-1)).toBe('failed full');
  expect(texts(0)).toEqual([
    { number: 1, text: 'L' },
    { number: 1, text: 'L' },
  ]);
  note.write('x'.repeat(100_001));
  await vi.advanceTimersByTimeAsync(4000);
  expect(states.at(-1)).toBe('failed longNote');
  expect(texts(0)).toHaveLength(2);
});

test('closing with unsaved letters sends them first, also without a port', async () => {
  const { note } = opened();
  note.write('L');
  note.close();
  await tick();
  expect(texts(0)).toEqual([{ number: 1, text: 'L' }]);
  note.write('La');
  await tick();
  expect(ends).toHaveLength(1);

  const { note: other } = opened();
  other.write('M');
  await tick();
  ends[1]?.end.disconnect();
  await tick();
  other.close();
  await tick();
  expect(texts(2)).toEqual([{ number: 1, text: 'M' }]);
});
