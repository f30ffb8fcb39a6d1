/** Who may ask for what. Content scripts are strangers: they speak for their own page only. */
import { browser } from '#imports';
import { Failure } from '@/storage/failure';
import type { PaperCard } from '@/utils/paper/schema';
import { siteOf } from '@/utils/reading/sites';
import type { Site } from '@/utils/reading/sites/site';

/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/** Refuses cards that do not come from the top frame of a page of the site they claim, about a listing of that site. */
export function checkListing(sender: Sender, cards: readonly PaperCard[]): void {
  const url = sender.url && URL.canParse(sender.url) ? new URL(sender.url) : undefined;
  const site = url && siteOf(url);
  const honest = cards.every((card) => site && card.site === site.id && isOf(site, card.listing));
  if (sender.id !== browser.runtime.id || !sender.tab || sender.frameId !== 0 || !site || !honest)
    throw new Failure('refused');
}

/** Refuses everyone but the extension's own pages. */
export function checkOwnPage(sender: Sender): void {
  const own =
    sender.id === browser.runtime.id &&
    sender.url?.startsWith(new URL('/', browser.runtime.getURL('/')).href);
  if (!own) throw new Failure('refused');
}

function isOf(site: Site, address = ''): boolean {
  return URL.canParse(address) && siteOf(new URL(address)) === site;
}
