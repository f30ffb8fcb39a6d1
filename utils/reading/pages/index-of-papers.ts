/**
 * The papers of an index: a paper on arXiv that stands for a workshop and names the workshop's papers, in lines such as
 * `LIST:arXiv:2609.00907` (https://info.arxiv.org/help/submit_index.html). Pure.
 */
import type { PaperCard } from '@/utils/paper/schema';
import { identifiersInText, tidyAddress } from '../addresses';
import { body, textOf } from '../dom';

/** Most papers of one index. */
const MOST = 5000;
const LISTED = /(?<!\p{L})LIST:\s?(?<named>\S{6,60}?)(?=LIST:|[\s,;<]|$)/gu;

/** The papers that the page at `url` lists so; none if it is no index. */
export function papersOfIndex(document: Document, url: URL): PaperCard[] {
  const root = body(document);
  const text = root ? textOf(root) : '';
  if (!text.includes('LIST:')) return [];
  const listing = tidyAddress(url);
  const cards = new Map<string, PaperCard>();
  for (const { groups } of text.matchAll(LISTED)) {
    const [found] = identifiersInText(groups?.named ?? '');
    if (!found) continue;
    const { namespace, value } = found;
    cards.set(`${namespace}:${value}`, { site: 'web', listing, identifiers: { [namespace]: value } });
    if (cards.size >= MOST) break;
  }
  return [...cards.values()];
}
