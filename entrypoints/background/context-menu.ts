/** The context menu of pages: collect the papers on this one, save the one it is about, save what a link leads to. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { wishToCollect } from '@/storage/collect-wish';
import type { SaveHere } from './save-here';

/** Wherever a menu is opened on a page. */
const EVERYWHERE = ['page', 'link', 'image', 'selection'] as const;

const ITEMS = {
  save: { title: () => i18n.t('saveHere.page'), contexts: ['page', 'image', 'selection'] },
  'save-link': { title: () => i18n.t('saveHere.link'), contexts: ['link'] },
  collect: { title: () => i18n.t('collect.menu'), contexts: EVERYWHERE },
} as const;

/** Firefox tells the link's text, Chromium does not: there a selection has to do. */
interface Pressed {
  menuItemId: number | string;
  linkUrl?: string | undefined;
  linkText?: string | undefined;
  selectionText?: string | undefined;
}

/** Puts the items into the menu, once per installation, and answers presses on them. */
export function offerMenu(saveHere: SaveHere): void {
  browser.runtime.onInstalled.addListener(() => {
    for (const [id, { title, contexts }] of Object.entries(ITEMS))
      browser.contextMenus.create({ id, title: title(), contexts: [...contexts] });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const { menuItemId, linkUrl, linkText, selectionText } = info as Pressed;
    if (tab?.id === undefined || tab.windowId === undefined) return;
    if (menuItemId === 'save') void saveHere.page(tab.id);
    if (menuItemId === 'save-link' && linkUrl !== undefined)
      void saveHere.link(tab.id, { address: linkUrl, text: linkText ?? selectionText });
    if (menuItemId === 'collect') collect(tab.id, tab.windowId);
  });
}

function collect(tab: number, window: number): void {
  // Open the panel first: browsers allow it only right after the press, before anything is awaited.
  void openSidePanel(window).catch((error) => console.warn('[offprint]', error));
  void wishToCollect({ tab, window, at: new Date().toISOString() });
}
