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

/** Refuses everyone but the top frame of a page that a site reads. Answers with its tab. */
export function checkListing(sender: Sender): number {
  const { id, tab, frameId } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId !== 0 || !siteAt(sender.url))
    throw new Failure('refused');
  return tab.id;
}

/** Whether a card is of the site whose page the sender is, and stood on a listing of that site. */
export function isOnListing(
  { url }: Sender,
  { site, listing }: Pick<PaperCard, 'site' | 'listing'>,
): boolean {
  const here = siteAt(url);
  return here !== undefined && site === here.id && siteAt(listing) === here;
}

/** Refuses an address that is no page of the site whose page the sender is. */
export function checkAddress({ url }: Sender, address: string): void {
  const here = siteAt(url);
  if (!here || siteAt(address) !== here) throw new Failure('refused');
}

/** Refuses everyone but the extension's own pages. */
export function checkOwnPage(sender: Sender): void {
  const own =
    sender.id === browser.runtime.id &&
    sender.url?.startsWith(new URL('/', browser.runtime.getURL('/')).href);
  if (!own) throw new Failure('refused');
}

function siteAt(address = ''): Site | undefined {
  return URL.canParse(address) ? siteOf(new URL(address)) : undefined;
}
