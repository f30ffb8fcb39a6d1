/** One function per message: parse the input, check the sender, do one command, answer after its commit. */
import { z } from 'zod';
import { type Added, addPaper } from '@/storage/add-paper';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { Failure } from '@/storage/failure';
import { emptyTrash, forgetPapers } from '@/storage/forget';
import { isFromLibrary } from '@/storage/import/staging';
import { openPaper } from '@/storage/open-paper';
import { AT_ONCE, resumeTasks } from '@/storage/tasks';
import { Patch } from '@/utils/paper/patch';
import { answer, type Incoming, parse } from './answer';
import { createBackupHandlers } from './backup-handlers';
import { createChange } from './change';
import { createCitationHandlers } from './citation-handlers';
import type { Effects } from './effects';
import { createLinkHandlers } from './link-handlers';
import { createListingHandlers } from './listing-handlers';
import { createOptionHandlers } from './option-handlers';
import { createSearchHandlers } from './search-handlers';
import { checkOwnPage } from './sender';
import { createTagHandlers } from './tag-handlers';

const Batch = z.strictObject({ batch: z.string().min(24).max(100), parts: z.int().min(0).max(100_000) });
/** Papers of one change. */
const MOST_EDITED = 200_000;
const Id = z.string().max(1200);
const Ids = z.strictObject({ ids: z.array(Id).min(1).max(AT_ONCE) });
const ManyIds = z.strictObject({ ids: z.array(Id).min(1).max(MOST_EDITED) });
const Edits = z.strictObject({ ids: z.array(Id).min(1).max(MOST_EDITED), patch: Patch });
const Opened = z.strictObject({ id: Id, address: z.string().max(4096).optional() });
const Entry = z.strictObject({ entry: z.union([z.int().positive(), z.literal('last')]) });

/** The handlers over one database. */
export function createHandlers(db: OffprintDatabase, effects: Effects) {
  const now = () => new Date().toISOString();

  const change = createChange(effects);

  /** Deletes papers for good, unless the library was lost; refused if none of them is in the trash. */
  async function forget(command: () => Promise<number>): Promise<{ papers: number }> {
    await effects.guard();
    await effects.forgoTrash();
    const papers = await effects.queue.add('press', command);
    if (papers === 0) throw new Failure('refused');
    effects.onChange();
    return { papers };
  }

  async function entryOf(command: () => Promise<number | undefined>): Promise<{ entry: number }> {
    const entry = await effects.queue.add('press', () => change(command));
    if (entry === undefined) throw new Failure('refused'); // what it speaks of is not there
    return { entry };
  }

  return {
    ...createListingHandlers(db, { ...effects, change }),
    ...createTagHandlers(db, { ...effects, change }),
    ...createLinkHandlers(db, { ...effects, change }),
    ...createSearchHandlers(db, { ...effects, change }),
    ...createOptionHandlers(db, effects),
    ...createCitationHandlers(db, effects),
    ...createBackupHandlers(effects),

    editPapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids, patch } = parse(Edits, data);
        const entry = await effects.queue.add('press', () => change(() => editPapers(db, ids, patch, now())));
        effects.runTasks();
        return { entry };
      }),

    openPaper: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { id, address } = parse(Opened, data);
        const open = () => change(() => openPaper(db, id, address, now()));
        return { entry: await effects.queue.add('press', open) };
      }),

    addPaper: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const typed = parse(Patch.pick({ set: true, add: true }), data);
        let added: Added | undefined;
        await effects.queue.add('press', () =>
          change(async () => {
            added = await addPaper(db, typed, now());
            return 'entry' in added ? added.entry : undefined;
          }),
        );
        return added as Added;
      }),

    removePapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(ManyIds, data);
        const done = await entryOf(() => commands.removePapers(db, ids, now()));
        effects.runTasks();
        return done;
      }),

    restorePapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(ManyIds, data);
        const done = await entryOf(() => commands.restorePapers(db, ids, now()));
        effects.runTasks();
        return done;
      }),

    forgetPapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(Ids, data);
        return forget(() => forgetPapers(db, ids, now()));
      }),

    emptyTrash: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        return forget(() => emptyTrash(db, now()));
      }),

    undo: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { entry } = parse(Entry, data);
        const undone = await entryOf(() => commands.undo(db, entry === 'last' ? {} : entry, now()));
        effects.runTasks();
        return undone;
      }),

    redo: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const entry = await effects.queue.add('press', () => change(() => commands.redo(db, now())));
        effects.runTasks();
        return { entry };
      }),

    importStaged: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const batch = parse(Batch, data);
        // A lost library may be restored from a backup. Everything else waits until the user has acknowledged the loss.
        if (!(await isFromLibrary(db, batch.batch))) await effects.guard();
        await effects.beginSession();
        const entry = await effects.queue.add('press', () => commands.importStaged(db, batch, now()));
        effects.onChange(entry);
        effects.runTasks();
        return { entry };
      }),

    resumeTasks: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await resumeTasks(db);
        effects.runTasks();
        return null;
      }),

    startAnew: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await effects.startAnew();
        return null;
      }),
  };
}
