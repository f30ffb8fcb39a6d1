/** Papers that were shown lately: as somebody types, a query finds much of what the one before it found. */
import type { OffprintDatabase, Setting } from '@/storage/database';
import { rowsAt } from '@/storage/read-directly';
import type { Paper } from '@/utils/paper/schema';
import type { ReadPapers } from '../query/find';

/** 4 MB. */
export const PAPERS_KEPT = 1000;
/** Papers that are read ahead in one go: some 3 ms. */
const AHEAD = 50;

/** Answers with what the library holds now: what it keeps is forgotten with the library's next change. */
export class PaperCache {
  readonly #db: OffprintDatabase;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Paper>();
  #revision: unknown;

  constructor(db: OffprintDatabase) {
    this.#db = db;
  }

  /**
   * Begins to read: what comes is not older than this moment. Whether what is kept still holds is asked now, so that the
   * answer is there when the ids are: on two busy cores waiting for it took longer than the query (2026-11-22).
   */
  readonly begin = (): ReadPapers => {
    const checking = this.#check();
    checking.catch(() => undefined); // whoever reads hears of it
    return async (ids) => {
      const revision = await checking;
      const found = new Map<string, Paper>();
      for (const id of ids) {
        const paper = this.#kept.get(id);
        if (paper) found.set(id, paper);
      }
      const missing = ids.filter((id) => !found.has(id));
      for (const paper of await rowsAt<Paper>(this.#db, 'papers', missing))
        if (paper) found.set(paper.id, paper);
      // Where the library has changed meanwhile, another reader may keep what is newer.
      if (revision === this.#revision) for (const [id, paper] of found) this.#keep(id, paper);
      return ids.map((id) => found.get(id));
    };
  };

  /** The library's revision; if it is another one, all that is kept is forgotten. */
  async #check(): Promise<unknown> {
    const [revision] = await rowsAt<Setting>(this.#db, 'settings', ['revision']);
    if (revision?.value !== this.#revision) this.#kept.clear();
    this.#revision = revision?.value;
    return this.#revision;
  }

  /** Reads papers some at a time, so that an answer in between does not wait long. */
  async readAhead(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += AHEAD) await this.begin()(ids.slice(from, from + AHEAD));
  }

  #keep(id: string, paper: Paper): void {
    this.#kept.delete(id);
    this.#kept.set(id, paper);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= PAPERS_KEPT) break;
      this.#kept.delete(oldest);
    }
  }
}
