/** Reads cards from any page: by its site's rule, as the one paper it describes, or as the papers it links to. */

import type { PaperCard } from '@/utils/paper/schema';
import { collect } from '../collect/collect';
import { queryAll } from '../dom';
import { isOnePaper, readPageMetadata } from '../metadata/page-metadata';
import type { Report } from '../report-once';
import { siteOf } from '../sites/index';
import { openPage, readCard } from '../sites/read-page';
import type { Site } from '../sites/site';
import { papersOfIndex } from './index-of-papers';
import { withOwnPage } from './own-page';

/** Cards read between two pauses. */
const STRETCH = 20;

/** What reading depends on besides the page itself. */
export interface ReadingContext {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** Lets the page respond, because reading may take long. Resolves when reading may go on. */
  pause(): Promise<void>;
  /** Receives the errors of cards that could not be read. */
  report: Report;
}

/**
 * The papers of the page at `url`. `site` is the site whose rule to use, by default that of `url`; null for none.
 */
export async function readDocument(
  document: Document,
  url: URL,
  context: ReadingContext,
  site: Site | null = siteOf(url) ?? null,
): Promise<PaperCard[]> {
  const listed = site ? await readSite(site, document, url, context) : [];
  if (listed.length > 0) return listed;
  const paper = readPageMetadata(document, url);
  if (paper && isOnePaper(document, url))
    return [paper, ...papersOfIndex(document, url).filter((card) => !sharesIdentifier(card, paper))];
  const linked = await collect(document, url, context.pause);
  const others = linked.filter((card) => !paper || !sharesIdentifier(card, paper));
  if (!paper) return withOwnPage(linked, document, url);
  return others.length >= 2 ? others : [paper];
}

function sharesIdentifier(a: PaperCard, b: PaperCard): boolean {
  return Object.entries(a.identifiers).some(([name, value]) => b.identifiers[name] === value);
}

/** The cards of a page of `site`. A card that cannot be read is reported and skipped. */
export async function readSite(
  site: Site,
  document: Document,
  url: URL,
  { today, pause, report }: ReadingContext,
): Promise<PaperCard[]> {
  const page = openPage(site, document, url, today);
  const cards: PaperCard[] = [];
  for (const [index, element] of queryAll(document, site.card).entries()) {
    if (index > 0 && index % STRETCH === 0) await pause();
    const card = readCard(site, element, page, report);
    if (card) cards.push(card);
  }
  return cards;
}
