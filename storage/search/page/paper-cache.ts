/** Papers that were shown lately: as somebody types, a query finds much of what the one before it found. */
import type { OffprintDatabase, Setting } from '@/storage/database';
import { readDirectly, settled } from '@/storage/read-directly';
import type { Paper } from '@/utils/paper';

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

  /** Papers by id, in the order asked for; undefined for those that are gone. */
  readonly read = async (ids: readonly string[]): Promise<(Paper | undefined)[]> => {
    const found = new Map<string, Paper>();
    for (const id of ids) {
      const paper = this.#kept.get(id);
      if (paper) found.set(id, paper);
    }
    const missing = ids.filter((id) => !found.has(id));
    const [revision, papers] = await readDirectly(this.#db, ['settings', 'papers'], (store) =>
      Promise.all([
        settled<Setting | undefined>(store('settings').get('revision')),
        Promise.all(missing.map((id) => settled<Paper | undefined>(store('papers').get(id)))),
      ]),
    );
    if (revision?.value !== this.#revision) {
      this.#kept.clear();
      this.#revision = revision?.value;
      if (found.size > 0) return this.read(ids);
    }
    for (const paper of papers) if (paper) found.set(paper.id, paper);
    for (const [id, paper] of found) this.#keep(id, paper);
    return ids.map((id) => found.get(id));
  };

  /** Reads papers some at a time, so that an answer in between does not wait long. */
  async readAhead(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += AHEAD) await this.read(ids.slice(from, from + AHEAD));
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
