/** Makes the desk of a page: its store, its commands, and the way between its places. */
import { useMemo } from 'preact/hooks';
import { options } from '@/components/browser/options';
import type { Commands } from '@/components/hooks/use-commands';
import type { OffprintDatabase } from '@/storage/database';
import { sendMessage } from '@/utils/messages';
import { applyEdit, editsOf } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';
import { placeOf, showPlace, stepBack, stepTo, writeAddress } from './address';
import type { Desk } from './desk';
import { createPendingEdits } from './pending-edits';
import { isAPaper, type Place, placeHash } from './place';
import { isViewName, type Route } from './route';
import type { Store } from './store';
import { createVotes } from './votes';

/** Papers of an edit that is drawn before the worker has answered. */
const DRAWN_AT_ONCE = 500;

/** The desk. Places that were gone to lie in the browser's history, so that its Back works. */
export function useDeskState(db: OffprintDatabase, store: Store, commands: Commands): Desk {
  return useMemo(() => {
    const pending = createPendingEdits();
    const start = history.length;

    const go: Desk['go'] = (route, asked) => {
      commands.dismiss();
      const here = placeOf(store);
      const under = store.beside.peek() && isAPaper(route) ? viewUnder(here) : undefined;
      show({ route, asked: { ...here.asked, ...asked }, ...(under && { under }) }, here);
    };

    function show(place: Place, here: Place): void {
      writeAddress(store); // of what was typed last
      if (isSamePaper(place.route, here.route)) {
        // One page, whatever is edited on it: Back leads away from it.
        history.replaceState(history.state, '', placeHash(place));
        showPlace(store, place);
      } else stepTo(store, place, here);
    }

    /** Whether the list of papers is in sight. */
    function listed(): boolean {
      const { route, under } = placeOf(store);
      return route.view === 'papers' || (store.beside.peek() && isAPaper(route) && !under);
    }

    return {
      db,
      store,
      commands,
      go,
      back() {
        const { route, under = 'papers' } = placeOf(store);
        if (store.beside.peek() && route.view === 'paper')
          go({ view: under }); // it is closed
        else if (history.length > start) stepBack(store);
        else go({ view: 'papers' });
      },
      leaf(id) {
        showPlace(store, { ...placeOf(store), route: { view: 'paper', id } });
        writeAddress(store);
      },
      search(query) {
        go(listed() ? store.route.peek() : { view: 'papers' }, { query });
      },
      type(query) {
        if (listed()) {
          commands.dismiss();
          store.query.value = query;
        } else go({ view: 'papers' }, { query });
      },
      async edit(ids, patch) {
        // Very many are a task, which is not done when the answer comes.
        if (ids.length > DRAWN_AT_ONCE) return commands.edit(ids, patch);
        const end = pending.begin(ids, drawnBy(patch));
        const done = await commands.edit(ids, patch);
        await end(done ? () => db.papers.bulkGet([...ids]) : undefined);
        return done;
      },
      async opened(id, address) {
        if (!options.peek().statusFollows) return;
        // It is sent at once: a popup goes as soon as another tab is in front.
        await commands.ask(sendMessage('openPaper', { id, ...(address && { address }) }));
      },
      votes: createVotes(db),
      shown: pending.shown,
    };
  }, [db, store, commands]);
}

/** The view that stays in sight when a paper's page is opened beside it; undefined where that is the list of papers. */
function viewUnder({ route, under }: Place) {
  return isAPaper(route) ? under : isViewName(route.view) ? route.view : undefined;
}

function isSamePaper(one: Route, other: Route): boolean {
  return one.view === 'paper' && other.view === 'paper' && one.id === other.id;
}

/** Draws a patch as the worker will write it; nothing of it if it will be refused. */
function drawnBy(patch: Patch) {
  const now = new Date().toISOString();
  try {
    const edits = editsOf(patch);
    return (paper: Parameters<Desk['shown']>[0]) =>
      edits.reduce((drawn, edit) => applyEdit(drawn, edit, now), paper);
  } catch {
    return (paper: Parameters<Desk['shown']>[0]) => paper;
  }
}
