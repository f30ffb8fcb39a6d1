/** An index of the trash. It is made in memory when it is searched: the trash is small, and few people search it. */
import type { OffprintDatabase, Trashed } from '@/storage/database';
import { Scorer } from '../query/score';
import type { IndexFamily, IndexStore } from '../rows/index-store';
import { ChunkCache } from '../snapshot/chunk-cache';
import { Memory } from '../snapshot/memory';
import { Snapshot } from '../snapshot/snapshot';
import type { Searched } from './page-index';

export class TrashIndex {
  readonly #db: OffprintDatabase;
  readonly #family: IndexFamily;
  #made: { revision: unknown; index: Promise<Searched> } | undefined;

  constructor({ db, family }: IndexStore) {
    this.#db = db;
    this.#family = family;
  }

  /** The index of the trash as it is now. It is made once for each revision of the library. */
  async index(): Promise<Searched> {
    const revision = (await this.#db.settings.get('revision'))?.value;
    if (this.#made && this.#made.revision === revision) return this.#made.index;
    const made = { revision, index: this.#make() };
    made.index.catch(() => {
      if (this.#made === made) this.#made = undefined;
    });
    this.#made = made;
    return made.index;
  }

  async #make(): Promise<Searched> {
    const rows = await this.#db.trash.toArray();
    const found = new Map<string, Trashed>(rows.map((row) => [row.id, row]));
    const chunks = new ChunkCache(async () => []);
    const memory = new Memory(this.#family, chunks);
    await memory.keep(
      rows.map(({ paper }) => paper),
      ({ id }) => found.get(id)?.sightings ?? [],
    );
    const snapshot = new Snapshot(this.#family, memory.segments, chunks);
    await snapshot.prepare();
    const papers = async (ids: readonly string[]) => ids.map((id) => found.get(id)?.paper);
    return { snapshot, scorer: new Scorer(snapshot), papers: () => papers, texts: papers };
  }
}
