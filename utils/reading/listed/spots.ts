/** Finds the places with names in the rows of a page. Pure. */
import { type Names, scanNames } from '../people/scan-names';
import type { Row } from './rows';

/** A place with names. */
export interface Spot {
  row: number;
  start: number;
  end: number;
  names: string[];
  cut: boolean;
  sure: number;
  /** How it lies in its row: all of it, after a label, at its start, set off, or after other text. */
  kind: 'whole' | 'label' | 'start' | 'run' | 'by' | 'inner';
}

/** Rows longer than this are read at their beginning only: they are abstracts and articles. */
const LONG = 1500;
const MOST_PLACES = 14;
const MOST_SPOTS = 4;

/** Numbers, bullets, times and labels before names. */
const LEAD =
  /^(?:[\s•·*▪►–—\-[(]|\d{1,4}[.)\]:]\s|\[[\w+-]{1,12}\]\s|\d{1,2}[:.]\d\d(?:\s?[ap]m)?\s?(?:[-–]\s?\d{1,2}[:.]\d\d(?:\s?[ap]m)?\s?)?)+/iu;
const LABEL =
  /^(?:authors?|auth?or\(s\)|by|written by|autor(?:en|es|as|i)?|auteurs?|autores|autori|speakers?|speaker\(s\)|presenters?|presented by|von|par|por|di|作者|著者|저자|авторы?|المؤلفون|ผู้แต่ง)\s*[:：]?\s+|^(?:作者|著者|저자)\s*[:：]\s*/iu;
/** Borders within a row behind which names may begin. */
const BORDER =
  /["”“»’']\s*[,.;:–—-]?\s+|[.?!:;|]\s+|\s[–—-]+\s+|[([（]\s*|\s(?:by|von|par|por|di)\s+|,\s+(?=\p{Lu}\p{L}*\.?\s)|\s\/\s|[。、：]/gu;

/** The places with names in a row, which is the one with the number `index`. */
export function spotsIn(row: Pick<Row, 'text' | 'runs'>, index: number): Spot[] {
  const { text } = row;
  if (!/\p{L}/u.test(text)) return [];
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const label = LABEL.exec(text.slice(lead))?.[0].length ?? 0;
  const begin = lead + label;
  const places = new Map<number, Spot['kind']>([[begin, label > 0 ? 'label' : 'start']]);
  if (text.length <= LONG) {
    for (const { start } of row.runs) {
      const place = start + (/^[\s,.;:–—()|-]*/.exec(text.slice(start))?.[0].length ?? 0);
      const said = LABEL.exec(text.slice(place, place + 20))?.[0].length ?? 0;
      if (place > begin && !places.has(place + said)) places.set(place + said, said > 0 ? 'by' : 'run');
      if (places.size > MOST_PLACES) break;
    }
    for (const found of text.matchAll(BORDER)) {
      if (places.size > MOST_PLACES) break;
      const place = found.index + found[0].length;
      const said = LABEL.exec(text.slice(place, place + 20))?.[0].length ?? 0;
      if (place <= begin || places.has(place + said)) continue;
      places.set(place + said, said > 0 || /\p{L}/u.test(found[0]) ? 'by' : 'inner');
    }
  }
  const spots: Spot[] = [];
  let end = 0;
  for (const [place, kind] of [...places].sort(([a], [b]) => a - b)) {
    if (place < end || spots.length === MOST_SPOTS) continue;
    const names = namesAt(row, place);
    if (!names) continue;
    if (isCited(text, place, names.end)) {
      end = names.end;
      continue;
    }
    const whole = /^[\s.,;:)*]*$/.test(text.slice(names.end)) && (kind === 'start' || kind === 'label');
    spots.push({ row: index, start: place, kind: whole ? 'whole' : kind, ...names });
    end = names.end;
  }
  return spots;
}

/** `as in (Berg et al. 2026)`, `Berg et al. (2026) ask`: names within a sentence, of others than those who wrote it. */
function isCited(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 40);
  const isBracketed =
    /[([]\s*$/.test(text.slice(0, start)) && /^[\s,.]*(?:19|20)\d\d[a-z]?\s?[)\];]/.test(rest);
  // The year in brackets may count as a part of the last name.
  const year =
    /[([](?:19|20)\d\d[a-z]?[)\]]$/.exec(text.slice(start, end)) ??
    /^\s?[([](?:19|20)\d\d[a-z]?[)\]]/.exec(rest);
  const behind = year && rest.startsWith(year[0]) ? rest.slice(year[0].length) : rest;
  return isBracketed || (year !== null && /^\s+(?!(?:in|to|and|und|et)\b)\p{Ll}/u.test(behind));
}

/** Names that are set off end where that ends, unless a comma or the like goes on. */
function namesAt({ text, runs }: Pick<Row, 'text' | 'runs'>, place: number): Names | undefined {
  const run = runs.find(({ start, end }) => start <= place && end > place + 3);
  if (
    run?.shape &&
    run.end < text.length &&
    !/^\s*(?:[,;&·•*†‡(\d]|(?:and|und|et|y|e)\s)/u.test(text.slice(run.end))
  ) {
    const within = scanNames(text.slice(0, run.end), place);
    if (within && /^(?:[\s.:]*|,?\s*(?:19|20)\d\d[\s.,;:]*)$/.test(text.slice(within.end, run.end)))
      return within;
  }
  return scanNames(text, place);
}
