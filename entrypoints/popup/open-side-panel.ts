import { browser } from '#imports';

/** Opens the side panel (Firefox: the sidebar) beside the page and closes the popup. Must run inside a press. */
export async function openSidePanel(): Promise<void> {
  if (import.meta.env.FIREFOX) {
    await (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
  } else {
    // The window id is asked for beforehand in one step: a second await would lose the press.
    await browser.sidePanel.open({ windowId: browser.windows.WINDOW_ID_CURRENT });
  }
  window.close();
}
