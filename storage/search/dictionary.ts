/**
 * The dictionary of a segment. An entry: how many UTF-16 units it shares with the term before it and how many follow,
 * as the halves of one byte (a full half goes on in a varint behind it); these units; the fields it is in as bits, and
 * whether it is in one document of each; else, for each such field, the number of its documents; the length of its
 * postings in bytes. Numbers are varints. A chunk begins with the offset of its first postings.
 */
import { ByteReader, ByteWriter } from './bytes';
import { type Chunk, DICTIONARY_CHUNK, FIELDS } from './segment';

/** Half a byte that says that more follows. */
const FULL = 15;
/** Beside the bits of the fields: each of them has the term in one document. */
const ONCE = 0x80;

/** Writes terms in ascending order; `terms` collects the first of each chunk. */
export class DictionaryWriter {
  readonly terms: string[];
  #writer = new ByteWriter();
  #last = '';

  constructor(terms: string[] = []) {
    this.terms = terms;
  }

  /** Adds a term whose postings begin at `offset` and have `length` bytes; answers with a chunk that it filled. */
  add(term: string, offset: number, length: number, counts: ArrayLike<number>): Chunk | undefined {
    const full = this.#writer.length >= DICTIONARY_CHUNK ? this.finish() : undefined;
    const writer = this.#writer;
    if (writer.length === 0) {
      this.terms.push(term);
      writer.varint(offset);
    }
    const shared = sharedUnits(this.#last, term);
    const more = term.length - shared;
    writer.byte((Math.min(shared, FULL) << 4) | Math.min(more, FULL));
    if (shared >= FULL) writer.varint(shared - FULL);
    if (more >= FULL) writer.varint(more - FULL);
    for (let unit = shared; unit < term.length; unit++) writer.varint(term.charCodeAt(unit));
    let [mask, most] = [0, 0];
    for (let field = 0; field < FIELDS.length; field++) {
      if ((counts[field] ?? 0) > 0) mask |= 1 << field;
      most = Math.max(most, counts[field] ?? 0);
    }
    writer.byte(most === 1 ? mask | ONCE : mask);
    for (let field = 0; most > 1 && field < FIELDS.length; field++)
      if (mask & (1 << field)) writer.varint(counts[field] ?? 0);
    writer.varint(length);
    this.#last = term;
    return full;
  }

  /** The chunk that is not full; undefined if nothing is in it. */
  finish(): Chunk | undefined {
    if (this.#writer.length === 0) return undefined;
    const bytes = this.#writer.take();
    this.#writer = new ByteWriter();
    this.#last = '';
    return { part: 'd', number: this.terms.length - 1, bytes };
  }
}

/** Walks through one chunk, entry by entry. Its fields are those of the entry it stands at. */
export class DictionaryCursor {
  units = new Uint16Array(64);
  length = 0;
  shared = 0;
  mask = 0;
  counts = new Uint32Array(FIELDS.length);
  offset = 0;
  bytes = 0;
  readonly #reader: ByteReader;
  /** The term that was asked for last, and how many of its units still hold. */
  #text = '';
  #known = 0;

  constructor(chunk: Uint8Array) {
    this.#reader = new ByteReader(chunk);
    this.offset = this.#reader.varint();
  }

  next(): boolean {
    const reader = this.#reader;
    if (reader.done) return false;
    this.offset += this.bytes;
    const head = reader.byte();
    this.shared = head >> 4;
    if (this.shared === FULL) this.shared += reader.varint();
    if (this.shared < this.#known) this.#known = this.shared;
    let more = head & FULL;
    if (more === FULL) more += reader.varint();
    this.length = this.shared + more;
    for (let unit = this.shared; unit < this.length; unit++) this.units[unit] = reader.varint();
    const fields = reader.byte();
    this.mask = fields & ~ONCE;
    for (let field = 0; field < FIELDS.length; field++)
      this.counts[field] = fields & (1 << field) ? (fields & ONCE ? 1 : reader.varint()) : 0;
    this.bytes = reader.varint();
    return true;
  }

  get term(): string {
    let text = this.#text.slice(0, this.#known);
    for (let unit = this.#known; unit < this.length; unit++)
      text += String.fromCharCode(this.units[unit] as number);
    this.#text = text;
    this.#known = text.length;
    return text;
  }

  /** How many documents it is in, counted once for each field. */
  get frequency(): number {
    let sum = 0;
    for (const count of this.counts) sum += count;
    return sum;
  }
}

export function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let unit = 0;
  while (unit < most && a.charCodeAt(unit) === b.charCodeAt(unit)) unit++;
  return unit;
}
