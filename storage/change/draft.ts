/** The rows that a change is about, in memory: read before it is decided, written after. Pure. */
import type { Alias, Trashed } from '@/storage/database';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import { cut } from '@/utils/text/clean';
import { type Key, type RowChange, sameValue, type TableName } from './row-difference';

/** Ids are at most 1200 UTF-16 units long (schema.ts), and a stamp is added. */
const LONGEST_KEY = 1160;

interface Rows {
  papers: Paper;
  aliases: Alias;
  sightings: Sighting;
  trash: Trashed;
  searches: SavedSearchRow;
}

export class Draft {
  readonly #rows = new Map<string, RowChange>();
  readonly #steps: RowChange[] = [];
  readonly #lastSteps = new Map<RowChange, RowChange>();
  /** Rows of aliases and sightings by the key or the paper that they have in common. */
  readonly #groups = new Map<string, Set<RowChange>>();
  readonly #usedIds = new Set<string>();

  /** Takes in a row as the database has it; one that is known already stays as it is here. */
  load<Name extends TableName>(table: Name, row: Rows[Name]): void {
    const key = keyOf(table, row);
    if (this.#rows.has(nameOf(table, key))) return;
    this.#add({ table, key, before: row, after: row });
  }

  /** Notes ids that records have or had, also such as are not loaded. */
  useIds(ids: readonly string[]): void {
    for (const id of ids) this.#usedIds.add(id);
  }

  get<Name extends TableName>(table: Name, key: Key): Rows[Name] | undefined {
    return this.#rows.get(nameOf(table, key))?.after as Rows[Name] | undefined;
  }

  /** A row as the database has it. */
  was<Name extends TableName>(table: Name, key: Key): Rows[Name] | undefined {
    return this.#rows.get(nameOf(table, key))?.before as Rows[Name] | undefined;
  }

  put<Name extends TableName>(table: Name, row: Rows[Name]): void {
    const key = keyOf(table, row);
    const none = { table, key, before: undefined, after: undefined };
    this.#change(this.#rows.get(nameOf(table, key)) ?? this.#add(none), row);
  }

  remove(table: TableName, key: Key): void {
    const known = this.#rows.get(nameOf(table, key));
    if (known) this.#change(known, undefined);
  }

  /** The papers, here or in the trash, that a key leads to. */
  papersAt(key: string): string[] {
    return this.#group('aliases', `key ${key}`).map(({ paper }) => paper);
  }

  /** The keys that lead to a paper. */
  keysTo(paper: string): string[] {
    return this.#group('aliases', `paper ${paper}`).map(({ key }) => key);
  }

  sightingsOf(paper: string): Sighting[] {
    return this.#group('sightings', `paper ${paper}`);
  }

  /** The sightings of a paper that the database has. */
  sightingsBefore(paper: string): Sighting[] {
    return this.#group('sightings', `paper ${paper}`, 'before');
  }

  /** All saved searches that are loaded or put, deleted ones too. */
  searches(): SavedSearchRow[] {
    return [...this.#rows.values()].flatMap(({ table, after }) =>
      table === 'searches' && after ? (after as SavedSearchRow) : [],
    );
  }

  /** Whether no record has, or had, this id. */
  isFree(id: string): boolean {
    return !this.#usedIds.has(id);
  }

  /** `wanted`, unless another record has, or had, that id. */
  freeId(wanted: string, stamp: Stamp): string {
    return this.#usedIds.has(wanted) ? this.ownId(wanted, stamp) : wanted;
  }

  /** An id that no other record has on any device; `stamp` is that of the change. */
  ownId(key: string, stamp: Stamp): string {
    for (let number = 1; ; number++) {
      const id = `${cut(key, LONGEST_KEY)}~${stamp}${number === 1 ? '' : `.${number}`}`;
      if (!this.#usedIds.has(id)) return id;
    }
  }

  /** What was decided, step by step: taking it back, the last step comes first. */
  get steps(): readonly RowChange[] {
    return this.#steps;
  }

  /** The rows that differ from those in the database now. */
  changes(): RowChange[] {
    const touched = new Set(this.#steps.map(({ table, key }) => nameOf(table, key)));
    const rows = [...touched].flatMap((name) => this.#rows.get(name) ?? []);
    return rows.filter(({ before, after }) => !sameValue(before, after));
  }

  #change(row: RowChange, after: object | undefined): void {
    const { table, key, after: before } = row;
    row.after = after;
    if (sameValue(before, after)) return;
    const last = this.#lastSteps.get(row);
    // Two edits of one row are one step: taken back one by one, the second would be taken back to what the first left.
    if (last?.before && last.after && after) last.after = after;
    else {
      const step = { table, key, before, after };
      this.#steps.push(step);
      this.#lastSteps.set(row, step);
    }
  }

  #add(row: RowChange): RowChange {
    const { table, key } = row;
    this.#rows.set(nameOf(table, key), row);
    if (table === 'papers') this.#usedIds.add(String(key));
    if (table === 'aliases') this.#join(row, [`key ${key[0]}`, `paper ${key[1]}`]);
    if (table === 'sightings') this.#join(row, [`paper ${key[0]}`]);
    return row;
  }

  #join(row: RowChange, groups: readonly string[]): void {
    for (const group of groups) {
      const name = `${row.table} ${group}`;
      const rows = this.#groups.get(name) ?? new Set();
      this.#groups.set(name, rows.add(row));
    }
  }

  #group<Name extends TableName>(
    table: Name,
    group: string,
    when: 'before' | 'after' = 'after',
  ): Rows[Name][] {
    return [...(this.#groups.get(`${table} ${group}`) ?? [])].flatMap((row) =>
      row[when] === undefined ? [] : (row[when] as Rows[Name]),
    );
  }
}

function nameOf(table: TableName, key: Key): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** The primary key of a row, as `database.ts` declares it. */
function keyOf<Name extends TableName>(table: Name, row: Rows[Name]): Key {
  if (table === 'aliases') {
    const { key, paper } = row as Alias;
    return [key, paper];
  }
  if (table === 'sightings') {
    const { paper, site, url } = row as Sighting;
    return [paper, site, url];
  }
  return (row as Paper | Trashed | SavedSearchRow).id;
}
