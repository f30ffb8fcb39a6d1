/** Shows in the rows why they were found: an excerpt of the abstract, and the words that matched, marked. */
import type { SmallMatch } from '@/utils/query/small-search';
import { highlight, snippet } from '@/utils/text/highlight';
import type { Item } from './read-items';
import { textOf } from './read-items';

/** About three lines of a narrow page, in UTF-16 units. */
const EXCERPT = 240;

/** Adds an excerpt of the abstract to a row where words of it matched, or takes away that of a search before. */
export function drawExcerpt({ row }: Item, match: SmallMatch | undefined): void {
  row.querySelector('.entry-excerpt')?.remove();
  if (!match) return;
  const abstract = textOf(row, 'abstract');
  const terms = new Set(match.terms);
  if (!highlight(abstract, terms).some(({ hit }) => hit)) return;
  const excerpt = row.ownerDocument.createElement('p');
  excerpt.className = 'entry-excerpt';
  excerpt.dir = 'auto';
  excerpt.textContent = snippet(abstract, terms, EXCERPT);
  row.append(excerpt);
}

/** The places in a row that matched. Nothing of the row is changed for it. */
export function rangesIn(row: Element, terms: ReadonlySet<string>): Range[] {
  const document = row.ownerDocument;
  const walker = document.createTreeWalker(row, 4 /* texts: NodeFilter is not everywhere */);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const { text, hit } of highlight(node.textContent ?? '', terms)) {
      if (hit) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}
