/** What the Web of Science saves as plain text: it looks like RIS and is not. */
import type { FormatModule } from '../parts/format';
import { readWos } from './read-wos';

export const webOfScience = {
  async read({ text }, { onShare }) {
    const reading = readWos(text, onShare);
    return reading && { papers: [], ...reading };
  },
} satisfies FormatModule;
