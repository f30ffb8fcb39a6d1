/**
 * Reads the abstract shown on the page, for publishers whose tags have none (ACL, PMLR, NeurIPS, CVF; 2026-10).
 */

import { oneLine } from '@/utils/text/clean';
import { clip, matches, nextElementSibling, query, queryAll, textOf } from '../dom';
import { abstractText } from './markup-text';

/** Most headings examined, and most blocks read after one. */
const MAX = { headings: 500, blocks: 50 };
const HEADING = 'h1, h2, h3, h4, h5, h6';

/** The text between the heading "Abstract" and the next heading, or of an element with such an id or class. */
export function shownAbstract(document: Document): string | undefined {
  const named = query(document, '#abstract, blockquote.abstract, p.abstract, .acl-abstract > span');
  return abstractOf(underHeading(document)) ?? abstractOf(named ? [named] : []);
}

function underHeading(document: Document): Element[] {
  const heading = queryAll(document, HEADING)
    .slice(0, MAX.headings)
    .find((one) => /^\s*abstract[\s:.]*$/i.test(textOf(one)));
  const blocks: Element[] = [];
  for (
    let next = heading && nextElementSibling(heading);
    next && blocks.length < MAX.blocks;
    next = nextElementSibling(next)
  ) {
    if (matches(next, HEADING)) break;
    if (!matches(next, 'script, style, nav')) blocks.push(next);
  }
  return blocks;
}

/** The text of the blocks; undefined if it is too short for an abstract. */
function abstractOf(blocks: readonly Element[]): string | undefined {
  const texts = blocks.map((block) => oneLine(textOf(block).slice(0, 30_000))).filter(Boolean);
  const abstract = abstractText(texts.join('\n\n'));
  return abstract.length >= 100 ? clip(abstract) : undefined;
}
