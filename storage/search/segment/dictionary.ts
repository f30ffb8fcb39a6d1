/**
 * The dictionary of a segment. A chunk begins with the offset of its first term's postings. Entries follow, one per
 * term; numbers are varints:
 *
 * - One byte: how many UTF-16 units the term shares with the one before (upper half), and how many follow (lower half).
 *   If a half is full, a varint with the rest follows.
 * - These units.
 * - One byte: the first six fields that the term may be in, as bits. `ONCE` says that it is in one document of each. `MORE`
 *   says that a second byte follows, with eight further fields. Few terms are in those.
 * - Without `ONCE`, the number of documents for each of these fields.
 * - The length of the term's postings in bytes.
 */
import { ByteWriter } from './bytes';
import { type Chunk, DICTIONARY_CHUNK } from './segment';

/** A half byte that says that a varint follows. */
const FULL = 15;
/** Fields with a bit in the first byte, and in both. */
const FIRST_FIELDS = 6;
const MOST_FIELDS = 14;
/** Set beside the bits of the first fields. */
const MORE = 0x40;
const ONCE = 0x80;
/** UTF-16 units in 64 bytes: larger typed arrays are made outside V8's heap (`v8_typed_array_max_size_in_heap`). */
const ON_HEAP = 32;

/** Writes terms in ascending order. `terms` collects the first term of each chunk. */
export class DictionaryWriter {
  readonly terms: string[];
  #writer = new ByteWriter();
  #last = '';

  constructor(terms: string[] = []) {
    this.terms = terms;
  }

  /**
   * Adds a term whose postings begin at `offset` and have `length` bytes. `counts` is the number of documents for each
   * field. Returns the chunk before if that is full.
   */
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
    const fields = counts.length;
    let [mask, most] = [0, 0];
    for (let field = 0; field < fields; field++) {
      if ((counts[field] ?? 0) > 0) mask |= 1 << field;
      most = Math.max(most, counts[field] ?? 0);
    }
    const further = mask >> FIRST_FIELDS;
    writer.byte((mask & (MORE - 1)) | (further === 0 ? 0 : MORE) | (most === 1 ? ONCE : 0));
    if (further !== 0) writer.byte(further);
    for (let field = 0; most > 1 && field < fields; field++)
      if (mask & (1 << field)) writer.varint(counts[field] ?? 0);
    writer.varint(length);
    this.#last = term;
    return full;
  }

  /** The last chunk; undefined if it is empty. */
  finish(): Chunk | undefined {
    if (this.#writer.length === 0) return undefined;
    const bytes = this.#writer.take();
    this.#writer = new ByteWriter();
    this.#last = '';
    return { part: 'd', number: this.terms.length - 1, bytes };
  }
}

/**
 * Walks through the entries of one chunk. Its properties are those of the current entry. A search passes over far more
 * entries than it uses, so document counts are decoded only on demand.
 */
export class DictionaryCursor {
  units = new Uint16Array(ON_HEAP);
  length = 0;
  offset = 0;
  bytes = 0;
  readonly #chunk: Uint8Array;
  #at = 0;
  #fields = 0;
  #once = false;
  /** Where the document counts begin. */
  #numbers = 0;
  /** The last term that was decoded, and how many of its units the current one shares. */
  #text = '';
  #known = 0;

  constructor(chunk: Uint8Array) {
    this.#chunk = chunk;
    this.offset = this.#varint();
  }

  next(): boolean {
    const chunk = this.#chunk;
    if (this.#at >= chunk.length) return false;
    this.offset += this.bytes;
    const head = chunk[this.#at++] as number;
    let shared = head >> 4;
    if (shared === FULL) shared += this.#varint();
    if (shared < this.#known) this.#known = shared;
    let more = head & FULL;
    if (more === FULL) more += this.#varint();
    this.length = shared + more;
    if (this.length > this.units.length) this.#reserve();
    for (let unit = shared; unit < this.length; unit++) {
      const byte = chunk[this.#at] as number;
      if (byte <= 0x7f) {
        this.units[unit] = byte;
        this.#at++;
      } else this.units[unit] = this.#varint();
    }
    const first = chunk[this.#at++] as number;
    this.#fields = first & (MORE - 1);
    if ((first & MORE) !== 0) this.#fields |= (chunk[this.#at++] as number) << FIRST_FIELDS;
    this.#once = (first & ONCE) !== 0;
    this.#numbers = this.#at;
    if (!this.#once)
      for (let rest = this.#fields; rest !== 0; rest &= rest - 1) {
        while ((chunk[this.#at++] as number) > 0x7f);
      }
    this.bytes = this.#varint();
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

  /** The fields that the term is in, as bits. */
  get mask(): number {
    return this.#fields;
  }

  /** For each field, how many documents have the term in it. */
  get counts(): Uint32Array {
    const counts = new Uint32Array(MOST_FIELDS);
    const after = this.#at;
    this.#at = this.#numbers;
    for (let field = 0; field < MOST_FIELDS; field++)
      if (this.#fields & (1 << field)) counts[field] = this.#once ? 1 : this.#varint();
    this.#at = after;
    return counts;
  }

  /** How many documents have the term, counted once for each field. */
  get frequency(): number {
    const after = this.#at;
    this.#at = this.#numbers;
    let sum = 0;
    for (let rest = this.#fields; rest !== 0; rest &= rest - 1) sum += this.#once ? 1 : this.#varint();
    this.#at = after;
    return sum;
  }

  #varint(): number {
    const chunk = this.#chunk;
    let byte = chunk[this.#at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
      byte = chunk[this.#at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }

  #reserve(): void {
    const larger = new Uint16Array(2 * this.length);
    larger.set(this.units);
    this.units = larger;
  }
}

export function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let unit = 0;
  while (unit < most && a.charCodeAt(unit) === b.charCodeAt(unit)) unit++;
  return unit;
}
