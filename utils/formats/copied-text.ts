/** Text copied from a page. It is only read, and tried after every stricter format. */
import type { Format } from './format';

export const copiedText: Format = {
  id: 'copied-text',
  name: 'Copied text',
  extension: 'txt',
  mime: 'text/plain',
  // On demand: a popup that only writes should not load it.
  read: async (text, context) => {
    if (isBinary(text)) return undefined;
    const { readCopiedText } = await import('@/utils/reading/copied-text/read-copied-text');
    const { cards, refused, year } = readCopiedText(text, context);
    return { papers: [], cards, refused, ...(year && { year }) };
  },
};

/** Binary data decoded as UTF-8 contains NUL or replacement characters. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  return start.includes('\0') || start.split('\uFFFD').length > start.length / 50 + 2;
}
