import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sender } from '@/entrypoints/background/sender';
import { saveCards } from '@/storage/commands';
import { runs } from '@/tests/long';
import { at } from '@/tests/storage/cards';
import { everything } from '@/tests/storage/open-database';
import type { PaperCard } from '@/utils/paper/schema';
import { ask, db, NAMES, worker } from './fresh-worker';
import { ODD_MESSAGE, ODD_SENDER } from './odd-messages';
import { about, LANTERNS, PAGE, SALT } from './worker';

describe('whatever comes', () => {
  const odd = fc.oneof(
    ODD_MESSAGE,
    fc.record({ page: fc.constant(PAGE), run: fc.uuid(), cards: fc.anything() }),
    fc.record({ page: fc.anything(), run: fc.anything(), cards: fc.constant([LANTERNS]) }),
  );
  const oddCards = fc.array(
    fc.oneof(
      fc.anything(),
      fc.record({ site: fc.constant('huggingface'), listing: fc.anything(), identifiers: fc.anything() }),
    ),
    { minLength: 1, maxLength: 3 },
  );

  async function stocked() {
    await saveCards(db, [LANTERNS], at(0));
    return everything(db);
  }

  test('malformed messages are refused, never thrown, and store nothing', async () => {
    const stored = await stocked();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), odd, async (name, data) => {
        const answer = await ask(name, data);
        if (answer.ok) expect(answer.value.saved.every((state) => typeof state === 'string')).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
    expect(await everything(db)).toEqual(stored);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test('malformed cards say so each, and store nothing', async () => {
    const stored = await stocked();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), oddCards, async (name, cards) => {
        const answer = await ask(name, about(cards));
        const states = answer.ok ? answer.value.saved : cards.map(() => answer.code);
        expect(states).toHaveLength(cards.length);
        for (const state of states) expect(typeof state).toBe('string');
      }),
      { numRuns: runs(2000) },
    );
    expect(await everything(db)).toEqual(stored);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });

  test('malformed senders are refused, never thrown, and store nothing', async () => {
    const stored = await stocked();
    const cards: PaperCard[] = [{ ...LANTERNS, abstract: 'New.' }, SALT];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), ODD_SENDER, async (name, anyone) => {
        const answer = await worker[name]({ data: about(cards), sender: anyone as Sender });
        expect(answer).toMatchObject({ ok: false });
      }),
      { numRuns: runs(2000) },
    );
    expect(await everything(db)).toEqual(stored);
  });
});
