/** Splits copied text into clean lines with the gaps between them, and classifies their content. */
import { oneLine } from '@/utils/text/clean';

export interface Line {
  /** One clean line, never empty. */
  text: string;
  /** Whether a blank line (or the start of the text) comes before it. */
  gap: boolean;
}

/** Longest line taken for a title, in UTF-16 units. */
export const LONGEST_TITLE = 300;
/** Chinese, Japanese and Korean characters: such text needs a third of the length. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Characters that appear when binary data is decoded as text. */
const JUNK = /[\p{Cn}\p{Co}\ufffd]/gu;

/** The non-empty lines of a text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)) {
    const line = oneLine(raw);
    if (line) lines.push({ text: line, gap });
    gap = line === '';
  }
  return lines;
}

/** Length in UTF-16 units, where Chinese, Japanese and Korean characters count three times. */
export function weight(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

/** Whether a text consists of words, unlike numbers, addresses, code and binary data. */
export function isWordy(text: string): boolean {
  const start = text.slice(0, 2000);
  const letters = start.match(/[\p{L}\p{M} ]/gu)?.length ?? 0;
  if ((start.match(JUNK)?.length ?? 0) > start.length / 100) return false;
  return letters >= 3 && letters >= 0.6 * [...start].length && !/^(?:https?:|www\.)\S+$/i.test(start);
}

/** Whether a text reads like a sentence: of the words that have case, at least half start in lower case. */
export function isSentence(text: string): boolean {
  const words = text.slice(0, 2000).split(' ');
  const small = words.filter((word) => /^[("'“‘]*\p{Ll}/u.test(word)).length;
  const large = words.filter((word) => /^[("'“‘]*\p{Lu}/u.test(word)).length;
  return small >= large;
}

/** Whether a text is a paragraph, such as an abstract, and not a title. */
export function isProse(text: string): boolean {
  const size = weight(text);
  const words = text.slice(0, 2000).split(' ').length;
  const dense = size > 2 * text.length;
  const ended = /[.!。！][)"'”’]*$/.test(text.slice(-20));
  const long = size > LONGEST_TITLE ? words >= 8 || dense : size >= 80 && ended && (words >= 12 || dense);
  return long && isWordy(text) && isSentence(text);
}

/** Whether a short line could be a title, judging by the line alone. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && weight(text) >= 4 && isWordy(text) && !isFurniture(text);
}

/** Lines that belong to the page around the papers; only those that position or repetition does not reveal. */
const FURNITURE = new Set(
  `abstract|papers|daily papers|paper|trending papers|trending|daily|weekly|monthly|subscribe|new|hot|view all|view pdf
  |pdf|copy|kimi|rel|github|code|project page|arxiv page|arxiv|arxivlens|upvote|login|log in|sign up|sign in|next|previous|prev
  |models|datasets|spaces|buckets|docs|enterprise|pricing|website|company|tos|privacy|about|careers|jobs|community
  |read more|show more|show less|more|less|share|save|cite|via|access paper or ask questions|request code|bookmark|add to library
  |figures|authors|title|search|submit|filter|sort by|all|back to top|home|menu|skip to main content|published|collections
  |view blog|listen|like|comments|related papers|read paper|topics|resources|html|other|export|references|bibliography|contents|introduction
  |item in clipboard|free article|free pmc article|search results`
    .split('|')
    .map((word) => word.trim()),
);

/** `A B S T R A C T` → `ABSTRACT` */
export function unspaced(text: string): string {
  return /^(?:\p{L} ){4,20}\p{L}$/u.test(text) ? text.replaceAll(' ', '') : text;
}

/** Whether a line belongs to the page and not to a paper: navigation, pagination, the line above the list. */
export function isFurniture(text: string): boolean {
  return (
    FURNITURE.has(
      unspaced(text)
        .toLowerCase()
        .replace(/[:.…»›→▼▲]+$/, '')
        .trim(),
    ) ||
    /^(?:[\d\s…<>«»‹›|.,-]|next|prev(?:ious)?)+$/i.test(text) ||
    /^(?:by ?AK and |get trending papers|upvote \d|\+\d+$|page \d|©|copyright|showing \d|.{1,60}\(showing \d|results? \d|\d+ results?)/i.test(
      text,
    )
  );
}
