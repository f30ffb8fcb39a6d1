/** Runs the content scripts of those optional sites that the user allows. */
import { browser } from '#imports';
import { SITES } from '@/utils/reading/sites';

/** Follows the user's permissions. Runs after updates too, because they drop registered scripts. */
export function followPermissions(): void {
  const follow = () => void registerAllowed().catch((error) => console.warn('[offprint]', error));
  browser.permissions.onAdded.addListener(follow);
  browser.permissions.onRemoved.addListener(follow);
  browser.runtime.onInstalled.addListener(follow);
}

async function registerAllowed(): Promise<void> {
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  for (const { id, matches } of SITES.filter(({ optional }) => optional)) {
    const allowed = await browser.permissions.contains({ origins: [...matches] });
    if (!allowed && registered.has(id)) await browser.scripting.unregisterContentScripts({ ids: [id] });
    if (!allowed || registered.has(id)) continue;
    const js = [`content-scripts/${id}.js`, 'content-scripts/listing.js'];
    await browser.scripting.registerContentScripts([
      { id, matches: [...matches], js, runAt: 'document_idle' },
    ]);
  }
}
