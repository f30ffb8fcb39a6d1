import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChange } from '@/entrypoints/background/change';
import { createSaveHere, type SaveHere } from '@/entrypoints/background/save-here';
import { answerMessages } from '@/tests/components/answer-messages';
import { db, worker } from '@/tests/entrypoints/background/fresh-worker';
import { LANTERNS, SALT } from '@/tests/entrypoints/background/worker';

const TAB = 7;
let shown: [what: string, value: unknown][];
let cards: unknown;
let saveHere: SaveHere;

beforeEach(() => {
  shown = [];
  cards = [LANTERNS];
  const note = (name: 'title' | 'text') =>
    (async (details: { tabId: number }) => {
      expect(details.tabId).toBe(TAB);
      shown.push([name, (details as unknown as Record<string, unknown>)[name]]);
    }) as never;
  vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation(note('title'));
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(note('text'));
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockImplementation((async () => {}) as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript')
    .mockReset()
    .mockImplementation((async () => {
      if (cards instanceof Error) throw cards;
      return [{ result: cards }];
    }) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({
    url: 'https://a.example/',
  })) as never);
  answerMessages({});
  saveHere = createSaveHere(db, { ...worker.effects, change: createChange(worker.effects) });
});

describe('the paper of a page', () => {
  test('is saved; the button tells so for a while, then is as before', async () => {
    await saveHere.page(TAB);
    expect(shown).toEqual([
      ['text', '…'],
      ['title', 'Saved “Lanterns over a quiet harbour”'],
      ['text', '✓'],
      ['title', 'Offprint'],
      ['text', null],
    ]);
    expect(worker.effects.pause).toHaveBeenCalledWith(5000);
  });

  test('that is known is told as that', async () => {
    await saveHere.page(TAB);
    shown = [];
    await saveHere.page(TAB);
    expect(shown.slice(1, 3)).toEqual([
      ['title', 'You have “Lanterns over a quiet harbour” already'],
      ['text', '✓'],
    ]);
  });

  test.each<[string, unknown, string, string]>([
    ['several', [LANTERNS, SALT], '2 papers on this page. Press to choose.', '2'],
    ['none', [], 'Nothing here names a paper that Offprint knows how to keep', '?'],
    ['no right to look', new Error('Cannot access'), 'Offprint may not look into this page', '!'],
  ])('%s', async (_, found, title, text) => {
    cards = found;
    await saveHere.page(TAB);
    expect(shown.slice(1, 3)).toEqual([
      ['title', title],
      ['text', text],
    ]);
    expect(await db.papers.count()).toBe(0);
  });

  test('of a PDF is known by its address', async () => {
    cards = new Error('no page');
    vi.mocked(fakeBrowser.tabs.get).mockResolvedValue({ url: 'https://arxiv.org/pdf/2609.00003' } as never);
    await saveHere.page(TAB);
    expect(shown[1]).toEqual(['title', 'Saved “Title missing”']);
    expect((await db.papers.toArray()).map(({ id }) => id)).toEqual(['arxiv:2609.00003']);
  });

  test('of a page that cannot be read keeps the sign for that', async () => {
    answerMessages({ pageState: () => ({ health: { healthy: false } }) });
    await saveHere.page(TAB);
    expect(shown.at(-1)).toEqual(['text', '!']);
  });

  test('is saved, too, when its tab is closed meanwhile', async () => {
    vi.spyOn(fakeBrowser.action, 'setTitle').mockRejectedValue(new Error('No tab with id: 7'));
    await saveHere.page(TAB);
    expect(await db.papers.count()).toBe(1);
  });
});

describe('the paper of a link', () => {
  test('is saved with what the link says, as copied text is; its page is not looked at', async () => {
    await saveHere.link(TAB, {
      address: 'https://arxiv.org/abs/2609.00002',
      text: 'Salt and silence in winter',
    });
    expect(await db.papers.toArray()).toMatchObject([
      { id: 'arxiv:2609.00002', origins: { title: { site: 'text', trust: 1 } } },
    ]);
    expect(fakeBrowser.scripting.executeScript).not.toHaveBeenCalled();
  });

  test('that names nothing is told', async () => {
    await saveHere.link(TAB, { address: 'https://a.example/', text: undefined });
    expect(shown[1]).toEqual(['title', 'Nothing here names a paper that Offprint knows how to keep']);
  });
});
