/**
 * Text of a record as TeX that compiles, with braces that BibTeX finds balanced. Simple TeX and HTML that sources put into
 * texts is understood; all else in them is text, so that no page can put a command into somebody's document.
 */
import { oneLine } from '@/utils/text/clean';
import { cutAtFormulas, drawTex } from '@/utils/text/draw-tex';
import { withoutCaseBraces } from '../parts/case-braces';
import { escapeTex, markLoneBraces } from './escape';
import { formulaTex } from './formula';
import { isShouted, wordsOf } from './protect';

const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
/** Elements that texts of publishers have. Other words in angle brackets are text. */
const ELEMENT =
  /<\/?(?:(?:jats|mml):[a-z]+|(?<block>br|p|div|li|ul|ol|h\d|sec|title)|a|abbr|b|code|small|span|strong|tt|u|bold|sc|scp)(?:\s[^<>]{0,200})?\/?>/giu;
const MARKED = /<(?<name>sub|sup|i|em|italic)>(?<content>[^<>]*)<\/\k<name>>/giu;
const COMMAND: Record<string, string> = { sub: 'textsubscript', sup: 'textsuperscript' };

/** Writes a piece of plain text; `begun` tells that something stands before it. */
type WritePlain = (plain: string, begun: boolean) => string;

/** A line of text. Line breaks become spaces. */
export function texOf(text: string, ascii: boolean): string {
  return write(text, ascii, (plain) => escapeTex(plain, ascii));
}

/** A title, the capitals of its names and abbreviations in braces: styles may write all others in lower case. */
export function titleTex(title: string, ascii: boolean): string {
  if (isShouted(title)) return texOf(title, ascii);
  return write(title, ascii, (plain, begun) =>
    wordsOf(plain, begun)
      .map(([before, core, after]) => {
        const kept = core && `{${escapeTex(core, ascii)}}`;
        return escapeTex(before, ascii) + kept + escapeTex(after, ascii);
      })
      .join(''),
  );
}

/** A text that keeps its lines and what they begin with, as Markdown needs. */
export function linesTex(text: string, ascii: boolean): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => (/^[ \t]*/.exec(line)?.[0] ?? '') + texOf(line, ascii))
    .join('\n')
    .replace(/\n(?=@)/g, '\n '); // some readers take it for the next entry
}

function write(text: string, ascii: boolean, writePlain: WritePlain): string {
  let tex = '';
  for (const piece of cutAtFormulas(oneLine(withoutElements(text)))) {
    const formula = 'formula' in piece ? formulaTex(piece.formula, ascii) : undefined;
    const source = 'formula' in piece ? `$${piece.formula}$` : piece.text;
    tex += formula ?? writeMarked(source, tex !== '', writePlain);
  }
  return tex;
}

/** With the elements that TeX has commands for. */
function writeMarked(text: string, begun: boolean, writePlain: WritePlain): string {
  let tex = '';
  let from = 0;
  const add = (source: string) => {
    tex += writePlain(plainOf(source), begun || tex !== '');
  };
  for (const { 0: whole, index, groups: { name = '', content = '' } = {} } of text.matchAll(MARKED)) {
    add(text.slice(from, index));
    tex += `\\${COMMAND[name.toLowerCase()] ?? 'emph'}{`;
    add(content);
    tex += '}';
    from = index + whole.length;
  }
  add(text.slice(from));
  return tex;
}

function withoutElements(text: string): string {
  return text.replace(ELEMENT, (...found) => ((found.at(-1) as { block?: string }).block ? ' ' : ''));
}

/** What a text means, without the simple TeX and the braces that sources typed. */
function plainOf(text: string): string {
  const read = text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name) => ENTITY[name] ?? whole);
  return markLoneBraces(withoutCaseBraces(drawTex(read)).toWellFormed());
}
