/** Text copied from a page. It is only read, and tried after every stricter format. */
import { readCopiedText } from '@/utils/reading/copied-text/read-copied-text';
import type { FormatModule } from './parts/format';
import { isBinary } from './parts/is-binary';

export const copiedText = {
  async read({ text }, context) {
    if (isBinary(text)) return undefined;
    const { cards, refused, year } = readCopiedText(text, context);
    return { papers: [], cards, refused, ...(year && { year }) };
  },
} satisfies FormatModule;
