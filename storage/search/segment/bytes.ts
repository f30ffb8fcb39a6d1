/** Reads and writes bytes and varints: unsigned LEB128 (https://en.wikipedia.org/wiki/LEB128), up to 2^31. */

/** A buffer that grows as it is written to. */
export class ByteWriter {
  length = 0;
  #bytes: Uint8Array;

  constructor(start: Uint8Array = new Uint8Array(0)) {
    this.#bytes = new Uint8Array(Math.max(256, start.length * 2));
    this.append(start);
  }

  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A copy of the bytes from `start` to `end`. */
  take(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(start, end);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. Past the end it reads zeros. */
export class ByteReader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let byte = this.bytes[this.at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}

/** Packs ascending numbers as distances. */
export function packSorted(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  let last = -1;
  for (const number of numbers) {
    writer.varint(number - last - 1);
    last = number;
  }
  return writer.take();
}

export function unpackSorted(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const numbers: number[] = [];
  for (let last = -1; !reader.done; numbers.push(last)) last += reader.varint() + 1;
  return numbers;
}

/**
 * FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over little-endian words of four bytes and then the
 * remaining bytes, which is four times faster than byte by byte. Detects damage, not malice.
 */
export function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
  for (let at = 4 * words.length; at < aligned.length; at++)
    hash = Math.imul(hash ^ (aligned[at] as number), 0x01000193);
  return hash >>> 0;
}
