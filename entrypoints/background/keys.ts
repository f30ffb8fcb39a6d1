/** The commands that a person may give keys, beside those that the browser carries out itself. */
import { browser } from '#imports';
import { openLibrary } from '@/components/browser/open-library';
import { openSidePanel } from '@/components/browser/open-side-panel';
import type { SaveHere } from './save-here';

interface Tab {
  id?: number | undefined;
  windowId?: number | undefined;
}

/** Answers them. */
export function answerKeys(saveHere: SaveHere): void {
  // Chrome opens the panel only right after the press, before anything is awaited.
  const commands: Readonly<Record<string, (tab: Tab) => Promise<void> | undefined>> = {
    'open-panel': ({ windowId }) => openSidePanel(windowId),
    'open-library': () => openLibrary(),
    'save-paper': ({ id }) => (id === undefined ? undefined : saveHere.page(id)),
  };
  browser.commands.onCommand.addListener((name, tab) => {
    void commands[name]?.(tab ?? {})?.catch((error) => console.warn('[offprint]', error));
  });
}
