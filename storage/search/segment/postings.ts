/**
 * The postings of a term: for each field that it is in, in the order of the fields, its documents in ascending order.
 * A posting is a varint: the distance from the document before, minus one, doubled. If the term occurs more than once,
 * one is added, and a second varint follows: the number of occurrences minus two.
 */
import type { ByteWriter } from './bytes';

/** Writes the documents of one field. */
export function writePostings(
  writer: ByteWriter,
  docs: ArrayLike<number>,
  counts: ArrayLike<number>,
  length: number,
): void {
  let last = -1;
  for (let index = 0; index < length; index++) {
    const doc = docs[index] ?? 0;
    const count = counts[index] ?? 1;
    writer.varint(((doc - last - 1) << 1) | (count > 1 ? 1 : 0));
    if (count > 1) writer.varint(count - 2);
    last = doc;
  }
}

/** Documents, and how often each has the term. Grows as needed. */
export class PostingList {
  docs = new Uint32Array(1024);
  counts = new Uint16Array(1024);
  length = 0;

  /**
   * Appends `length` postings that begin at `at` in `bytes`, except those of documents marked in `gone`. Adds `base` to
   * the document numbers. Returns the offset after the postings.
   */
  read(bytes: Uint8Array, at: number, length: number, base: number, gone: Uint8Array | undefined): number {
    this.#reserve(length);
    const { docs, counts } = this;
    let size = this.length;
    let next = at;
    let doc = -1;
    for (let index = 0; index < length; index++) {
      let byte = bytes[next++] as number;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
        byte = bytes[next++] as number;
        value |= (byte & 0x7f) << shift;
      }
      doc += (value >>> 1) + 1;
      let count = 1;
      if (value & 1) {
        byte = bytes[next++] as number;
        count = byte & 0x7f;
        for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
          byte = bytes[next++] as number;
          count |= (byte & 0x7f) << shift;
        }
        count += 2;
      }
      if (gone !== undefined && gone[doc] === 1) continue;
      docs[size] = base + doc;
      counts[size++] = count;
    }
    this.length = size;
    return next;
  }

  #reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.docs.length) return;
    const size = Math.max(this.docs.length * 2, wanted);
    const [docs, counts] = [new Uint32Array(size), new Uint16Array(size)];
    docs.set(this.docs.subarray(0, this.length));
    counts.set(this.counts.subarray(0, this.length));
    this.docs = docs;
    this.counts = counts;
  }
}
