/** Papers as one page that searches itself, opened from a disk. README.md tells how it is made. */
import tokens from '@/assets/tokens.css?inline';
import { order } from '@/utils/order';
import type { ExportedPaper } from '@/utils/paper/schema';
import type { FormatModule } from '../parts/format';
import { drawPaper, paperData } from './draw-paper';
import { scriptJson } from './markup';
import labelStyle from './page/labels.css?inline';
import script from './page/main.ts?script';
import pageStyle from './page/page.css?inline';
import { head, tail } from './page-frame';
import { readPage } from './read-page';

const PARTS = { style: [tokens, pageStyle, labelStyle].join('\n'), script };
/** Papers that are drawn in one go. */
const PIECE = 100;

export const html = {
  async read({ text }, { onShare }) {
    return readPage(text, onShare);
  },
  async *write(batches, { exportedAt }) {
    const papers: ExportedPaper[] = [];
    for await (const batch of batches) papers.push(...batch.map(({ paper }) => paper));
    papers.sort((a, b) => order(b.savedAt, a.savedAt) || order(a.id, b.id));
    yield await head(PARTS, papers.length, exportedAt);
    for (let from = 0; from < papers.length; from += PIECE)
      yield papers
        .slice(from, from + PIECE)
        .map((paper) => drawPaper(paper).html)
        .join('');
    yield tail(PARTS, scriptJson(papers.map(paperData)));
  },
} satisfies FormatModule;
