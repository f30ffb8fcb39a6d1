import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHandlers, type Effects } from '@/entrypoints/background/handlers';
import type { Sender } from '@/entrypoints/background/sender';
import { beginSession } from '@/storage/change/session';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { forgoTrash, guardLibrary, noteHeld } from '@/storage/guard';
import { at, card, MONDAY } from '@/tests/storage/cards';
import { BATCH, everything, openDatabase, stageFile } from '@/tests/storage/open-database';
import { filePaper } from '@/tests/storage/papers';
import type { PaperCard } from '@/utils/paper/schema';

const SESSION = 'session001';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });
const RUN = '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80';
const NAMES = ['saveCards', 'sightCards', 'removePapers', 'undo'] as const;

let db: OffprintDatabase;
const onChange = vi.fn(async () => {});
/** What handlers left to be done after the answer. */
let later: (() => Promise<void>)[] = [];

beforeEach(async () => {
  db = openDatabase();
  await beginSession(db, SESSION);
  later = [];
  onChange.mockReset().mockResolvedValue();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** Our content script on a listing. */
function listing(changes: Partial<Sender> = {}): Sender {
  return { id: fakeBrowser.runtime.id, url: MONDAY, frameId: 0, tab: { id: 1 }, ...changes };
}

function ownPage(path = '/sidepanel.html'): Sender {
  return { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL(path) };
}

function effects(): Effects {
  const nothing = async () => {};
  return {
    beginSession: () => beginSession(db, SESSION),
    guard: () => guardLibrary(db),
    onChange,
    onHealth: nothing,
    runTasks: () => {},
    afterwards: (work) => void later.push(work),
    forgoTrash: () => forgoTrash(db),
    startAnew: nothing,
  };
}

function handlers() {
  return createHandlers(db, effects());
}

type Name = (typeof NAMES)[number];

function ask(name: Name, data: unknown, sender: Sender): Promise<unknown> {
  return handlers()[name]({ data, sender });
}

const STRANGERS: [string, Sender][] = [
  ['another extension', listing({ id: 'another-extension' })],
  ['nobody known', listing({ id: undefined })],
  ['a sub-frame', listing({ frameId: 3 })],
  ['a frame without a number', listing({ frameId: undefined })],
  ['no tab', listing({ tab: undefined })],
  ['another origin', listing({ url: 'https://evil.example/papers/date/2026-09-28' })],
  ['a host that begins like the site', listing({ url: 'https://huggingface.co.evil.example/papers' })],
  ['a host that ends like the site', listing({ url: 'https://evilhuggingface.co/papers' })],
  ['a page with the site in its path', listing({ url: 'https://evil.example/huggingface.co/papers' })],
  ['a login that looks like the site', listing({ url: 'https://huggingface.co@evil.example/papers' })],
  ['the site without TLS', listing({ url: 'http://huggingface.co/papers' })],
  ['another port of the site', listing({ url: 'https://huggingface.co:8443/papers' })],
  ['another page of the site', listing({ url: 'https://huggingface.co/settings' })],
  ['no address', listing({ url: undefined })],
  ['an address that is none', listing({ url: 'huggingface.co/papers' })],
];

test('a look is answered before anything is written', async () => {
  await saveCards(db, [LANTERNS], at(0));
  const before = await everything(db);
  const answer = await ask('sightCards', { cards: [{ ...LANTERNS, abstract: 'New.' }] }, listing());
  expect(answer).toMatchObject({ ok: true, value: { saved: [true] } });
  expect(await everything(db)).toEqual(before);
  for (const work of later) await work();
  expect(await db.papers.toArray()).toMatchObject([{ abstract: 'New.' }]);
});

describe.each(['saveCards', 'sightCards'] as const)('%s', (name) => {
  test('is open to our content script on a listing', async () => {
    expect(await ask(name, { cards: [LANTERNS] }, listing())).toEqual({
      ok: true,
      value: { saved: [name === 'saveCards'], undoable: name === 'saveCards' },
    });
  });

  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    const data = { cards: [{ ...LANTERNS, abstract: 'New.' }, SALT] };
    expect(await ask(name, data, sender)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
    expect(onChange).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<PaperCard>]>([
    ['claims another site', { site: 'arxiv' }],
    ['stood on a listing of another origin', { listing: 'https://arxiv.org/list/cs/new' }],
    ['stood on a listing without an address', { listing: '' }],
    ['stood on a listing without TLS', { listing: 'http://huggingface.co/papers' }],
    ['stood on a listing that is a script', { listing: 'javascript:alert(1)' }],
  ])('refuses all cards when one %s', async (_, changes) => {
    await saveCards(db, [SALT], at(0));
    const before = await everything(db);
    const data = { cards: [LANTERNS, { ...SALT, abstract: 'New.', ...changes }] };
    expect(await ask(name, data, listing())).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [LANTERNS]],
    ['no cards', { cards: [] }],
    ['too many cards', { cards: Array.from({ length: 101 }, () => LANTERNS) }],
    ['an unknown field beside the cards', { cards: [LANTERNS], force: true }],
    ['a run that is no uuid', { cards: [LANTERNS], run: '1' }],
    ['a run that is a number', { cards: [LANTERNS], run: 1 }],
    ['what it continued once', { cards: [LANTERNS], continues: 1 }],
    ['an unknown field in a card', { cards: [{ ...LANTERNS, note: 'planted' }] }],
    ['a card without identifiers', { cards: [{ site: 'huggingface', listing: MONDAY, title: 'A' }] }],
    ['a count that is no whole number', { cards: [{ ...LANTERNS, upvotes: 1.5 }] }],
    ['a count below zero', { cards: [{ ...LANTERNS, upvotes: -1 }] }],
    ['a title that is too long', { cards: [{ ...LANTERNS, title: 'x'.repeat(20_001) }] }],
    ['a date that is none', { cards: [{ ...LANTERNS, publishedAt: '2026-13-01' }] }],
  ])('refuses %s', async (_, data) => {
    expect(await ask(name, data, listing())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });

  test('refuses what is too large before parsing it', async () => {
    const data = { cards: [{ ...LANTERNS, abstract: 'x'.repeat(4_000_000) }] };
    expect(await ask(name, data, listing())).toEqual({ ok: false, code: 'tooLarge' });
    expect(await db.papers.count()).toBe(0);
  });
});

test('as many cards as one message may hold are all saved', async () => {
  const cards = Array.from({ length: 100 }, (_, index) =>
    card({ identifiers: { arxiv: `2609.${String(index).padStart(5, '0')}` } }),
  );
  expect(await ask('saveCards', { cards }, listing())).toEqual({
    ok: true,
    value: { saved: cards.map(() => true), undoable: true },
  });
  expect(await db.papers.count()).toBe(100);
});

test('messages of one run are one step to undo', async () => {
  const runs = [RUN, RUN, '7d1f0a52-3c8b-4e96-a0d4-5b6c7d8e9f01'];
  for (const [index, run] of runs.entries()) {
    const cards = [card({ identifiers: { arxiv: `2609.0000${index + 1}` } })];
    expect(await ask('saveCards', { cards, run }, listing())).toMatchObject({ ok: true });
  }
  expect((await db.journal.toArray()).map(({ papers }) => papers)).toEqual([2, 1]);
});

test('a card that cannot be named is told as such', async () => {
  expect(await ask('saveCards', { cards: [card()] }, listing())).toEqual({ ok: false, code: 'unnamed' });
});

describe.each(['removePapers', 'undo'] as const)('%s', (name) => {
  const data = { removePapers: { ids: ['arxiv:2609.00001'] }, undo: { entry: 1 } }[name];

  beforeEach(async () => {
    await saveCards(db, [LANTERNS], at(0));
  });

  test.each(['/sidepanel.html', '/popup.html', '/options.html?a#b'])('is open to %s', async (path) => {
    expect(await ask(name, data, ownPage(path))).toMatchObject({ ok: true });
    expect(await db.papers.count()).toBe(0);
  });

  test('is open to our page in a tab', async () => {
    const sender = { ...ownPage(), tab: { id: 1 }, frameId: 0 };
    expect(await ask(name, data, sender)).toMatchObject({ ok: true });
  });

  test.each<[string, Sender]>([
    ['our content script', listing()],
    ...STRANGERS,
    ['another extension that knows our address', { ...ownPage(), id: 'another-extension' }],
    ['a page of another extension', { ...ownPage(), url: 'chrome-extension://another-extension/popup.html' }],
    [
      'an extension whose id begins with ours',
      { ...ownPage(), url: `chrome-extension://${fakeBrowser.runtime.id}x/popup.html` },
    ],
    ['a page that has our address in its own', listing({ url: `https://evil.example/?${ownPage().url}` })],
  ])('is closed to %s', async (_, sender) => {
    const before = await everything(db);
    expect(await ask(name, data, sender)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
    expect(onChange).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty object', {}],
    ['no ids', { ids: [] }],
    ['ids that are no text', { ids: [1] }],
    ['too many ids', { ids: Array.from({ length: 1001 }, () => 'arxiv:2609.00001') }],
    ['an entry below one', { entry: 0 }],
    ['an entry as text', { entry: '1' }],
    ['an entry that is no whole number', { entry: 1.5 }],
    ['both at once', { ids: ['arxiv:2609.00001'], entry: 1 }],
  ])('refuses %s', async (_, malformed) => {
    const before = await everything(db);
    expect(await ask(name, malformed, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});

describe('redo', () => {
  const redo = (sender: Sender) => handlers().redo({ data: undefined, sender });

  test('does again what was undone, and answers without an entry when nothing is left', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await undo(db, 1, at(1));
    expect(await redo(ownPage())).toEqual({ ok: true, value: { entry: 3 } });
    expect(await db.papers.count()).toBe(1);
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(await redo(ownPage())).toEqual({ ok: true, value: { entry: undefined } });
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('is closed to pages', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await undo(db, 1, at(1));
    expect(await redo(listing())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });
});

describe('importStaged', () => {
  const importStaged = (data: unknown, sender: Sender) => handlers().importStaged({ data, sender });
  const BOTH = { batch: BATCH, parts: 1 };

  beforeEach(async () => {
    expect(await stageFile(db, [filePaper({ id: 'arxiv:2609.00001' })])).toBe(1);
  });

  test('imports what is staged, and nothing that is not wholly there', async () => {
    expect(await importStaged({ ...BOTH, parts: 2 }, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
    expect(await importStaged(BOTH, ownPage())).toEqual({ ok: true, value: { entry: 1 } });
    expect(await db.papers.count()).toBe(1);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('lets a backup into a library that was lost, and nothing else', async () => {
    await saveCards(db, [LANTERNS], at(0));
    await noteHeld(db);
    await db.papers.clear();
    await db.settings.put({ name: 'papers', value: 0 });
    await db.staged.toCollection().modify({ source: 'cards' });
    expect(await importStaged(BOTH, ownPage())).toEqual({ ok: false, code: 'lost' });
    expect(await db.papers.count()).toBe(0);
    await db.staged.toCollection().modify({ source: 'library' });
    expect(await importStaged(BOTH, ownPage())).toMatchObject({ ok: true });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no name', { parts: 1 }],
    ['a name that is too short', { batch: 'x', parts: 1 }],
    ['a number for a name', { batch: 1, parts: 1 }],
    ['no count', { batch: BATCH }],
    ['a count below zero', { batch: BATCH, parts: -1 }],
    ['an unknown field', { ...BOTH, force: true }],
  ])('refuses %s', async (_, malformed) => {
    expect(await importStaged(malformed, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
    expect(await db.staged.count()).toBe(1);
  });

  test.each([['our content script', listing()], ...STRANGERS])('is closed to %s', async (_, sender) => {
    expect(await importStaged(BOTH, sender as Sender)).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });
});

describe.each(['forgetPapers', 'emptyTrash'] as const)('%s', (name) => {
  const deleteForGood = (data: unknown, sender: Sender) => handlers()[name]({ data, sender });
  const IDS = { ids: ['arxiv:2609.00001'] };

  beforeEach(async () => {
    await saveCards(db, [LANTERNS], at(0));
    await removePapers(db, ['arxiv:2609.00001'], at(1));
    await noteHeld(db);
  });

  test('deletes what is in the trash, answers with how many, and tells of it', async () => {
    expect(await deleteForGood(IDS, ownPage())).toEqual({ ok: true, value: { papers: 1 } });
    expect(await db.trash.count()).toBe(0);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('leaves a library that may be empty: what is saved next is no loss', async () => {
    await deleteForGood(IDS, ownPage());
    expect(await ask('saveCards', { cards: [SALT] }, listing())).toMatchObject({ ok: true });
  });

  test('is refused where nothing of it is in the trash, and tells nobody', async () => {
    await deleteForGood(IDS, ownPage());
    onChange.mockClear();
    expect(await deleteForGood(IDS, ownPage())).toEqual({ ok: false, code: 'refused' });
    expect(onChange).not.toHaveBeenCalled();
  });

  test.each([['our content script', listing()], ...STRANGERS])('is closed to %s', async (_, sender) => {
    const before = await everything(db);
    expect(await deleteForGood(IDS, sender as Sender)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no ids', { ids: [] }],
  ['ids that are no text', { ids: [1] }],
  ['too many ids', { ids: Array.from({ length: 1001 }, () => 'arxiv:2609.00001') }],
  ['an unknown field', { ids: ['arxiv:2609.00001'], all: true }],
])('deleting for good refuses %s', async (_, malformed) => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  const before = await everything(db);
  const answer = await handlers().forgetPapers({ data: malformed, sender: ownPage() });
  expect(answer).toEqual({ ok: false, code: 'refused' });
  expect(await everything(db)).toEqual(before);
});

test('removing answers with the entry that undoes it', async () => {
  await saveCards(db, [LANTERNS], at(0));
  const answer = await handlers().removePapers({ data: { ids: ['arxiv:2609.00001'] }, sender: ownPage() });
  if (!answer.ok) throw new Error(answer.code);
  expect(await ask('undo', answer.value, ownPage())).toEqual({
    ok: true,
    value: { entry: answer.value.entry + 1 },
  });
  expect(await db.papers.count()).toBe(1);
});

test('removing what is not there is refused', async () => {
  expect(await ask('removePapers', { ids: ['arxiv:2609.00009'] }, ownPage())).toEqual({
    ok: false,
    code: 'refused',
  });
});

test('every paper that can be saved can be removed', async () => {
  await ask('saveCards', { cards: [card({ title: '한국어 논문 제목 '.repeat(200) })] }, listing());
  const ids = await db.papers.toCollection().primaryKeys();
  expect(ids).toHaveLength(1);
  expect(await ask('removePapers', { ids }, ownPage())).toMatchObject({ ok: true });
});

describe('whatever comes', () => {
  const odd = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
    fc.record({ cards: fc.anything() }),
    fc.record({ cards: fc.array(fc.anything(), { maxLength: 3 }) }),
    fc.record({
      cards: fc.array(
        fc.record({ site: fc.constant('huggingface'), listing: fc.anything(), identifiers: fc.anything() }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    fc.record({ ids: fc.anything() }),
    fc.record({ entry: fc.anything().filter((entry) => entry !== 1) }),
    fc.constantFrom<unknown>(() => {}, Symbol('x'), {
      toJSON() {
        throw new Error('no');
      },
    }),
  );

  test('malformed messages are refused, never thrown, and store nothing', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), odd, async (name, data) => {
        const sender = name === 'saveCards' || name === 'sightCards' ? listing() : ownPage();
        expect(await ask(name, data, sender)).toMatchObject({ ok: false });
      }),
      { numRuns: 500 },
    );
    expect(await everything(db)).toEqual(before);
    expect(onChange).not.toHaveBeenCalled();
  }, 60_000);

  test('malformed senders are refused, never thrown, and store nothing', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    const data = {
      saveCards: { cards: [SALT] },
      sightCards: { cards: [{ ...LANTERNS, abstract: 'New.' }] },
      removePapers: { ids: ['arxiv:2609.00001'] },
      undo: { entry: 1 },
    };
    const sender = fc.oneof(
      fc.anything(),
      fc.record(
        {
          id: fc.constant('test-extension-id'),
          url: fc.anything(),
          frameId: fc.anything(),
          tab: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), sender, async (name, anyone) => {
        expect(await ask(name, data[name], anyone as Sender)).toMatchObject({ ok: false });
      }),
      { numRuns: 300 },
    );
    expect(await everything(db)).toEqual(before);
  }, 60_000);
});

describe('listings are told', () => {
  test('of a save once it can be read', async () => {
    let saved = -1;
    onChange.mockImplementation(async () => {
      saved = await db.papers.count();
    });
    await ask('saveCards', { cards: [LANTERNS] }, listing());
    await vi.waitFor(() => expect(saved).toBe(1));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test('of a removal and of its undo', async () => {
    await saveCards(db, [LANTERNS], at(0));
    const entry = await removePapers(db, ['arxiv:2609.00001'], at(1));
    await ask('undo', { entry }, ownPage());
    expect(onChange).toHaveBeenCalledTimes(1);
    await ask('removePapers', { ids: ['arxiv:2609.00001'] }, ownPage());
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test('of nothing when nothing was committed', async () => {
    db.journal.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await ask('saveCards', { cards: [LANTERNS] }, listing())).toEqual({ ok: false, code: 'full' });
    expect(onChange).not.toHaveBeenCalled();
    expect(await db.papers.count()).toBe(0);
  });

  test('of nothing when papers were merely seen', async () => {
    await ask('sightCards', { cards: [LANTERNS] }, listing());
    expect(onChange).not.toHaveBeenCalled();
  });

  test('in vain, and the answer is still that it is saved', async () => {
    // Not a mock: that would handle the rejection, and Vitest could not tell that nobody else does.
    const unheard = createHandlers(db, {
      ...effects(),
      onChange: () => Promise.reject(new Error('no tabs')),
    });
    expect(await unheard.saveCards({ data: { cards: [LANTERNS] }, sender: listing() })).toEqual({
      ok: true,
      value: { saved: [true], undoable: true },
    });
  });
});
