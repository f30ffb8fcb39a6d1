/** The trash, indexed in memory when somebody searches it: it is small, and most people never do. */

import type { OffprintDatabase, Trashed } from '@/storage/database';
import type { Paper } from '@/utils/paper';
import { Scorer } from '../query/score';
import { ChunkCache } from './chunk-cache';
import { Memory } from './memory';
import { Snapshot } from './snapshot';

interface MadeIndex {
  snapshot: Snapshot;
  scorer: Scorer;
}

export class TrashIndex {
  readonly #db: OffprintDatabase;
  #made: { revision: unknown; index: Promise<MadeIndex> } | undefined;

  constructor(db: OffprintDatabase) {
    this.#db = db;
  }

  /** The index of what lies in the trash now; made once for each revision of the library, whoever asks meanwhile. */
  async index(): Promise<MadeIndex> {
    const revision = (await this.#db.settings.get('revision'))?.value;
    if (this.#made && this.#made.revision === revision) return this.#made.index;
    const made = { revision, index: this.#make() };
    made.index.catch(() => {
      if (this.#made === made) this.#made = undefined;
    });
    this.#made = made;
    return made.index;
  }

  async #make(): Promise<MadeIndex> {
    const rows = await this.#db.trash.toArray();
    const found = new Map<string, Trashed>(rows.map((row) => [row.id, row]));
    const chunks = new ChunkCache(async () => []);
    const memory = new Memory(chunks);
    await memory.keep(
      rows.map(({ paper }) => paper),
      ({ id }) => found.get(id)?.sightings ?? [],
    );
    const snapshot = new Snapshot(memory.segments, chunks);
    await snapshot.prepare();
    return { snapshot, scorer: new Scorer(snapshot) };
  }

  readonly read = async (ids: readonly string[]): Promise<(Paper | undefined)[]> =>
    (await this.#db.trash.bulkGet([...ids])).map((row) => row?.paper);
}
