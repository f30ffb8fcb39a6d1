/** CSL-JSON, which citeproc, pandoc and Zotero read and write. */
import type { FormatModule } from '../parts/format';
import { readCslJson } from './read-csl-json';
import { writeCslJson } from './write-csl-json';

export const cslJson = {
  async read({ text }, { onShare }) {
    const reading = readCslJson(text, onShare);
    return reading && { papers: [], ...reading };
  },
  write: writeCslJson,
} satisfies FormatModule;
