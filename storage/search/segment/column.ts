/**
 * A column: one whole number per document. One byte says how wide a number is (0 to 6), six give the least one, then
 * the distances from it follow, little endian; equal numbers take no space.
 */
const HEAD = 7;

export function packColumn(values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < values.length; index++) {
    least = Math.min(least, values[index] ?? 0);
    most = Math.max(most, values[index] ?? 0);
  }
  if (values.length === 0) least = 0;
  let width = 0;
  while (most - least >= 256 ** width) width++;
  const bytes = new Uint8Array(HEAD + width * values.length);
  bytes[0] = width;
  write(bytes, 1, 6, least);
  for (let index = 0; index < values.length; index++)
    write(bytes, HEAD + width * index, width, (values[index] ?? 0) - least);
  return bytes;
}

/** The numbers of a column, `count` of them, into `target` from `offset` on. */
export function unpackColumn(bytes: Uint8Array, count: number, target: Target, offset: number): void {
  const width = bytes[0] ?? 0;
  const least = read(bytes, 1, 6);
  if (width === 0) for (let index = 0; index < count; index++) target[offset + index] = least;
  else if (width === 1)
    for (let index = 0; index < count; index++) target[offset + index] = least + (bytes[HEAD + index] ?? 0);
  else
    for (let index = 0; index < count; index++)
      target[offset + index] = least + read(bytes, HEAD + index * width, width);
}

/** The number of one document. */
export function columnAt(bytes: Uint8Array, index: number): number {
  const width = bytes[0] ?? 0;
  return read(bytes, 1, 6) + read(bytes, HEAD + width * index, width);
}

type Target = Float64Array | Uint16Array | Uint8Array;

function write(bytes: Uint8Array, at: number, width: number, value: number): void {
  let rest = value;
  for (let byte = 0; byte < width; byte++) {
    bytes[at + byte] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

function read(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[at + byte] ?? 0);
  return value;
}
