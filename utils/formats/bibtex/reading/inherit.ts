/** What entries have from others: `crossref` from the book that a chapter is in, `xdata` from a set of fields. */
import type { RawEntry } from './scan-entry';

/** Longest value that others share, most sets of an entry, and how far sets and books may lead. */
const LONGEST = 5000;
const MOST_SETS = 10;
const DEEPEST = 4;

const DATES = ['date', 'year', 'month'];
/** Fields that a part has from its whole, and what they are called there, in order. A whole's own identifiers are its own. */
const FROM_WHOLE: readonly [string, readonly string[]][] = [
  ...['editor', 'publisher', 'organization', 'series', 'volume', 'number', 'isbn', 'issn'].map(
    (name): [string, [string]] => [name, [name]],
  ),
  ...DATES.map((name): [string, [string]] => [name, [name]]),
  ['title', ['title']],
];
const IN_BOOK: readonly [string, readonly string[]][] = [['booktitle', ['booktitle', 'title', 'maintitle']]];
const IN_JOURNAL: readonly [string, readonly string[]][] = [
  ['journaltitle', ['journaltitle', 'journal', 'title']],
];

type Fields = ReadonlyMap<string, string>;
type Rows = readonly (readonly [name: string, sources: readonly string[]])[];

/** Gives entries what they have from others. */
export class Inheritance {
  readonly #byKey = new Map<string, RawEntry>();
  readonly #resolved = new Map<RawEntry, Fields>();
  readonly #known: Rows;

  /** `known` are the fields that anybody asks for. Of two entries with one key, the first counts. */
  constructor(entries: readonly RawEntry[], known: Iterable<string>) {
    this.#known = [...known].map((name) => [name, [name]]);
    for (const entry of entries) {
      const key = entry.key.toLowerCase();
      if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, entry);
    }
  }

  /** The fields of an entry, and those that it has from others. */
  fieldsOf(entry: RawEntry, depth = 0): Fields {
    const { fields } = entry;
    if (depth > DEEPEST || !(fields.has('xdata') || fields.has('crossref'))) return fields;
    const before = this.#resolved.get(entry);
    if (before) return before;
    this.#resolved.set(entry, fields); // for those that lead in circles
    const all = new Map(fields);
    const sets = (fields.get('xdata') ?? '').slice(0, LONGEST).split(',').slice(0, MOST_SETS);
    for (const key of sets) this.#take(all, key, this.#known, depth);
    const whole = this.#byKey.get(keyIn(fields.get('crossref')));
    if (whole) this.#take(all, whole.key, wantedOf(entry, whole, all), depth);
    this.#resolved.set(entry, all);
    return all;
  }

  #take(all: Map<string, string>, key: string, rows: Rows, depth: number): void {
    const entry = this.#byKey.get(keyIn(key));
    const from = entry && this.fieldsOf(entry, depth + 1);
    if (!from) return;
    for (const [name, sources] of rows) {
      const value = sources.map((source) => from.get(source)).find(isShort);
      if (value !== undefined && !all.has(name)) all.set(name, value);
    }
  }
}

/** What a part of a whole lacks. */
function wantedOf(part: RawEntry, whole: RawEntry, all: Fields): Rows {
  const isDated = all.has('date') || all.has('year');
  const isPlaced = all.has('journal');
  const rows = [
    ...(part.kind === 'article' || whole.kind === 'periodical' ? IN_JOURNAL : IN_BOOK),
    ...FROM_WHOLE,
  ];
  return rows.filter(
    ([name]) => !(isDated && DATES.includes(name)) && !(isPlaced && name === 'journaltitle'),
  );
}

function keyIn(field = ''): string {
  return field.trim().toLowerCase();
}

function isShort(value: string | undefined): boolean {
  return value !== undefined && value.length <= LONGEST;
}
