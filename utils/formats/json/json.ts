/** Offprint's own format, the one that restores a library. Its JSON Schema: `assets/offprint-library.schema.json`. */
import { order } from '@/utils/order';
import type { ExportedPaper } from '@/utils/paper/schema';
import type { FormatModule } from '../parts/format';
import { readJson } from './read-json';

export const json = {
  read: async ({ text }, { onShare }) => readJson(text, onShare),
  async *write(batches, { exportedAt }) {
    yield head(exportedAt);
    let begun = false;
    for await (const batch of batches) {
      yield batch.map(({ paper }, index) => line(paper, begun || index > 0)).join('');
      begun ||= batch.length > 0;
    }
    yield TAIL;
  },
} satisfies FormatModule;

const TAIL = '\n]}\n';

/** The text of a file of few papers, in whatever order they come. */
export function writeJson(papers: readonly ExportedPaper[], exportedAt: string): string {
  const lines = papers.toSorted((a, b) => order(a.id, b.id)).map((paper, index) => line(paper, index > 0));
  return [head(exportedAt), ...lines, TAIL].join('');
}

function head(exportedAt: string): string {
  return `{"format":"offprint-library","version":2,"exportedAt":${JSON.stringify(exportedAt)},"papers":[`;
}

function line(paper: ExportedPaper, follows: boolean): string {
  return `${follows ? ',' : ''}\n${JSON.stringify(paper)}`;
}
