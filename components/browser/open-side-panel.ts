import { browser } from '#imports';

/** Opens the side panel (Firefox: the sidebar) beside the page. Must run inside a press, before anything is awaited. */
export function openSidePanel(windowId: number = browser.windows.WINDOW_ID_CURRENT): Promise<void> {
  if (import.meta.env.FIREFOX)
    return (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
