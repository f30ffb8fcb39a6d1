import { browser, defineBackground } from '#imports';
import { beginSession } from '@/storage/change/session';
import { OffprintDatabase } from '@/storage/database';
import { acceptEmpty, forgoTrash, guardLibrary, noteHeld } from '@/storage/guard';
import { resumeTasks } from '@/storage/tasks';
import { onMessage } from '@/utils/messages';
import { NOTE_PORT } from '@/utils/note-messages';
import { sessionId } from '@/utils/paper/stamp';
import { showHealth, showSavedToday } from './badge';
import { createChange } from './change';
import { offerMenu } from './context-menu';
import type { Effects } from './effects';
import { greet } from './first-run';
import { createHandlers } from './handlers';
import { createKeeper } from './keeper';
import { answerKeys } from './keys';
import { createNotePort } from './note-port';
import { answerOmnibox } from './omnibox/omnibox';
import { openTags } from './open-tags';
import { followPermissions } from './optional-sites';
import { createQueue } from './queue';
import { createSaveHere } from './save-here';
import { createSoon } from './soon';
import { createTaskRunner } from './task-runner';
import { createTellListings } from './tell-listings';
import { createTender } from './tender';
import { createWatchedCards } from './watched-cards';

/** The badge and the index follow changes after so long (ms), once for many. */
const FOLLOW_MS = 200;

export default defineBackground({
  type: 'module',
  main() {
    // Register listeners synchronously, or the message that woke the worker is lost.
    const db = new OffprintDatabase();
    const tend = createTender(db);
    const keeper = createKeeper(db, () => guardLibrary(db));
    const begin = () => beginSession(db, sessionId(crypto.getRandomValues(new Uint8Array(10))));
    const queue = createQueue();
    const watched = createWatchedCards();
    const listings = createTellListings(db, watched, queue);
    const follow = createSoon(async () => {
      tend();
      keeper.wake();
      await Promise.all([showSavedToday(db), noteHeld(db)]);
    }, FOLLOW_MS);
    const onChange = (entry?: number) => {
      listings.changed(entry);
      follow();
    };
    const runTasks = createTaskRunner(db, { beginSession: begin, onChange });
    const effects: Effects = {
      queue,
      watched,
      beginSession: begin,
      guard: () => guardLibrary(db),
      onChange,
      onProgress: listings.saved,
      onHealth: showHealth,
      runTasks,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      forgoTrash: () => forgoTrash(db),
      startAnew: acceptEmpty,
      keeper,
      openTags,
    };
    const handlers = createHandlers(db, effects);
    const change = createChange(effects);
    const followNote = createNotePort(db, { ...effects, change });
    const saveHere = createSaveHere(db, { ...effects, change });
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === NOTE_PORT) followNote(port);
    });
    for (const type of Object.keys(handlers) as (keyof typeof handlers)[]) onMessage(type, handlers[type]);
    offerMenu(saveHere);
    answerKeys(saveHere);
    answerOmnibox(db, tend);
    followPermissions();
    greet();
    onMessage('goOn', () => {
      runTasks();
      tend();
      keeper.wake();
    });
    // Refresh whenever the worker starts: the badge may show yesterday's count.
    const refresh = () => void showSavedToday(db).catch(() => undefined); // a failure is told where it matters
    browser.runtime.onStartup.addListener(refresh);
    refresh();
    // Goes on with what was under way when the worker was stopped; what a failure stopped is tried once more.
    resumeTasks(db).then(runTasks, () => undefined);
    tend();
    keeper.wake();
  },
});
