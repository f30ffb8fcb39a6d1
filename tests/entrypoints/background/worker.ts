/** A worker for tests: its handlers over one database, and who may speak to them. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Effects } from '@/entrypoints/background/effects';
import { createHandlers } from '@/entrypoints/background/handlers';
import { createQueue } from '@/entrypoints/background/queue';
import type { Sender } from '@/entrypoints/background/sender';
import { createWatchedCards } from '@/entrypoints/background/watched-cards';
import { beginSession } from '@/storage/change/session';
import type { OffprintDatabase } from '@/storage/database';
import { forgoTrash, guardLibrary } from '@/storage/guard';
import { card, MONDAY } from '@/tests/storage/cards';
import type { CardsOnPage } from '@/utils/messages';

export const LANTERNS = card({
  identifiers: { arxiv: '2609.00001' },
  title: 'Lanterns over a quiet harbour',
});
export const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });

export const PAGE = '0b9d3c1e-7f64-4a52-9c8e-2d1f5a6b7c80';
export const TAB = 1;

const SESSION = 'session001';

/** A worker whose effects a test may look at or put others in their place. Waiting takes no time. */
export async function startWorker(db: OffprintDatabase, changes: Partial<Effects> = {}) {
  await beginSession(db, SESSION);
  const own = {
    queue: createQueue(),
    watched: createWatchedCards(),
    beginSession: () => beginSession(db, SESSION),
    guard: () => guardLibrary(db),
    onChange: vi.fn<Effects['onChange']>(),
    onProgress: vi.fn<Effects['onProgress']>(),
    onHealth: vi.fn<Effects['onHealth']>(async () => {}),
    runTasks: vi.fn<Effects['runTasks']>(),
    pause: vi.fn<Effects['pause']>(async () => {}),
    forgoTrash: () => forgoTrash(db),
    openTags: vi.fn<Effects['openTags']>(async () => {}),
    keeper: {
      backUp: vi.fn<Effects['keeper']['backUp']>(async () => {}),
      deleteBackup: vi.fn<Effects['keeper']['deleteBackup']>(async () => {}),
    },
    startAnew: vi.fn<Effects['startAnew']>(async () => {}),
  };
  const effects = Object.assign(own, changes as object); // still mocks, for those who did not change them
  return { ...createHandlers(db, effects), effects };
}

/** A message about cards, by a page that asks each thing once. */
export function about(
  cards: readonly unknown[],
  changes: Partial<Record<keyof CardsOnPage, unknown>> = {},
): unknown {
  return { page: PAGE, run: crypto.randomUUID(), listing: MONDAY, cards, ...changes };
}

/** Our content script on a listing. */
export function listing(changes: Partial<Sender> = {}): Sender {
  return { id: fakeBrowser.runtime.id, url: MONDAY, frameId: 0, tab: { id: TAB }, ...changes };
}

export function ownPage(path = '/sidepanel.html'): Sender {
  return { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL(path) };
}

export const STRANGERS: [string, Sender][] = [
  ['another extension', listing({ id: 'another-extension' })],
  ['nobody known', listing({ id: undefined })],
  ['a sub-frame', listing({ frameId: 3 })],
  ['a frame without a number', listing({ frameId: undefined })],
  ['no tab', listing({ tab: undefined })],
  ['a tab without a number', listing({ tab: {} })],
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

/** As many different cards. */
export function manyCards(count: number) {
  return Array.from({ length: count }, (_, index) =>
    card({ identifiers: { arxiv: `2609.${String(index + 10_000)}` }, title: `Paper number ${index}` }),
  );
}
