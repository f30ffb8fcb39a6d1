/** The last search of the browser's session, so that popup and side panel open with it. Nothing of it is written to the disk. */
import { browser } from '#imports';
import { type Asked, parsePlace, placeHash } from './place';

const KEY = 'search';

export interface LastSearch {
  /** What was asked last; undefined if nothing was since the browser was started. */
  asked?: Asked;
  keep(asked: Asked): void;
}

/** Never rejects: a page opens without it just as well. */
export async function readLastSearch(): Promise<LastSearch> {
  const stored = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  const hash = stored[KEY];
  return {
    ...(typeof hash === 'string' && { asked: parsePlace(hash).asked }),
    keep(asked) {
      const next = placeHash({ route: { view: 'papers' }, asked });
      void browser.storage.session.set({ [KEY]: next }).catch(() => undefined);
    },
  };
}
