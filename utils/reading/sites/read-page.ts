import type { PaperCard } from '@/utils/paper/schema';
import type { Report } from '../report-once';
import type { PageContext, Site } from './site';

/** Prepares the page context for the site's `read`. `today` is a day in UTC (YYYY-MM-DD). */
export function openPage(site: Site, document: Document, url: URL, today: string): PageContext {
  const page = { document, url, today, embedded: site.embedded?.(document) ?? new Map() };
  return { ...page, listing: site.listing(page) };
}

/** Reads one card. If the reader throws, the error is reported and only this card is missed. */
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
