/** Keeps papers that were shown lately: while someone types, successive queries find many of the same papers. */
import type { OffprintDatabase } from '@/storage/database';
import { rowsAt } from '@/storage/read-directly';
import type { Setting } from '@/storage/setting-rows';
import type { Paper } from '@/utils/paper/schema';
import type { ReadPapers } from '../query/phrases';

/** 4 MB. */
export const PAPERS_KEPT = 1000;
/** Papers read ahead at once: about 3 ms. */
const AHEAD = 50;

/** Never returns outdated papers: it forgets all when the library changes. */
export class PaperCache {
  readonly #db: OffprintDatabase;
  /** Least recently used first. */
  readonly #kept = new Map<string, Paper>();
  #revision: unknown;

  constructor(db: OffprintDatabase) {
    this.#db = db;
  }

  /**
   * Returns a reader of papers as they are now or later. It asks at once whether the kept papers are still valid, so
   * that the answer is there when the ids are: on two busy cores, asking later took longer than the query (2026-11-22).
   */
  readonly begin = (): ReadPapers => {
    const checking = this.#check();
    checking.catch(() => undefined); // the reader gets the error
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
      // If the library has changed meanwhile, these papers may be older than what another reader keeps.
      if (revision === this.#revision) for (const [id, paper] of found) this.#keep(id, paper);
      return ids.map((id) => found.get(id));
    };
  };

  /** The library's revision. Forgets all papers if it has changed. */
  async #check(): Promise<unknown> {
    const [revision] = await rowsAt<Setting>(this.#db, 'settings', ['revision']);
    if (revision?.value !== this.#revision) this.#kept.clear();
    this.#revision = revision?.value;
    return this.#revision;
  }

  /** Reads papers in batches, so that a query in between does not wait long. */
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
