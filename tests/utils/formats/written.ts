import type { Entry, FormatModule, WriteOptions } from '@/utils/formats/parts/format';

/** The text that a format writes of some entries, which come in batches of this size. */
export async function written(
  format: FormatModule,
  entries: readonly Entry[],
  options: Partial<WriteOptions> = {},
  size = 2,
): Promise<string> {
  return (await piecesOf(format, entries, options, size)).join('');
}

/** The same of a format that writes bytes. */
export async function writtenBytes(format: FormatModule, entries: readonly Entry[]): Promise<Uint8Array> {
  const pieces = await piecesOf(format, entries, {}, 2);
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

async function piecesOf(
  { write }: FormatModule,
  entries: readonly Entry[],
  options: Partial<WriteOptions>,
  size: number,
): Promise<(string | Uint8Array)[]> {
  if (!write) throw new Error('it is only read');
  async function* batches() {
    for (let from = 0; from < entries.length; from += size) yield entries.slice(from, from + size);
  }
  const pieces: (string | Uint8Array)[] = [];
  for await (const piece of write(batches(), {
    exportedAt: '2026-10-02T08:00:00.000Z',
    ascii: false,
    ...options,
  }))
    pieces.push(piece);
  return pieces;
}
