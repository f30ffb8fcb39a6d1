/** What PubMed saves (`.nbib`), which is MEDLINE's format. */
import type { FormatModule } from '../parts/format';
import { readNbib } from './read-nbib';

export const nbib = {
  async read({ text }) {
    const reading = readNbib(text);
    return reading && { papers: [], ...reading };
  },
} satisfies FormatModule;
