import { browser, defineBackground } from '#imports';
import { beginSession } from '@/storage/change/session';
import { OffprintDatabase } from '@/storage/database';
import { acceptEmpty, forgoTrash, guardLibrary, noteHeld } from '@/storage/guard';
import { resumeTasks } from '@/storage/tasks';
import { onMessage } from '@/utils/messages';
import { sessionId } from '@/utils/paper/stamp';
import { showHealth, showSavedToday } from './badge';
import { offerCollecting } from './context-menu';
import { createHandlers } from './handlers';
import { followPermissions } from './optional-sites';
import { createTaskRunner } from './task-runner';
import { tellListings } from './tell-listings';
import { createTender } from './tender';

export default defineBackground({
  type: 'module',
  main() {
    // Register listeners synchronously, or the message that woke the worker is lost.
    const db = new OffprintDatabase();
    const tend = createTender(db);
    const begin = () => beginSession(db, sessionId(crypto.getRandomValues(new Uint8Array(10))));
    const onChange = async () => {
      tend();
      await Promise.all([tellListings(), showSavedToday(db), noteHeld(db)]);
    };
    const runTasks = createTaskRunner(db, { beginSession: begin, onChange });
    const handlers = createHandlers(db, {
      beginSession: begin,
      guard: () => guardLibrary(db),
      onChange,
      onHealth: showHealth,
      runTasks,
      // The answer is sent when the handler's promise resolves, which is before the next task.
      afterwards: (work) => void setTimeout(() => work().catch((error) => console.warn('[offprint]', error))),
      forgoTrash: () => forgoTrash(db),
      startAnew: acceptEmpty,
    });
    for (const type of Object.keys(handlers) as (keyof typeof handlers)[]) onMessage(type, handlers[type]);
    offerCollecting();
    followPermissions();
    onMessage('goOn', () => {
      runTasks();
      tend();
    });
    // Refresh whenever the worker starts: the badge may show yesterday's count.
    const refresh = () => void showSavedToday(db).catch(() => undefined); // a failure is told where it matters
    browser.runtime.onStartup.addListener(refresh);
    refresh();
    // Goes on with what was under way when the worker was stopped; what a failure stopped is tried once more.
    resumeTasks(db).then(runTasks, () => undefined);
    tend();
  },
});
