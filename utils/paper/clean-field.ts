/** Cleans the values of fields, by kind: what a card or a file says becomes what the library keeps. */
import { toDay } from '@/utils/days';
import { cut, oneLine, paragraphs } from '@/utils/text/clean';
import { canonicalIdentifiers } from './canonical-identifiers';
import { type FIELDS, type FieldName, type FieldRow, type PUBLICATION_TYPES, rowOf } from './fields';
import { gatherIdentifiers, namedIdentifiers } from './identifiers';
import type { NameParts, Paper } from './schema';

/** What the values of each kind are. */
interface Values {
  line: string;
  prose: string;
  names: string[];
  'name-parts': Record<string, NameParts>;
  codes: string[];
  type: (typeof PUBLICATION_TYPES)[number];
  count: number;
  day: string;
  address: string;
  identifiers: Paper['identifiers'];
  tags: string[];
  note: string;
  status: 'unread' | 'reading' | 'read';
  moment: string;
  'field-names': string[];
  switch: boolean;
  mark: true;
}

type Kind = FieldRow['kind'];
type ValueOf<Name extends FieldName> = Values[(typeof FIELDS)[Name]['kind']];

/** Control characters but line breaks and tabs, and those that reorder text. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

const CLEAN: { [K in Kind]: (raw: Values[K], limit: number) => Values[K] | undefined } = {
  line: (text, limit) => cut(oneLine(text), limit),
  prose: (text, limit) => cut(paragraphs(text), limit),
  names: (names, limit) => names.map((name) => personName(name, limit)).filter(Boolean),
  'name-parts': (parts, limit) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, stated]) => {
        const [shown, cleaned] = [personName(name, limit), cleanParts(stated, limit)];
        return shown && shown !== '__proto__' && cleaned ? [[shown, cleaned]] : [];
      }),
    ),
  codes: (codes, limit) => distinct(codes.map((code) => cut(oneLine(code), limit))),
  type: (type) => type,
  count: (count) => count,
  day: (text) => toDay(text) ?? (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? text : undefined),
  address: httpUrl,
  identifiers: cleanIdentifiers,
  tags: (tags, limit) => distinct(tags.map((tag) => cut(oneLine(tag), limit))),
  note: (text) => withoutHidden(text.toWellFormed().replace(/\r\n?/g, '\n')),
  status: (status) => status,
  // As `Date.prototype.toISOString` writes it, so that moments can be compared as text.
  moment: (iso) => new Date(iso).toISOString(),
  'field-names': (names) => distinct(names.filter((name) => /^\w+$/.test(name))).sort(),
  switch: (on) => on,
  mark: (mark) => mark,
};

/** The value that is kept of what was said of a field; undefined or empty where nothing of it can be used. */
export function cleanField<Name extends FieldName>(
  name: Name,
  raw: ValueOf<Name> | undefined,
): ValueOf<Name> | undefined {
  const { kind, limit = Number.POSITIVE_INFINITY, always } = rowOf(name);
  const clean = CLEAN[kind] as (raw: ValueOf<Name>, limit: number) => ValueOf<Name> | undefined;
  const cleaned = raw === undefined ? undefined : clean(raw, limit);
  const empty = typeof cleaned === 'object' && Object.keys(cleaned).length === 0;
  return empty && !always ? undefined : cleaned;
}

/** An http(s) address in the form `URL` writes it; anything else is no address. */
export function httpUrl(text = ''): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, href } = new URL(text.trim());
  return /^https?:$/.test(protocol) && href.length <= 2048 ? href : undefined;
}

/** A text without characters that hide or reorder it. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

function personName(raw: string, limit: number): string {
  return cut(oneLine(raw).replace(/[\s,;]+$/, ''), limit);
}

/** The parts of a name; undefined without a family name or the name of a group. */
function cleanParts(stated: NameParts, limit: number): NameParts | undefined {
  const cleaned = Object.entries(stated).map(([part, text]) => [part, personName(String(text), limit)]);
  const parts = Object.fromEntries(cleaned.filter(([, text]) => text)) as NameParts;
  return 'family' in parts || 'literal' in parts ? parts : undefined;
}

/** What an identifier implies counts only in namespaces where nothing is stated. */
function cleanIdentifiers(identifiers: Paper['identifiers']): Paper['identifiers'] {
  const canonical = namedIdentifiers(identifiers).flatMap(([name, value]) =>
    canonicalIdentifiers(name, value).map(([space, id]) => ({ space, id, stated: space === name })),
  );
  const stated = new Set(canonical.filter((one) => one.stated).map(({ space }) => space));
  const kept = canonical.filter((one) => one.stated || !stated.has(one.space));
  return gatherIdentifiers(kept.map(({ space, id }) => [space, id]));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(Boolean);
}
