/** Citations as people read them: the styles for a menu, and bibliographies in them. */
import type { CslItem } from '@/utils/formats/parts/csl-item';
import { apa } from './apa';
import { chicago } from './chicago';
import { plainText, richText } from './citation-text';
import { ieee } from './ieee';
import { mla } from './mla';
import { byKeys } from './sort-keys';
import type { CitationStyle } from './style';
import { vancouver } from './vancouver';

/** In the order in which a menu shows them. */
export const CITATION_STYLES: readonly CitationStyle[] = [apa, mla, chicago, ieee, vancouver];

/** A bibliography as text, one item a line. */
export function citationsText(items: readonly CslItem[], style: CitationStyle): string {
  return inOrder(items, style)
    .map((item, index) => (style.number?.(index + 1) ?? '') + plainText(style.cite(item)))
    .map((line) => `${line}\n`)
    .join('');
}

/** A bibliography as HTML, one item a paragraph. */
export function citationsHtml(items: readonly CslItem[], style: CitationStyle): string {
  return inOrder(items, style)
    .map((item, index) => (style.number?.(index + 1) ?? '') + richText(style.cite(item)))
    .map((line) => `<p>${line}</p>\n`)
    .join('');
}

/** How a text in LaTeX cites a paper by its key. */
export function latexCite(key: string): string {
  return `\\cite{${key}}`;
}

function inOrder(items: readonly CslItem[], { sortKeys }: CitationStyle): readonly CslItem[] {
  if (!sortKeys) return items;
  return items
    .map((item) => ({ item, keys: sortKeys(item) }))
    .sort((a, b) => byKeys(a.keys, b.keys))
    .map(({ item }) => item);
}
