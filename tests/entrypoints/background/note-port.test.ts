import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createChange } from '@/entrypoints/background/change';
import { createNotePort, MOST_PAUSES } from '@/entrypoints/background/note-port';
import type { Sender } from '@/entrypoints/background/sender';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { portPair } from '@/tests/ports';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { LANTERNS, listing, ownPage, STRANGERS, startWorker } from './worker';

const ID = 'arxiv:2609.00001';
const RUN = '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80';
const OPEN = { paper: ID, run: RUN, seen: [] };

let db: OffprintDatabase;
let worker: Awaited<ReturnType<typeof startWorker>>;
/** Ends the pause under way. */
let passTime: (() => void)[];

beforeEach(async () => {
  db = openDatabase();
  passTime = [];
  worker = await startWorker(db, { pause: () => new Promise((resolve) => passTime.push(resolve)) });
  await saveCards(db, [LANTERNS], at(0));
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

function connect(sender: Sender = ownPage()) {
  const { effects } = worker;
  const { page, worker: own } = portPair(sender);
  createNotePort(db, { ...effects, change: createChange(effects) })(own as never);
  return { page, own };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const note = async () => (await db.papers.get(ID))?.note;

async function pauseEnds(): Promise<void> {
  await settled();
  for (const pass of passTime.splice(0)) pass();
  await settled();
}

test('a text is written after a pause, and told', async () => {
  const { page, own } = connect();
  page.postMessage(OPEN);
  page.postMessage({ number: 1, text: 'L' });
  page.postMessage({ number: 2, text: 'La' });
  await settled();
  expect(await note()).toBeUndefined();
  await pauseEnds();
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted).toEqual([{ number: 2 }]));
  expect(await note()).toBe('La');
  expect(worker.effects.onChange).toHaveBeenCalledTimes(1);
});

test('who types without a pause is written all the same', async () => {
  const { page, own } = connect();
  page.postMessage(OPEN);
  for (let number = 1; number <= MOST_PAUSES; number++) {
    page.postMessage({ number, text: 'x'.repeat(number) });
    await settled();
    if (number > 1) passTime.shift()?.(); // of the letter before; this one came meanwhile
    await vi.waitFor(() => expect(passTime).toHaveLength(1));
  }
  expect(own.posted).toEqual([]);
  page.postMessage({ number: 9, text: 'the last' });
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted).toEqual([{ number: 9 }]));
  expect(passTime).toEqual([]);
});

test('a port that closes right after the last letter loses none', async () => {
  const { page } = connect();
  page.postMessage(OPEN);
  page.postMessage({ number: 1, text: 'Lamps' });
  page.postMessage({ number: 2, text: 'Lamps!' });
  page.disconnect();
  await vi.waitFor(async () => expect(await note()).toBe('Lamps!'));
});

test('a worker that was stopped before it answered writes the text once', async () => {
  const first = connect();
  first.page.postMessage(OPEN);
  first.page.postMessage({ number: 1, text: 'Lamps' });
  first.page.disconnect();
  await vi.waitFor(async () => expect(await note()).toBe('Lamps'));
  const second = connect(); // the page does not know that it is saved, nor its stamp
  second.page.postMessage(OPEN);
  second.page.postMessage({ number: 2, text: 'Lamps and more' });
  second.page.disconnect();
  await vi.waitFor(async () => expect(await note()).toBe('Lamps and more'));
  expect(await db.journal.count()).toBe(2);
});

test('a failure is told, and the text is written with the next one', async () => {
  const { page, own } = connect();
  vi.spyOn(worker.effects, 'guard').mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
  page.postMessage(OPEN);
  page.postMessage({ number: 1, text: 'L' });
  await pauseEnds();
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted).toEqual([{ number: 1, code: 'full' }]));
  page.postMessage({ number: 1, text: 'L' }); // told again
  await pauseEnds();
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted.at(-1)).toEqual({ number: 1 }));
  expect(await note()).toBe('L');
});

test('what is too long is told', async () => {
  const { page, own } = connect();
  page.postMessage(OPEN);
  page.postMessage({ number: 1, text: 'x'.repeat(100_001) });
  await pauseEnds();
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted).toEqual([{ number: 1, code: 'longNote' }]));
  expect(await note()).toBeUndefined();
});

describe('closes the port', () => {
  test.each<[string, Sender]>([['our content script', listing()], ...STRANGERS])(
    'of %s',
    async (_, sender) => {
      const { page, own } = connect(sender);
      expect(own.disconnect).toHaveBeenCalled();
      expect(() => page.postMessage(OPEN)).toThrow();
      await settled();
      expect(await note()).toBeUndefined();
    },
  );

  test.each<[string, unknown[]]>([
    ['a text before the note is opened', [{ number: 1, text: 'x' }]],
    ['two notes', [OPEN, OPEN]],
    ['nonsense', [OPEN, { number: 'x' }]],
  ])('on %s', async (_, messages) => {
    const { page, own } = connect();
    for (const message of messages) page.postMessage(message);
    await settled();
    expect(own.disconnect).toHaveBeenCalled();
  });
});

test('a library that was lost is not written', async () => {
  const { page, own } = connect();
  vi.spyOn(worker.effects, 'guard').mockRejectedValue(new Failure('lost'));
  page.postMessage(OPEN);
  page.postMessage({ number: 1, text: 'L' });
  await pauseEnds();
  await pauseEnds();
  await vi.waitFor(() => expect(own.posted).toEqual([{ number: 1, code: 'lost' }]));
});
