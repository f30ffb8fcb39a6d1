/** A paper as a person pastes it: what writes it is loaded when it is asked for. */
import type { OffprintDatabase } from '@/storage/database';
import { bestAddress } from '@/utils/formats/parts/best-address';
import { markdownLink } from '@/utils/formats/parts/markdown-text';
import type { Options } from '@/utils/options';
import { KEY_PATTERN } from '@/utils/paper/key-pattern';
import type { Paper } from '@/utils/paper/schema';
import { titleOf } from './paper-words';

/** `[Title](address)`, with what Markdown would read as its own escaped; the title alone if there is no address. */
export function asMarkdownLink(paper: Paper): string {
  return markdownLink(titleOf(paper), bestAddress(paper));
}

/** The paper as a style cites it, as text and as HTML. */
export async function asCitation(
  paper: Paper,
  style: Options['citationStyle'],
): Promise<{ text: string; html: string }> {
  const [{ CITATION_STYLES }, { plainText, richText }, { cslItem }, { exportPaper }] = await Promise.all([
    import('@/utils/formats/citations'),
    import('@/utils/formats/citations/citation-text'),
    import('@/utils/formats/parts/csl-item'),
    import('@/utils/formats/parts/exported-paper'),
  ]);
  const runs =
    CITATION_STYLES.find(({ id }) => id === style)?.cite(cslItem(exportPaper(paper, []), '')) ?? [];
  return { text: plainText(runs), html: richText(runs) };
}

/** The entry of a paper that has a citation key. */
export async function asBibtex(db: OffprintDatabase, id: string): Promise<string> {
  const { textOfPapers } = await import('@/storage/export/export-papers');
  const request = { format: 'bibtex', ids: [id], own: 'no notes', ascii: false } as const;
  return (await textOfPapers(db, request, KEY_PATTERN, new Date().toISOString())) ?? '';
}

/** The command of LaTeX that cites a paper that has a citation key. */
export async function asLatex(db: OffprintDatabase, id: string): Promise<string> {
  const { latexCite } = await import('@/utils/formats/citations');
  return latexCite((await db.citationKeys.get(id))?.key ?? '');
}
