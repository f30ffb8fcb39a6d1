/** RIS, which nearly every site of papers and every manager of references writes. */
import type { FormatModule } from '../parts/format';
import { readRis } from './read-ris';
import { writeRis } from './write-ris';

export const ris = {
  async read({ text }, { onShare }) {
    const reading = readRis(text, onShare);
    return reading && { papers: [], ...reading };
  },
  write: writeRis,
} satisfies FormatModule;
