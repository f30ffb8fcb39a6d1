/** A page's list of papers in the DOM of a test. */
import { drawPaper, paperData } from '@/utils/formats/html/draw-paper';
import { type Item, readItems } from '@/utils/formats/html/page/read-items';
import type { ExportedPaper } from '@/utils/paper/schema';
import { exported } from '../papers';

export function itemsOf(papers: readonly Partial<ExportedPaper>[]): Item[] {
  const all = papers.map(exported);
  const rows = all.map((paper) => drawPaper(paper).html).join('');
  const page = new DOMParser().parseFromString(`<ul>${rows}</ul>`, 'text/html');
  return readItems(page.querySelector('ul') as Element, all.map(paperData));
}
