/** Undoes hard line breaks inside titles and abstracts. */
import { scanNames } from '../people/scan-names';
import type { Line } from './lines';

/** Lines longer than this are whole paragraphs: nobody wraps that wide. */
const WIDEST = 200;
/** How an entry of a list begins. */
const ENTRY = /^(?:[•‣◦▪►]|\[\d{1,4}\])\s/;
/** Ends of lines whose sentence must continue. */
const OPEN =
  /(?:[,:;–—-]|\s(?:an?|the|of|for|and|or|with|in|on|to|by|via|from|using|is|are|at|as|de|des|du|la|le|et|der|die|und|für|von))$/i;

/**
 * Joins the lines that were one before they were wrapped. `isMark` recognises lines that are never part of a title
 * or an abstract. In doubt, lines stay separate.
 */
export function unwrap(lines: readonly Line[], isMark: (text: string) => boolean): Line[] {
  const gaps = lines.filter((line, index) => line.gap && index > 0).length;
  const airy = gaps >= 2 && gaps >= 0.05 * lines.length;
  const joined: Line[] = [];
  let run: Line[] = [];
  const flush = () => {
    for (const line of joinedRun(run, airy)) joined.push(line);
    run = [];
  };
  for (const line of lines) {
    const apart = line.text.length > WIDEST || isMark(line.text);
    if (apart || (line.gap && airy)) flush();
    if (apart) joined.push(line);
    else run.push(line);
  }
  flush();
  return joined;
}

/** Joins the wrapped lines in a run of lines no longer than `WIDEST`. `airy`: blank lines separate texts. */
function joinedRun(run: readonly Line[], airy: boolean): Line[] {
  const width = run.reduce((widest, { text }) => Math.max(widest, text.length), 0);
  const full = run.filter(({ text }) => text.length >= 0.75 * width).length;
  // Between blank lines, any number of lines may be one text. Without them, lines are joined only if they clearly
  // fill a column.
  const column = width >= 45 && (airy || (run.length >= 4 && width <= 130 && full >= 0.6 * run.length));
  const lines: { parts: string[]; gap: boolean }[] = [];
  let before = '';
  for (const { text, gap } of run) {
    const last = lines.at(-1);
    if (last && goesOn(before, text, column ? width : undefined)) last.parts.push(text);
    else lines.push({ parts: [text], gap });
    before = text;
  }
  return lines.map(({ parts, gap }) => ({
    text: parts.join(' ').replace(/([a-z])- ([a-z])/g, '$1-$2'),
    gap,
  }));
}

/**
 * A break is a wrap if the next word would not have fitted into the column or, without a column, if the sentence
 * continues.
 */
function goesOn(before: string, next: string, width: number | undefined): boolean {
  if (ENTRY.test(next)) return false;
  const word = next.slice(0, 60).split(' ', 1)[0] ?? '';
  if (width !== undefined) return before.length + 1 + word.length > width;
  return OPEN.test(before) || (/^\p{Ll}+(?:[ ,.;:]|$)/u.test(next) && !/[.!?…]$/.test(before));
}

const NUMBER = /^(?:\[(\d{1,4})\]|(\d{1,4})[.:)])\s+(?=\S)/;

/** Joins the lines of each reference in a numbered list of references, which begin with names. */
export function withWholeReferences(lines: readonly Line[]): Line[] {
  const starts = lines.map(({ text }) => NUMBER.test(text));
  const signed = lines.filter(({ text }) => isReference(text)).length;
  if (signed < 2 || 2 * signed < starts.filter(Boolean).length) return [...lines];
  const joined: { parts: string[]; gap: boolean }[] = [];
  let open: { parts: string[]; gap: boolean } | undefined;
  for (const [index, { text, gap }] of lines.entries()) {
    const last = open?.parts.at(-1);
    if (starts[index]) open = { parts: [text], gap };
    else if (open && last !== undefined && !gap && isCut(last, text)) {
      open.parts.push(text);
      continue;
    } else open = undefined;
    joined.push(open ?? { parts: [text], gap });
  }
  return joined.map(({ parts, gap }) => ({
    text: parts.join(' ').replace(/([a-z])- ([a-z])/g, '$1-$2'),
    gap,
  }));
}

function isReference(text: string): boolean {
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return false;
  const names = scanNames(text, number.length);
  return names !== undefined && (names.sure > 0.9 || names.names.length > 1 || names.cut);
}

/** Whether a reference goes on in the next line: it fills its own, or cannot end so. */
function isCut(before: string, next: string): boolean {
  return (
    before.length >= 45 ||
    OPEN.test(before) ||
    /\b(?:doi|arxiv|pmid|url)\W*$/i.test(before) ||
    /^\p{Ll}/u.test(next)
  );
}
