/** BibTeX, which LaTeX and everything that deals with literature reads. Its reader reads BibLaTeX as well. */
import type { FormatModule } from '../parts/format';
import { readBibtex } from './read-bibtex';
import { writerOf } from './write-entries';

export const bibtex = {
  async read({ text }, { onShare }) {
    const reading = readBibtex(text, onShare);
    return reading && { papers: [], ...reading };
  },
  write: writerOf('bibtex'),
} satisfies FormatModule;
