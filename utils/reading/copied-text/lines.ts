/** Copied text as lines: cleaned, with the gaps between them, and what kind of words a line holds. */
import { oneLine } from '@/utils/text/clean';

export interface Line {
  /** One clean line, never empty. */
  text: string;
  /** Whether a blank line (or the start of the text) stands before it. */
  gap: boolean;
}

/** Longest title taken for one, in UTF-16 units. */
export const LONGEST_TITLE = 300;
/** Scripts without spaces say as much in a third of the letters. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** What decoding makes of bytes that are no text. */
const JUNK = /[\p{Cn}\p{Co}\ufffd]/gu;

/** The lines of a text that hold anything. */
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

/** Length in letters of a spaced script. */
export function weight(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

/** Whether a text is made of words, unlike numbers, addresses, code and binary data. */
export function isWordy(text: string): boolean {
  const start = text.slice(0, 2000);
  const letters = start.match(/[\p{L}\p{M} ]/gu)?.length ?? 0;
  if ((start.match(JUNK)?.length ?? 0) > start.length / 100) return false;
  return letters >= 3 && letters >= 0.6 * [...start].length && !/^(?:https?:|www\.)\S+$/i.test(start);
}

/** Whether words run as in a sentence: most of those whose script has two cases begin with a small letter. */
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

/** Whether a short line could be a title, as far as the line itself tells. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && weight(text) >= 4 && isWordy(text) && !isFurniture(text);
}

/** Words of the page around the papers, as whole lines. Only what is not told by its place or by repetition. */
const FURNITURE = new Set(
  `abstract|papers|daily papers|paper|trending papers|trending|daily|weekly|monthly|subscribe|new|hot|view all|view pdf
  |pdf|copy|kimi|rel|github|code|project page|arxiv page|arxiv|arxivlens|upvote|login|log in|sign up|sign in|next|previous|prev
  |models|datasets|spaces|buckets|docs|enterprise|pricing|website|company|tos|privacy|about|careers|jobs|community
  |read more|show more|show less|more|less|share|save|cite|via|access paper or ask questions|request code|bookmark|add to library
  |figures|authors|title|search|submit|filter|sort by|all|back to top|home|menu|skip to main content|published|collections
  |view blog|listen|like|comments|related papers|read paper|topics|resources|html|other|export|references|bibliography|contents|introduction`
    .split('|')
    .map((word) => word.trim()),
);

/** Whether a line belongs to the page and not to a paper: navigation, pagination, the line above the list. */
export function isFurniture(text: string): boolean {
  return (
    FURNITURE.has(
      text
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
