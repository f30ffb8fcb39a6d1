/** Papers that were read lately: as somebody types, a query finds much of what the one before it found. */
import type { OffprintDatabase } from '@/storage/database';
import { rowsAt } from '@/storage/read-directly';
import type { Paper } from '@/utils/paper';

/** Papers kept: 4 MB. */
const MOST = 1000;

/** Good for one state of the library. */
export class PaperCache {
  readonly #db: OffprintDatabase;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Paper>();

  constructor(db: OffprintDatabase) {
    this.#db = db;
  }

  /** Papers by id, in the order asked for; undefined for those that are gone. */
  readonly read = async (ids: readonly string[]): Promise<(Paper | undefined)[]> => {
    const found = new Map<string, Paper>();
    for (const id of ids) {
      const paper = this.#kept.get(id);
      if (paper) found.set(id, paper);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0)
      for (const paper of await rowsAt<Paper>(this.#db, 'papers', missing))
        if (paper) found.set(paper.id, paper);
    for (const [id, paper] of found) this.#keep(id, paper);
    return ids.map((id) => found.get(id));
  };

  #keep(id: string, paper: Paper): void {
    this.#kept.delete(id);
    this.#kept.set(id, paper);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(oldest);
    }
  }
}
