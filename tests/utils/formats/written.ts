import type { Entry, FormatModule, WriteOptions } from '@/utils/formats/parts/format';

/** The text that a format writes of some entries, which come in batches of this size. */
export async function written(
  { write }: FormatModule,
  entries: readonly Entry[],
  options: Partial<WriteOptions> = {},
  size = 2,
): Promise<string> {
  if (!write) throw new Error('it is only read');
  async function* batches() {
    for (let from = 0; from < entries.length; from += size) yield entries.slice(from, from + size);
  }
  let text = '';
  for await (const piece of write(batches(), {
    exportedAt: '2026-10-02T08:00:00.000Z',
    ascii: false,
    ...options,
  }))
    text += piece;
  return text;
}
