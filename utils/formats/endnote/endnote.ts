/** EndNote's tagged text (`.enw`), which libraries and Google Scholar write. */
import type { FormatModule } from '../parts/format';
import { readEnw } from './read-enw';

export const endnote = {
  async read({ text }, { onShare }) {
    const reading = readEnw(text, onShare);
    return reading && { papers: [], ...reading };
  },
} satisfies FormatModule;
