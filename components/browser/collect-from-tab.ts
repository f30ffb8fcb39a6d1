import { browser } from '#imports';
import type { PaperCard } from '@/utils/paper/schema';
import { cardsOnTab } from './cards-on-tab';
import { tabInFront } from './tab-in-front';

/**
 * The papers on the page in `tab`, else in the one in front. Undefined if the browser does not let us look: the right to
 * do so comes with the user's press on our toolbar button or context menu there, and goes with the page.
 */
export async function collectFromTab(tab?: number): Promise<PaperCard[] | undefined> {
  const front = tab === undefined ? await tabInFront() : undefined;
  const id = tab ?? front?.id;
  if (id === undefined) return undefined;
  const url = (front ?? (await browser.tabs.get(id))).url;
  const cards = (await cardsOnTab(id)) as PaperCard[] | undefined;
  if (cards && cards.length > 0) return cards;
  if (url === undefined || !URL.canParse(url)) return cards;
  // A PDF has no page to read; its address may still name the paper. On demand: it is a table of all publishers.
  const { paperOfAddress } = await import('@/utils/reading/metadata/page-metadata');
  const paper = paperOfAddress(new URL(url));
  return paper ? [paper] : cards;
}
