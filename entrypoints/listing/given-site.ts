/**
 * How a site's script hands its reader to the one script that all sites share. Both run in the content scripts' own world,
 * whose globals no page can see; a symbol, because an element's id is a global there, too.
 */
import type { Site } from '@/utils/reading/sites/site';

const KEY = Symbol.for('offprint.site');

type Globals = { [KEY]?: Site };

export function giveSite(site: Site): void {
  (globalThis as Globals)[KEY] = site;
}

/** The site whose page this is. Throws if its script did not run before. */
export function givenSite(): Site {
  const site = (globalThis as Globals)[KEY];
  if (!site) throw new Error('no site was given');
  return site;
}
