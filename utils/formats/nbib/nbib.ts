/** What PubMed saves (`.nbib`), which is MEDLINE's format. */
import type { FormatModule } from '../parts/format';
import { readNbib } from './read-nbib';

export const nbib = {
  async read({ text }, { onShare }) {
    const reading = readNbib(text, onShare);
    return reading && { papers: [], ...reading };
  },
} satisfies FormatModule;
