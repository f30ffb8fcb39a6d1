/** The context menu of pages: collect the papers on this one. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { openSidePanel } from '@/components/browser/open-side-panel';
import { wishToCollect } from '@/storage/collect-wish';

const COLLECT = 'collect';
/** The menu appears wherever it is opened on a page. */
const WHERE = ['page', 'link', 'image', 'selection'] as const;

/** Puts the item into the menu, once per installation, and answers presses on it. */
export function offerCollecting(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: COLLECT, title: i18n.t('collect.menu'), contexts: [...WHERE] });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId !== COLLECT || tab?.id === undefined || tab.windowId === undefined) return;
    // Open the panel first: browsers allow it only right after the press, before anything is awaited.
    void openSidePanel(tab.windowId).catch((error) => console.warn('[offprint]', error));
    void wishToCollect({ tab: tab.id, window: tab.windowId, at: new Date().toISOString() });
  });
}
