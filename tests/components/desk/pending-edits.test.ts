import { effect } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { type Apply, createPendingEdits } from '@/components/desk/pending-edits';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const SALT = storedPaper({ id: 'a:salt', title: 'Salt', revision: 4 });
const TIDES = storedPaper({ id: 'a:tides', title: 'Tides', revision: 4 });
const star: Apply = (paper) => ({ ...paper, starred: true });
const tag =
  (name: string): Apply =>
  (paper) => ({ ...paper, tags: [...paper.tags, name] });

test('a record without edits is shown as it is', () => {
  expect(createPendingEdits().shown(SALT)).toBe(SALT);
});

test('an edit is shown on its papers until it has failed', async () => {
  const { begin, shown } = createPendingEdits();
  const end = begin(['a:salt'], star);
  expect(shown(SALT)).toMatchObject({ title: 'Salt', starred: true });
  expect(shown(TIDES)).toBe(TIDES);
  await end();
  expect(shown(SALT)).toBe(SALT);
});

describe('edits that wait together', () => {
  test('are drawn in the order in which they were made', () => {
    const { begin, shown } = createPendingEdits();
    begin(['a:salt', 'a:tides'], tag('first'));
    begin(['a:salt'], tag('second'));
    expect(shown(SALT).tags).toEqual(['first', 'second']);
    expect(shown(TIDES).tags).toEqual(['first']);
  });

  test('stay, whichever of them is answered first', async () => {
    const { begin, shown } = createPendingEdits();
    const first = begin(['a:salt'], tag('first'));
    const second = begin(['a:salt'], tag('second'));
    await second();
    expect(shown(SALT).tags).toEqual(['first']);
    await first();
    expect(shown(SALT)).toBe(SALT);
  });

  test('are drawn over what an earlier one left', async () => {
    const { begin, shown } = createPendingEdits();
    const first = begin(['a:salt'], tag('first'));
    begin(['a:salt'], tag('second'));
    await first(async () => [{ ...SALT, tags: ['first'], revision: 5 }]);
    expect(shown(SALT).tags).toEqual(['first', 'second']);
  });
});

describe('after an edit was done', () => {
  const STARRED: Paper = { ...SALT, starred: true, revision: 5 };
  async function done() {
    const edits = createPendingEdits();
    await edits.begin(['a:salt', 'a:gone'], star)(async () => [STARRED, undefined]);
    return edits;
  }

  test('a list that has not read it yet shows it, too', async () => {
    expect((await done()).shown(SALT)).toBe(STARRED);
  });

  test('a record that is newer still is shown as it is', async () => {
    const newer = { ...SALT, starred: false, revision: 6 };
    expect((await done()).shown(newer)).toBe(newer);
  });

  test('a record that was removed meanwhile leaves nothing behind', async () => {
    const gone = storedPaper({ id: 'a:gone' });
    expect((await done()).shown(gone)).toBe(gone);
  });

  test('it is taken away also if the records cannot be read', async () => {
    const { begin, shown } = createPendingEdits();
    await begin(['a:salt'], star)(() => Promise.reject(new Error('closed')));
    expect(shown(SALT)).toBe(SALT);
  });
});

test('what is drawn with it is drawn again', async () => {
  const { begin, shown } = createPendingEdits();
  const drawn = vi.fn<(starred: boolean) => void>();
  const stop = effect(() => drawn(shown(SALT).starred));
  await begin(['a:salt'], star)();
  stop();
  expect(drawn.mock.calls).toEqual([[false], [true], [false]]);
});
