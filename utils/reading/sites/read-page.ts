import type { PaperCard } from '@/utils/paper/schema';
import type { Report } from '../report-once';
import type { PageContext, Site } from './site';

/** Prepares what the site's `read` needs to know of a page; `today` is a day in UTC. */
export function openPage(site: Site, document: Document, url: URL, today: string): PageContext {
  const page = { document, url, today, embedded: site.embedded?.(document) ?? new Map() };
  return { ...page, listing: site.listing(page) };
}

/** Reads one card; a card that breaks its reader is reported and missed, and takes no other card with it. */
export function readCard(
  site: Site,
  card: Element,
  page: PageContext,
  report: Report,
): PaperCard | undefined {
  try {
    return site.read(card, page);
  } catch (error) {
    report(site.name, error);
    return undefined;
  }
}
