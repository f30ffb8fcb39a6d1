import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askWorker } from '@/entrypoints/listing/page/ask-worker';
import { answerMessages } from '@/tests/components/answer-messages';
import { card } from '@/tests/storage/cards';

const CARDS = [card({ identifiers: { arxiv: '2609.00001' } })];
const SAVED = { ok: true, value: { saved: [true], undoable: true } };
const RUN = '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80';
const UNKNOWN = { ok: false, code: 'unknown' };
const PAGE = '5f0f4dfe-3a4e-4d1c-9d53-6f0a4b7c2e11';
const ASKED = { page: PAGE, run: RUN, listing: '', cards: CARDS };
/** Longer than anybody waits. */
const EVER = 120_000;

const never = () => new Promise(() => {});
const lost = () => {
  throw new Error('stopped');
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => void vi.useRealTimers());

/** A worker that does these things, one for each question; the last one from then on. */
function worker(...deeds: (() => unknown)[]) {
  let count = 0;
  return answerMessages({ saveCards: () => deeds[Math.min(count++, deeds.length - 1)]?.() });
}

/** A worker that never said anything. */
const dead = () => Number.NEGATIVE_INFINITY;

async function answerWithin(ms: number) {
  const told = vi.fn();
  void askWorker('saveCards', ASKED, dead).then(told);
  await vi.advanceTimersByTimeAsync(ms);
  return told.mock.calls[0]?.[0];
}

describe('askWorker', () => {
  test('puts the question and gives the answer', async () => {
    const asked = worker(() => SAVED);
    expect(await answerWithin(0)).toEqual(SAVED);
    expect(asked).toEqual([{ type: 'saveCards', data: ASKED }]);
  });

  test('takes a refusal for an answer', async () => {
    const asked = worker(() => ({ ok: false, code: 'full' }));
    expect(await answerWithin(0)).toEqual({ ok: false, code: 'full' });
    await vi.advanceTimersByTimeAsync(EVER);
    expect(asked).toHaveLength(1);
  });

  test('asks again if the answer was lost, and does not ask once more after that', async () => {
    const asked = worker(lost, () => SAVED);
    expect(await answerWithin(1000)).toEqual(SAVED);
    await vi.advanceTimersByTimeAsync(EVER);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
  });

  test('asks again if there is no answer for a while', async () => {
    const asked = worker(never, () => SAVED);
    const told = vi.fn();
    void askWorker('saveCards', ASKED, dead).then(told);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toHaveLength(2);
    expect(told).toHaveBeenCalledWith(SAVED);
  });

  test('waits on for a worker that speaks of other things meanwhile', async () => {
    const asked = worker(never, () => SAVED);
    const told = vi.fn();
    let heardAt = 0;
    void askWorker('saveCards', ASKED, () => heardAt).then(told);
    for (let second = 0; second < 30; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      heardAt = performance.now();
    }
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000); // it fell silent
    expect(asked).toHaveLength(2);
    expect(told).toHaveBeenCalledWith(SAVED);
  });

  test('has more patience each time', async () => {
    const asked = worker(never);
    void askWorker('saveCards', ASKED, dead);
    const begun = Date.now();
    const moments = [0];
    while (Date.now() < begun + EVER) {
      await vi.advanceTimersByTimeAsync(100);
      if (asked.length > moments.length) moments.push(Date.now() - begun);
    }
    const waits = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(waits.length).toBeGreaterThan(1);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(2 * (waits[0] ?? 0));
  });

  test.each([
    ['loses every question', lost],
    ['never answers', never],
  ])('gives up on a worker that %s, and does not reject', async (_, deed) => {
    const asked = worker(deed);
    expect(await answerWithin(EVER)).toEqual(UNKNOWN);
    const before = asked.length;
    expect(before).toBeGreaterThan(2);
    await vi.advanceTimersByTimeAsync(EVER);
    expect(asked).toHaveLength(before);
  });
});
