/** Text copied from a page. It is only read, and tried after every stricter format. */
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';
import type { FormatModule } from './parts/format';

export const copiedText = {
  async read(text, context) {
    if (isBinary(text)) return undefined;
    const { cards, refused, year } = readCopiedText(text, context);
    return { papers: [], cards, refused, ...(year && { year }) };
  },
} satisfies FormatModule;

/** Binary data decoded as UTF-8 contains NUL or replacement characters. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  return start.includes('\0') || start.split('\uFFFD').length > start.length / 50 + 2;
}
