/** Texts of a paper as plain text: what bibliographies have that know neither TeX nor HTML. */
import { oneLine } from '@/utils/text/clean';
import { drawTex } from '@/utils/text/draw-tex';
import { withoutCaseBraces } from './case-braces';

/** Elements that texts of publishers have. Other words in angle brackets are text. */
const ELEMENT =
  /<\/?(?:(?<block>br|p|div|li|ul|ol|h\d|sec|title)|a|abbr|b|code|em|i|small|span|strong|sub|sup|tt|u|italic|bold|sc)(?:\s+[\w:-]+=[^<>]{0,200})?\s?\/?>/gi;

/** A title on one line, its TeX drawn as far as it can be. */
export function titleText(title: string): string {
  const drawn = drawTex(title);
  return oneLine(/[\\$]/.test(drawn) ? drawn : withoutCaseBraces(drawn));
}

/** An abstract on one line, without elements of HTML, its TeX drawn. */
export function abstractText(abstract: string): string {
  const bare = abstract
    .replace(/<(\/?)jats:/gi, '<$1')
    .replace(ELEMENT, (...found) => ((found.at(-1) as { block?: string }).block ? ' ' : ''));
  return oneLine(drawTex(bare));
}
