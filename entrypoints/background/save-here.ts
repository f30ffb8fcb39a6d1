/** *Save this paper* and *Save this link*, whichever way they are asked for. */
import { browser } from '#imports';
import { cardsOnTab } from '@/components/browser/cards-on-tab';
import type { OffprintDatabase } from '@/storage/database';
import { cardOfLink } from '@/utils/reading/copied-text/link-card';
import { paperOfAddress } from '@/utils/reading/metadata/page-metadata';
import type { Changing } from './change';
import type { Effects } from './effects';
import { saveOne } from './save-one';
import { tellBegin, tellOutcome } from './tell-outcome';

interface Link {
  address: string;
  /** What it says, where the browser tells. */
  text: string | undefined;
}

export interface SaveHere {
  /** Saves the paper that the page in a tab is about. */
  page(tab: number): Promise<void>;
  /** Saves the paper that a link on the page in a tab leads to. */
  link(tab: number, link: Link): Promise<void>;
}

interface SavingEffects extends Pick<Effects, 'queue' | 'pause'> {
  change: Changing;
}

/** Neither rejects: what went wrong is told on the button. */
export function createSaveHere(db: OffprintDatabase, effects: SavingEffects): SaveHere {
  async function save(tab: number, read: () => Promise<readonly unknown[] | undefined>): Promise<void> {
    try {
      await tellBegin(tab);
      const outcome = await saveOne(db, await read(), new Date().toISOString(), effects);
      await tellOutcome(tab, outcome, effects.pause);
    } catch (error) {
      console.warn('[offprint]', error); // the tab was closed meanwhile: what is saved is saved
    }
  }

  return {
    page: (tab) => save(tab, () => cardsOn(tab)),
    link: (tab, { address, text }) => save(tab, async () => [cardOfLink(address, text) ?? []].flat()),
  };
}

/** A PDF has no page to read; its address may still name the paper. */
async function cardsOn(tab: number): Promise<readonly unknown[] | undefined> {
  const cards = await cardsOnTab(tab);
  if (cards && cards.length > 0) return cards;
  const { url } = await browser.tabs.get(tab);
  const paper = url !== undefined && URL.canParse(url) ? paperOfAddress(new URL(url)) : undefined;
  return paper ? [paper] : cards;
}
