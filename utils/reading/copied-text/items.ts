/**
 * Classifies the lines of a list as items: titles or other short text, paragraphs, and short lines with details.
 */
import { identifiersInText } from '../addresses';
import { isFurniture, isProse, type Line, LONGEST_TITLE } from './lines';
import { countLine, dateLine, isNumber, isSeparator, type ShownDate } from './marks';
import { splitNames } from './names';
import { unwrap } from './unwrap';

export type Item =
  | { kind: 'text'; text: string; identifiers: Record<string, string> }
  | { kind: 'prose'; text: string; labelled: boolean }
  | { kind: 'count' | 'number' | 'upvotes'; value: number }
  | { kind: 'date'; shown: ShownDate }
  | { kind: 'authors'; names: string[] }
  | { kind: 'submitter'; name: string }
  | { kind: 'identifiers'; identifiers: Record<string, string> }
  | { kind: 'other' };

const ABSTRACT =
  /^(?:abstract|résumé|zusammenfassung|resumen|resumo|sommario|samenvatting|аннотация|摘要|要旨|要約|概要|초록)\s*[:：—–]\s*/iu;
const AUTHORS = /^(?:authors?|auteurs?|autor(?:en|es|i)?|autori|авторы|作者|著者|저자)\s*[:：]\s*/iu;
const LABELLED =
  /^(?:subjects?|comments?|publish(?:ed)?|journal[- ]ref(?:erence)?|keywords?|tags?|venue|categories|license|tl;?dr)\s*[:：]/i;
const SUBMITTED = /^Submitted by(?:\s+|$)/;
/** Words around a bare identifier: `arXiv: 2401.12345 [pdf]`. */
const AROUND = /arxiv|doi|https?|preprint|paper|link|pdf|html|abs|code|url|read|full|text|v\d+/gi;
/** What PubMed says of an entry behind its number. */
const NOTES =
  /^\W*(?:\[[^\]]{0,60}\]|free (?:pmc )?article|(?:systematic )?review|meta-analysis|clinical trial|randomi[sz]ed controlled trial|case reports?|no abstract available)?\W*$/i;
/** Every identifier contains one of these; checking first saves most lines a full search. */
const MAY_NAME = /[/\d]/;
/** `Subscribe` is the last word of a banner; copying may glue it to the first title. */
const GLUED =
  /^(?:Subscribe|S['’]abonner|Abonnieren|Suscribirse|Iscriviti|订阅|購読する?)(?=[\p{Lu}\p{Lo}\d])/u;

/** The items of a text, in order. */
export function itemsOf(lines: readonly Line[]): Item[] {
  const items: Item[] = [];
  const marks = new Map<string, Item | undefined>();
  const known = (text: string) => {
    if (!marks.has(text)) marks.set(text, markOf(text));
    return marks.get(text);
  };
  let before = '';
  for (const { text } of unwrap(lines.flatMap(halves), (line) => known(line) !== undefined)) {
    const last = items.at(-1);
    const mark = known(text);
    if (last?.kind === 'submitter' && last.name === '' && text.length <= 100) last.name = text;
    else if (mark?.kind === 'number' && /^upvote$/i.test(before)) items.push({ ...mark, kind: 'upvotes' });
    else items.push(mark ? { ...mark } : textItem(text));
    before = text;
  }
  return items;
}

/** Splits a line such as `• 3 authors · Jul 10` in two. */
function halves(line: Line): Line[] {
  const found =
    line.text.length <= 100 ? /^(?<count>[^·]{3,40}?)\s*(?<rest>·\s*.+)$/.exec(line.text)?.groups : undefined;
  if (!found || countLine(found.count ?? '') === undefined) return [line];
  return [
    { text: found.count ?? '', gap: line.gap },
    { text: found.rest ?? '', gap: false },
  ];
}

/** The item of a line that is clearly not a title or abstract; undefined for other lines. */
export function markOf(text: string): Item | undefined {
  if (text.length > LONGEST_TITLE)
    return AUTHORS.test(text) ? { kind: 'authors', names: splitNames(text.replace(AUTHORS, '')) } : undefined;
  const shown = dateLine(text);
  if (shown) return { kind: 'date', shown };
  const count = countLine(text);
  if (count !== undefined) return { kind: 'count', value: count };
  const votes = /^upvote\s+(?<votes>\S+)$/i.exec(text)?.groups?.votes ?? '';
  if (isNumber(votes)) return { kind: 'upvotes', value: numberOf(votes) };
  if (isNumber(text)) return { kind: 'number', value: numberOf(text) };
  if (AUTHORS.test(text)) return { kind: 'authors', names: splitNames(text.replace(AUTHORS, '')) };
  if (SUBMITTED.test(text)) return { kind: 'submitter', name: text.replace(SUBMITTED, '') };
  const { identifiers, bare } = mentionIn(text);
  if (bare) return { kind: 'identifiers', identifiers };
  // A line that starts with the separator is a date in an unsupported language, so it is ignored.
  if (isSeparator(text) || isFurniture(text) || LABELLED.test(text) || /^·\s*\S.{0,40}$/.test(text))
    return { kind: 'other' };
  return undefined;
}

function textItem(line: string): Item {
  const text = line.replace(GLUED, '');
  if (ABSTRACT.test(text)) return { kind: 'prose', text: text.replace(ABSTRACT, ''), labelled: true };
  if (isProse(text)) return { kind: 'prose', text, labelled: false };
  return {
    kind: 'text',
    text: bareTitle(text),
    identifiers: text.length <= 2 * LONGEST_TITLE ? mentionIn(text).identifiers : {},
  };
}

/** A title without its label, its list number and the buttons after it: `#3 A Title [PDF] [Copy] [Kimi2]`. */
export function bareTitle(text: string): string {
  return withoutButtons(text)
    .replace(/^title\s*[:：]\s*/i, '')
    .replace(/^(?:#\d{1,4}\s+|\d{1,3}[.)]\s+|\[\d{1,4}\]\s*|[•‣◦*–-]\s+)/, '')
    .trim();
}

/** `A Title [PDF] [Copy]` → `A Title` */
export function withoutButtons(text: string): string {
  return text.replace(/(?:\s*\[(?:PDF|Copy|Kimi|REL|Code|HTML|BibTeX|Abs)\s?\d*\]){1,9}$/i, '');
}

/** The identifiers in a text, the first of each namespace; `bare` if hardly a word is left without them. */
export function mentionIn(text: string): { identifiers: Record<string, string>; bare: boolean } {
  const found = MAY_NAME.test(text) ? identifiersInText(text).reverse() : [];
  if (found.length === 0) return { identifiers: {}, bare: false };
  const rest = found.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return {
    identifiers: Object.fromEntries(found.map(({ namespace, value }) => [namespace, value])),
    bare: !/\p{L}{2}/u.test(rest.replace(AROUND, '')) || NOTES.test(rest),
  };
}

function numberOf(text: string): number {
  const scale = /k$/i.test(text) ? 1000 : /M$/.test(text) ? 1_000_000 : 1;
  return scale === 1
    ? Number(text.replace(/\D/g, ''))
    : Math.round(Number.parseFloat(text.replace(',', '.')) * scale);
}
