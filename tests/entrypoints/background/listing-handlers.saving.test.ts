import { describe, expect, test, vi } from 'vitest';
import type { Effects } from '@/entrypoints/background/effects';
import { BEAT_MS } from '@/entrypoints/background/listing-handlers';
import { saveCards } from '@/storage/commands';
import { noteHeld } from '@/storage/guard';
import { at } from '@/tests/storage/cards';
import { everything } from '@/tests/storage/open-database';
import { ask, db, restart, worker } from './fresh-worker';
import { about, LANTERNS, manyCards, PAGE, SALT, TAB } from './worker';

const RUN = '5f0f4dfe-3a4e-4d1c-9d53-6f0a4b7c2e11';
const savedNumbers = async () => (await db.papers.toArray()).map(({ id }) => id).sort();

describe('saving', () => {
  test('as many cards as one message may hold saves all', async () => {
    const cards = manyCards(500);
    expect(await ask('saveCards', about(cards))).toEqual({
      ok: true,
      value: { saved: cards.map(() => true), undoable: true },
    });
    expect(await db.papers.count()).toBe(500);
  });

  test('many is one step to undo, and told after each part but the last', async () => {
    const cards = manyCards(100);
    const { onProgress, onChange } = worker.effects;
    const there: number[] = [];
    onProgress.mockImplementation(async () => {
      there.push(await db.papers.count());
    });
    await ask('saveCards', about(cards));
    const parts = onProgress.mock.calls.map(([tab, page, part]) => {
      expect([tab, page]).toEqual([TAB, PAGE]);
      return part;
    });
    expect(parts.length).toBeGreaterThan(1);
    const told = parts.flat();
    expect(told).toEqual(cards.slice(0, told.length));
    expect(told.length).toBeLessThan(cards.length);
    expect(there[0]).toBeGreaterThanOrEqual(parts[0]?.length ?? 0);
    expect((await db.journal.toArray()).map(({ papers }) => papers)).toEqual([100]);
    expect(onChange).toHaveBeenCalledTimes(parts.length + 1);
  });

  test('few tells nothing on the way', async () => {
    await ask('saveCards', about(manyCards(10)));
    expect(worker.effects.onProgress).not.toHaveBeenCalled();
  });

  test('messages of one run are one step to undo', async () => {
    for (const [index, run] of [RUN, RUN, crypto.randomUUID()].entries())
      await ask('saveCards', about(manyCards(index + 1).slice(index), { run }));
    expect((await db.journal.toArray()).map(({ papers }) => papers)).toEqual([2, 1]);
  });

  test('by a press waits for one part of a long list at most', async () => {
    const list = ask('saveCards', about(manyCards(300)));
    const press = ask('saveCards', about([LANTERNS]));
    await press;
    expect(await savedNumbers()).toContain('arxiv:2609.00001');
    expect(await db.papers.count()).toBeLessThan(150);
    await list;
    expect(await db.papers.count()).toBe(301);
  });

  test('by a press goes before the lists of other pages, and these before questions', async () => {
    const order: string[] = [];
    const block = worker.effects.queue.add('press', () => new Promise((resolve) => setTimeout(resolve, 5)));
    const done = (name: string) => () => void order.push(name);
    const looks = [1, 2].map(() => ask('sightCards', about([SALT])).then(done('question')));
    const lists = [1, 2].map(() => ask('saveCards', about(manyCards(10))).then(done('list')));
    const press = ask('saveCards', about([LANTERNS])).then(done('press'));
    await Promise.all([block, ...looks, ...lists, press]);
    expect(order).toEqual(['press', 'list', 'list', 'question', 'question']);
  });

  test('that fails in a later part keeps what was saved, and a repeat saves the rest in the same step', async () => {
    const data = about(manyCards(100), { run: RUN });
    let parts = 0;
    const guard = async () => {
      if (++parts === 2) throw new DOMException('no room', 'QuotaExceededError');
    };
    await restart({ guard });
    expect(await ask('saveCards', data)).toEqual({ ok: false, code: 'full' });
    const kept = await db.papers.count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(100);
    expect(await ask('saveCards', data)).toMatchObject({ ok: true });
    expect((await db.journal.toArray()).map(({ papers }) => papers)).toEqual([100]);
  });
});

describe('a look', () => {
  /** Waits as long as what is under way may need, and tells what the library held then. */
  function watchPause() {
    const seen: unknown[] = [];
    const pause = vi.fn<Effects['pause']>(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      seen.push(await everything(db));
    });
    return { pause, seen };
  }

  test('writes nothing before its answer is due, and then what it learned', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const { pause, seen } = watchPause();
    await restart({ pause });
    const before = await everything(db);
    const answer = await ask('sightCards', about([{ ...LANTERNS, abstract: 'New.' }]));
    expect(answer).toMatchObject({ ok: true, value: { saved: [true] } });
    expect(seen).toEqual([before]);
    await vi.waitFor(async () => expect(await db.papers.toArray()).toMatchObject([{ abstract: 'New.' }]));
  });

  test.each([
    ['at once', 0],
    ['within a beat', 60],
    ['within two beats', 190],
  ])('whose work is done %s is answered on a beat', async (_, ms) => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const guard = async () => {
      clock += ms;
    };
    const pause = vi.fn<Effects['pause']>(async () => {});
    await restart({ guard, pause });
    await ask('sightCards', about([LANTERNS]));
    vi.mocked(performance.now).mockRestore();
    expect(pause.mock.calls).toEqual([[BEAT_MS - (ms % BEAT_MS)]]);
  });

  test('lets the next one in while its answer waits for the beat', async () => {
    let free = () => {};
    const beat = new Promise<void>((resolve) => {
      free = resolve;
    });
    const { pause } = { pause: vi.fn<Effects['pause']>().mockReturnValueOnce(beat).mockResolvedValue() };
    await restart({ pause });
    const first = ask('sightCards', about([LANTERNS]));
    await vi.waitFor(() => expect(pause).toHaveBeenCalledTimes(1));
    expect(await ask('sightCards', about([SALT]))).toMatchObject({ ok: true });
    free();
    expect(await first).toMatchObject({ ok: true });
  });

  test('that cannot write what it learned is answered all the same', async () => {
    await saveCards(db, [LANTERNS], at(0));
    db.papers.hook('updating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const answer = await ask('sightCards', about([{ ...LANTERNS, abstract: 'New.' }]));
    expect(answer).toMatchObject({ ok: true, value: { saved: [true] } });
    await vi.waitFor(() => expect(console.warn).toHaveBeenCalled());
    expect(await ask('saveCards', about([SALT]))).toMatchObject({ ok: true });
  });

  test('of a library that was lost is told so', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await noteHeld(db);
    await db.papers.clear();
    await db.settings.put({ name: 'papers', value: 0 });
    expect(await ask('sightCards', about([LANTERNS]))).toEqual({ ok: false, code: 'lost' });
  });
});
