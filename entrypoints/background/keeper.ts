/** Keeps backups: makes one a day when something changed, proves it, and lets old ones go. */
import { BackupDatabase } from '@/storage/backup/backup-database';
import { backupIsDue } from '@/storage/backup/due';
import { backupStep, beginBackup } from '@/storage/backup/make-backup';
import { createProofSteps } from '@/storage/backup/prove-backup';
import { rotate } from '@/storage/backup/rotate';
import type { OffprintDatabase } from '@/storage/database';
import { createStir } from './stir';

/** So long nothing was changed and no page was opened before work begins by itself (ms). */
const QUIET_MS = 20_000;
/** Between two looks at whether it is quiet (ms). */
const LOOK_MS = 1000;

export interface Keeper {
  /** Something was changed, or a page opened: it waits until all is quiet, and looks whether a backup is due. */
  wake(): void;
  /** Makes a backup now, and proves it. Resolves once it is begun. */
  backUp(): Promise<void>;
  /** Deletes a backup, with what no other has. */
  deleteBackup(number: number): Promise<void>;
}

interface Clock {
  now(): number;
  pause(ms: number): Promise<void>;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  pause: (ms) => new Promise((resume) => setTimeout(resume, ms)),
};

export function createKeeper(
  db: OffprintDatabase,
  /** Throws if the library was lost: what is left of it is no backup. */
  guard: () => Promise<void>,
  store = new BackupDatabase(),
  { now, pause }: Clock = CLOCK,
): Keeper {
  const iso = () => new Date(now()).toISOString();
  let running = false;
  let woken = false;
  let wokenAt = now();
  /** A person waits for it. */
  let wanted = false;

  /** Between two steps it rests as long as the step took, so that at most half of the time is its own. */
  async function doAll(step: () => Promise<boolean>, stir: () => Promise<void>): Promise<void> {
    for (let more = true; more; ) {
      while (!wanted && now() - wokenAt < QUIET_MS) {
        await pause(LOOK_MS);
        await stir();
      }
      const begun = now();
      more = await step();
      if (more && !wanted) await pause(now() - begun);
      await stir();
    }
  }

  async function work(): Promise<void> {
    running = true;
    const stir = createStir();
    const prove = createProofSteps(store);
    try {
      while (woken) {
        woken = false;
        await doAll(async () => {
          await guard();
          if (await backupIsDue(db, store, iso())) await beginBackup(db, store, iso());
          return false;
        }, stir);
        await doAll(() => backupStep(db, store), stir);
        await doAll(() => prove(iso()), stir);
        await rotate(store);
      }
    } catch (error) {
      console.warn('[offprint]', error); // tried again when it is woken next
    } finally {
      running = false;
      wanted = false;
    }
  }

  return {
    wake() {
      [woken, wokenAt] = [true, now()];
      if (!running) void work();
    },
    async backUp() {
      await guard();
      await beginBackup(db, store, iso());
      [woken, wanted] = [true, true];
      if (!running) void work();
    },
    deleteBackup: (number) => rotate(store, [number]),
  };
}
