/** Which backups are kept: the newest of each of the last days, weeks and months. */
import type { Backup, BackupDatabase } from './backup-database';
import { allChunks } from './drop-damaged';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The numbers of the backups that stay. They are gone through by their numbers, the newest first, because a clock may have
 * been set back. The newest one that was verified always stays, and so does one that knows more changes than all later ones do:
 * it is of a library that was lost. Pure.
 */
export function keptOf(
  backups: readonly Pick<Backup, 'number' | 'at' | 'revision' | 'verified'>[],
): Set<number> {
  const newest = backups.toSorted((a, b) => b.number - a.number);
  const kept = new Set<number>();
  const keepBy = (nameOf: (at: string) => string, most: number) => {
    const names = new Set<string>();
    for (const { number, at } of newest) {
      const name = nameOf(at);
      if (names.has(name) || names.size === most) continue;
      names.add(name);
      kept.add(number);
    }
  };
  keepBy((at) => at.slice(0, 10), DAYS);
  keepBy((at) => String(Math.floor(Date.parse(at) / WEEK_MS + 3 / 7)), WEEKS); // the first week began on Thursday
  keepBy((at) => at.slice(0, 7), MONTHS);
  let known = -1;
  for (const { number, revision, verified } of newest) {
    if (!verified || revision <= known) continue;
    kept.add(number);
    known = revision;
  }
  return kept;
}

/** Deletes the backups that do not stay, and those given, with the chunks that no other has. */
export async function rotate(store: BackupDatabase, given: readonly number[] = []): Promise<void> {
  await store.transaction('rw', store.backups, store.chunks, async () => {
    const all = await store.backups.toArray();
    const ready = all.filter(({ number, after }) => after === undefined && !given.includes(number));
    const kept = keptOf(ready);
    const gone = all.filter(
      ({ number, after }) => given.includes(number) || (after === undefined && !kept.has(number)),
    );
    if (gone.length === 0) return;
    await store.backups.bulkDelete(gone.map(({ number }) => number));
    const left = all.filter((backup) => !gone.includes(backup));
    const needed = new Set(left.flatMap(allChunks));
    const unused = gone.flatMap(allChunks).filter((hash) => !needed.has(hash));
    await store.chunks.bulkDelete([...new Set(unused)]);
  });
}
