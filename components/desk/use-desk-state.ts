/** Makes the desk of a page: its store, its commands, and the way between its places. */
import { useMemo } from 'preact/hooks';
import { statusFollows } from '@/components/browser/status-follows';
import type { Commands } from '@/components/hooks/use-commands';
import type { OffprintDatabase } from '@/storage/database';
import { sendMessage } from '@/utils/messages';
import { applyEdit, editsOf } from '@/utils/paper/edit';
import type { Patch } from '@/utils/paper/patch';
import type { Desk } from './desk';
import { createPendingEdits } from './pending-edits';
import { hashOf, type Route } from './route';
import type { Store } from './store';
import { createVotes } from './votes';

/** Papers of an edit that is drawn before the worker has answered. */
const DRAWN_AT_ONCE = 500;

/** The desk. Places that were gone to lie in the browser's history, so that its Back works. */
export function useDeskState(db: OffprintDatabase, store: Store, commands: Commands): Desk {
  return useMemo(() => {
    const pending = createPendingEdits();
    const start = history.length;

    function go(route: Route): void {
      commands.dismiss();
      const here = store.route.peek();
      if (hashOf(route) === hashOf(here)) store.route.value = route;
      else if (isSamePaper(route, here)) {
        // One page, whatever is edited on it: Back leads away from it.
        history.replaceState(history.state, '', hashOf(route));
        store.route.value = route;
      } else location.hash = hashOf(route); // the shell hears it change
    }

    return {
      db,
      store,
      commands,
      go,
      back() {
        if (history.length > start) history.back();
        else go({ view: 'papers' });
      },
      search(query) {
        store.query.value = query;
        // Going where one is would draw the whole shell with every letter.
        if (store.route.peek().view === 'papers') commands.dismiss();
        else go({ view: 'papers' });
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
        if (!statusFollows()) return;
        // It is sent at once: a popup goes as soon as another tab is in front.
        await commands.ask(sendMessage('openPaper', { id, ...(address && { address }) }));
      },
      votes: createVotes(db),
      shown: pending.shown,
    };
  }, [db, store, commands]);
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
