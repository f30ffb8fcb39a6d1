/** The trash, indexed in memory when somebody searches it: it is small, and most people never do. */

import type { OffprintDatabase, Trashed } from '@/storage/database';
import type { Paper } from '@/utils/paper';
import { Scorer } from '../query/score';
import { ChunkCache } from './chunk-cache';
import { Memory } from './memory';
import { Snapshot } from './snapshot';

export class TrashIndex {
  readonly #db: OffprintDatabase;
  #made: { revision: unknown; snapshot: Snapshot; scorer: Scorer } | undefined;

  constructor(db: OffprintDatabase) {
    this.#db = db;
  }

  /** The index of what lies in the trash now. */
  async index(): Promise<{ snapshot: Snapshot; scorer: Scorer }> {
    const db = this.#db;
    const { revision, rows } = await db.transaction('r', db.settings, db.trash, async () => {
      const revision = (await db.settings.get('revision'))?.value;
      return { revision, rows: revision === this.#made?.revision ? [] : await db.trash.toArray() };
    });
    if (this.#made && this.#made.revision === revision) return this.#made;
    const found = new Map<string, Trashed>(rows.map((row) => [row.id, row]));
    const chunks = new ChunkCache(async () => []);
    const memory = new Memory(chunks);
    await memory.keep(
      rows.map(({ paper }) => paper),
      ({ id }) => found.get(id)?.sightings ?? [],
    );
    const snapshot = new Snapshot(memory.segments, chunks);
    await snapshot.prepare();
    this.#made = { revision, snapshot, scorer: new Scorer(snapshot) };
    return this.#made;
  }

  readonly read = async (ids: readonly string[]): Promise<(Paper | undefined)[]> =>
    (await this.#db.trash.bulkGet([...ids])).map((row) => row?.paper);
}
