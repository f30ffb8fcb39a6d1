/** Any page as cards: by its site's rule, as the one paper it describes, or as whatever papers it links to. */

import type { PaperCard } from '@/utils/paper/schema';
import { collect } from '../collect/collect';
import { isOnePaper, readPageMetadata } from '../metadata/page-metadata';
import type { Report } from '../report-once';
import { siteOf } from '../sites/index';
import { openPage, readCard } from '../sites/read-page';
import type { Site } from '../sites/site';

/** Cards after which the page may get its turn. */
const STRETCH = 20;

/** What reading a page depends on beside the page. */
export interface ReadingContext {
  /** The current day in UTC, `YYYY-MM-DD`. */
  today: string;
  /** Resolves when the page had its turn: reading is long work. */
  pause(): Promise<void>;
  /** Hears of cards that broke their site's reader. */
  report: Report;
}

/** The papers of a page at `url`, read as one of `site` where that is given, of none if that is null. */
export async function readDocument(
  document: Document,
  url: URL,
  context: ReadingContext,
  site: Site | null = siteOf(url) ?? null,
): Promise<PaperCard[]> {
  const listed = site ? await readSite(site, document, url, context) : [];
  if (listed.length > 0) return listed;
  const paper = readPageMetadata(document, url);
  if (paper && isOnePaper(document, url)) return [paper];
  const linked = await collect(document, url, context.pause);
  const others = linked.filter((card) => !paper || !sharesIdentifier(card, paper));
  if (!paper) return linked;
  return others.length >= 2 ? others : [paper];
}

function sharesIdentifier(a: PaperCard, b: PaperCard): boolean {
  return Object.entries(a.identifiers).some(([name, value]) => b.identifiers[name] === value);
}

/** The cards of a page of `site`. */
export async function readSite(
  site: Site,
  document: Document,
  url: URL,
  { today, pause, report }: ReadingContext,
): Promise<PaperCard[]> {
  const page = openPage(site, document, url, today);
  const cards: PaperCard[] = [];
  for (const [index, element] of [...document.querySelectorAll(site.card)].entries()) {
    if (index > 0 && index % STRETCH === 0) await pause();
    const card = readCard(site, element, page, report);
    if (card) cards.push(card);
  }
  return cards;
}
