/** A bibliography as people read it, in one of the styles: as text, or as HTML for programs that keep italics. */

import { type CslItem, cslItem } from '../parts/csl-item';
import type { FormatModule } from '../parts/format';
import { CITATION_STYLES, citationsHtml, citationsText } from './index';

export const citations = {
  async *write(batches, { style, rich }) {
    const items: CslItem[] = [];
    for await (const batch of batches) for (const { paper } of batch) items.push(cslItem(paper, ''));
    const chosen = CITATION_STYLES.find(({ id }) => id === style);
    if (!chosen) throw new Error(`no style ${style}`);
    // Whole, because most styles sort it.
    yield rich ? citationsHtml(items, chosen) : citationsText(items, chosen);
  },
} satisfies FormatModule;
