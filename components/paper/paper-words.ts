/** What names a paper in lists, with its TeX drawn. */

import { i18n } from '@/components/browser/words';
import { namedIdentifiers } from '@/utils/paper/identifiers';
import type { Paper } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';
import { snippet } from '@/utils/text/highlight';

/** Of an abstract that stands for a missing title, and of an excerpt: about three lines of a panel. In UTF-16 units. */
const BEGINNING = 80;
const EXCERPT = 220;

const NO_TERMS: ReadonlySet<string> = new Set();

/** The title; without one, the first words of the abstract, else an identifier. */
export function titleOf({ title, abstract, identifiers }: Paper): string {
  if (title) return drawTex(title);
  if (abstract) return beginningOf(drawTex(abstract));
  const [[name, value] = []] = namedIdentifiers(identifiers);
  return name ? `${name}:${value}` : i18n.t('paper.untitled');
}

/** The best place of the abstract for these terms, after the words that stand for a missing title; '' if there is none. */
export function excerptOf({ title, abstract = '' }: Paper, terms: ReadonlySet<string>): string {
  const drawn = drawTex(abstract);
  if (title) return snippet(drawn, terms, EXCERPT);
  const beginning = beginningOf(drawn);
  if (beginning === drawn) return '';
  const rest = snippet(drawn.slice(beginning.length - MORE.length).trim(), terms, EXCERPT);
  return rest.startsWith('…') ? rest : `… ${rest}`;
}

/** What `snippet` puts at a cut end. */
const MORE = ' …';

function beginningOf(abstract: string): string {
  return snippet(abstract, NO_TERMS, BEGINNING);
}
