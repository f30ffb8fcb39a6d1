/**
 * Text copied from arXiv's own lists: listings (`[1] arXiv:2401.12345 [pdf, html]`, `Title:`, …), search results
 * and the daily mail. A paper starts with the line of its identifier and extends to the next such line.
 */

import { type PrintedDay, printedDay } from '@/utils/days';
import { canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { FoundPaper } from './found-paper';
import { isFurniture, isProse, isTitle, type Line, weight } from './lines';
import { isName, isNameList, splitNames } from './names';

const ID = String.raw`\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7}`;
const HEAD = new RegExp(
  String.raw`^(?:\[\d+\]\s*|\d+\.\s+)?arxiv:\s?(?<id>${ID})(?:v\d+)?(?<rest>(?!\d).*)$`,
  'i',
);
/** The start of a `HEAD` that was cut off. */
const CUT_HEAD = /^(?:\[\d*\]?\s*)?(?:a|ar|arx|arxi|arxiv|arxiv:\s?[\d./a-z-]*)?$/i;
const LABEL =
  /^(?<label>title|authors?|comments?|subjects?|categories|journal[- ]ref|related doi|doi|msc[- ]class(?:es)?|acm[- ]class(?:es)?|report[- ](?:no|number)|abstract|license|date)\s*:\s*(?<value>.*)$/i;
const SUBMITTED = /^Submitted \d{1,2} [A-Z]/;
/** Longest part that is collected, in UTF-16 units; a card carries no more. */
const LONGEST_PART = 20_000;
const HEADING =
  /\(showing .*\bentries\)|\(continued, showing|^(?:new|cross|replacement) submissions|^total of \d+ entries|^[-\\=_*%]+$|^\\\\ ?\( ?https?:/i;

/** The papers in a text copied from arXiv's lists; empty if it is not such a text. */
export function readArxivLists(lines: readonly Line[]): FoundPaper[] {
  const heads = lines.flatMap(({ text }, index) => (isHead(text, lines, index) ? [index] : []));
  return heads.map((start, index) => {
    const end = heads[index + 1];
    return readRecord(lines.slice(start, end), end === undefined);
  });
}

/**
 * Whether a line starts a record. An identifier alone does not: it needs links after it or a labelled line below.
 */
function isHead(text: string, lines: readonly Line[], index: number): boolean {
  const rest = text.length <= 300 && HEAD.exec(text)?.groups?.rest;
  if (rest === false || rest === undefined) return false;
  if (/^\s*(?:\(.*\)\s*)?\[[a-z, ]+\]/i.test(rest)) return true;
  return (
    rest.trim() === '' && lines.slice(index + 1, index + 4).some((line) => /^title\s*:/i.test(line.text))
  );
}

function readRecord([head, ...lines]: readonly Line[], isLast: boolean): FoundPaper {
  const identifiers = Object.fromEntries(
    canonicalIdentifiers('arxiv', HEAD.exec(head?.text ?? '')?.groups?.id ?? ''),
  );
  const parts = partsOf(isLast && CUT_HEAD.test(lines.at(-1)?.text ?? '') ? lines.slice(0, -1) : lines);
  const last = isLast ? [...parts.keys()].at(-1) : undefined; // may be cut off
  const title = last === 'title' ? '' : joined(parts, 'title');
  const abstract = joined(parts, 'abstract').replace(/\s*(?:△ Less|▽ More)$/, '');
  const authors = last === 'authors' ? '' : joined(parts, 'authors');
  const doi = canonicalIdentifiers('doi', last === 'doi' ? '' : joined(parts, 'doi'));
  return {
    identifiers: { ...Object.fromEntries(doi), ...identifiers },
    title: isTitle(title) ? title : undefined,
    abstract: parts.has('labelled') || isProse(abstract) ? abstract : undefined,
    authors: authors ? splitNames(authors.replace(/\s*\(\d+ (?:additional|more).*$/, '')) : undefined,
    date: firstSubmitted(joined(parts, 'submitted')),
  };
}

type Passage = 'title' | 'authors' | 'abstract' | 'submitted' | 'doi' | 'labelled' | 'other';

/** The lines of a record by the passage they belong to, in the order of their first lines. */
function partsOf(lines: readonly Line[]): Map<Passage, string[]> {
  const parts = new Map<Passage, string[]>();
  const lengths = new Map<Passage, number>();
  let part: Passage = 'title';
  let mayOpen = false; // an unlabelled abstract follows the subjects, or the rule below a mail's header
  for (const { text, gap } of lines) {
    const { label, value = '' } = LABEL.exec(text.slice(0, 20_000))?.groups ?? {};
    if (label !== undefined && !(part === 'abstract' && /^(?:title|date)$/i.test(label))) {
      part = partOf(label);
      mayOpen = /^(?:subject|categor)/i.test(label);
      if (part === 'abstract') parts.set('labelled', []);
      add(value);
    } else if (SUBMITTED.test(text)) {
      part = 'submitted';
      add(text);
    } else if (HEADING.test(text)) {
      mayOpen ||= /^\\+$/.test(text) && !parts.has('abstract');
      if (part === 'abstract' && parts.has('abstract')) part = 'other';
    } else if (isFurniture(text)) {
    } else if (part === 'title' && parts.get('title')?.some(Boolean) && (isNameList(text) || isName(text))) {
      part = 'authors';
      add(text);
    } else if (mayOpen) {
      part = 'abstract';
      mayOpen = false;
      add(text);
    } else if (part === 'abstract' && gap && weight(parts.get(part)?.join('') ?? '') > 0) part = 'other';
    else if (part !== 'other' && part !== 'doi') add(text);
  }
  return parts;

  function add(text: string) {
    const length = lengths.get(part) ?? 0;
    if (length > LONGEST_PART) return;
    lengths.set(part, length + text.length);
    const known = parts.get(part);
    if (known) known.push(text);
    else parts.set(part, [text]);
  }
}

function partOf(label: string): Passage {
  const name = label.toLowerCase();
  if (name === 'title' || name === 'abstract') return name;
  if (name.startsWith('author')) return 'authors';
  return name.endsWith('doi') ? 'doi' : 'other';
}

function joined(parts: ReadonlyMap<Passage, string[]>, part: Passage): string {
  return (parts.get(part) ?? []).join(' ').trim();
}

/** `Submitted 3 May, 2025; v1 submitted 9 April, 2024; originally announced …`: the day of the first version. */
function firstSubmitted(text: string): PrintedDay | undefined {
  const first = /\bv1 submitted ([^;]{1,40})/.exec(text)?.[1] ?? /^Submitted ([^;]{1,40});/.exec(text)?.[1];
  return first === undefined ? undefined : printedDay(first.replace(/\.$/, ''));
}
