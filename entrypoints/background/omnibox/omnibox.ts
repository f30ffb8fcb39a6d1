/** The keyword `op` in the address bar: papers as one types, and the way to the full page's search. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { NOTHING_ASKED, placeHash } from '@/components/desk/place';
import type { Route } from '@/components/desk/route';
import type { OffprintDatabase } from '@/storage/database';
import { openLibrarySearch } from '@/storage/search/library-search';
import { queryDays } from '@/utils/query/query-days';
import { chosenIn } from './chosen';
import { createSuggester } from './suggester';
import { type Markup, suggestionOf } from './suggestion';

type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

const MARKUP: Markup = import.meta.env.FIREFOX ? 'plain' : 'xml';

/** Answers what is typed after the keyword. `tend` lets the index catch up. */
export function answerOmnibox(db: OffprintDatabase, tend: () => void): void {
  const { omnibox } = browser;
  const suggester = createSuggester({
    open: () => openLibrarySearch(db, { onChange() {}, onError() {}, onBehind: tend }),
    days: () => queryDays(new Date(), (moment) => moment.getTimezoneOffset()),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

  omnibox.setDefaultSuggestion({ description: i18n.t('omnibox.search') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    void suggester.ask(text).then((hits) => {
      // One address once: browsers tell suggestions apart by it.
      const byPlace = new Map(
        hits?.map((hit) => {
          const place = libraryAt({ view: 'paper', id: hit.paper.id });
          const suggestion = suggestionOf(hit, MARKUP, { place, untitled: i18n.t('paper.untitled') });
          return [suggestion.content, suggestion] as const;
        }),
      );
      if (hits) suggest([...byPlace.values()]);
    });
  });
  omnibox.onInputCancelled.addListener(suggester.end);
  omnibox.onInputEntered.addListener((text, disposition) => {
    suggester.end();
    const chosen = chosenIn(text, new URL(browser.runtime.getURL('/')).origin);
    const url = 'address' in chosen ? chosen.address : libraryAt({ view: 'papers' }, chosen.query);
    void show(url, disposition as Disposition).catch((error) => console.warn('[offprint]', error));
  });
}

/** An address of the full page. */
function libraryAt(route: Route, query = ''): string {
  return browser.runtime.getURL('/library.html') + placeHash({ route, asked: { ...NOTHING_ASKED, query } });
}

async function show(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
