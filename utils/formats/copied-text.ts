/** Text copied from a page. It is only read, and tried after every stricter format. */
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';
import type { FormatModule } from './parts/format';

export const copiedText = {
  async read({ text }, context) {
    if (isBinary(text)) return undefined;
    const { cards, refused, year } = readCopiedText(text, context);
    return { papers: [], cards, refused, ...(year && { year }) };
  },
} satisfies FormatModule;

/** Binary data contains control characters, whatever it is taken for. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from data
  const odd = start.match(/[\x01-\x08\x0E-\x1A\x1C-\x1F\x7F\uFFFD]/g)?.length ?? 0;
  return start.includes('\0') || odd > start.length / 50 + 1;
}
