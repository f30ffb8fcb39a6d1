/** Reads the names that stand before a title in a reference, and says where the title begins. Pure. */
import { type Names, scanNames } from '../people/scan-names';

export interface NamesAhead {
  names: string[];
  /** The place behind them, and behind the year that follows them. */
  end: number;
  /** Their form alone tells that they are names; a single name like `Ada Berg` may begin a title. */
  sure: boolean;
}

/** Numbers, keys and bullets: `[12]`, `[Berg2014a]`, `3.`, `•`. */
const LEAD = /^(?:\s*(?:\[[^\]\s]{1,30}\]|\(?\d{1,4}[.):]|[•·*▪►–—-])\s+)+/u;
/** What may stand between names and a title: a full stop, a colon, editors, a year. */
const YEAR =
  /^\s*(?:\(?\s?eds?\.?\s?\)?)?[\s.,:;]*(?:[[(](?:19|20)\d\d[a-z]?(?:,\s*[\p{L} \d.]{1,20})?[\])][\s.,:;]*|(?:19|20)\d\d[a-z]?(?:[.,:;]\s*|\s+(?=["“„«‘])|$))/u;
const MARK = /^\s*(?:\(?\s?eds?\.?\s?\)?)?\s*(?:[.．:：;]\s*|$)/u;
const STOP = /^\s*[.．]\s*|^\s*$/u;
const QUOTE = /^[\s.,:;]*(?=["“„«‘「『《])/u;
const COMMA = /^\s*,\s*/u;
const ONE_INITIAL = /^(\p{Lu}[\p{L}’'‐-]+ \p{Lu})\.$/u;
const LAST_STOP = /(?:(?:^|[\s.])\p{Lu}|\sal)\.$/u;

/** The names at the beginning of a text; undefined if it does not begin with names, or these go on in a sentence. */
export function namesAhead(text: string): NamesAhead | undefined {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const found = endedByInitial(scanNames(text, lead), text);
  if (!found) return undefined;
  const rest = text.slice(found.end);
  const year = YEAR.exec(rest);
  const quote = QUOTE.exec(rest);
  const certain = found.names.length > 1 ? found.sure >= 0.5 : found.cut || found.sure >= 0.9;
  const isList = found.names.length > 1 || /^\p{Lu}\./u.test(found.names[0] ?? '');
  // `Cai B, Doe C. Lamps`, `Berg et al. Lamps`: the full stop belongs to what is before it.
  const stopped = LAST_STOP.test(text.slice(0, found.end)) ? /^\s+/.exec(rest) : undefined;
  const behind =
    year ??
    quote ??
    (certain ? MARK : STOP).exec(rest) ??
    (certain ? ((isList ? COMMA.exec(rest) : null) ?? stopped) : undefined);
  if (!behind) return undefined;
  const sure = certain || year !== null || (quote !== null && found.names.length > 0);
  // The full stop behind the initial of the only one ends the names.
  const names =
    found.names.length > 1 ? found.names : found.names.map((name) => name.replace(ONE_INITIAL, '$1'));
  return { names, end: found.end + behind[0].length, sure };
}

/** `Lund K. Lamps of the north`: where a sentence follows, the initial ends the only name. */
function endedByInitial(found: Names | undefined, text: string): Names | undefined {
  const [name] = found?.names ?? [];
  const turned = /^\p{Lu}[\p{L}’'‐-]+ (?:\p{Lu}\.[\s-]?){1,3}(?=\s?\p{Lu}[\p{L}‐-]+$)/u
    .exec(name ?? '')?.[0]
    .trimEnd();
  if (!found || !turned || found.names.length > 1 || !/^\s+\p{Ll}/u.test(text.slice(found.end))) return found;
  return { ...found, names: [turned.slice(0, -1)], end: text.indexOf(turned) + turned.length, sure: 1 };
}

/** A reference without its number, key or bullet. */
export function withoutLead(text: string): string {
  return text.replace(LEAD, '');
}

/** Whether a text is nothing but names, a year and what stands before them. */
export function isOnlyNames(text: string): boolean {
  const found = namesAhead(text);
  return found !== undefined && /^[\s\p{P}]*$/u.test(text.slice(found.end));
}

/** The names that stand right before a title in its line, or right behind it; undefined if neither is sure. */
export function namesBeside(line: string, title: string): string[] | undefined {
  const start = line.indexOf(title);
  if (start < 0) return undefined;
  const ahead = namesAhead(line.slice(0, start));
  if (ahead && isOnlyNames(line.slice(0, start))) return whole(ahead.names);
  const rest = line
    .slice(start + title.length)
    .replace(/^[\s"”»'’.,;:?!)\]–—-]*(?:(?:by|von|par)\s)?\s*/u, '');
  const behind = scanNames(rest);
  const isEnd = behind !== undefined && /^\s*(?:[.,;:([–—|•·-]|$)/u.test(rest.slice(behind.end));
  return isEnd && behind.sure >= 0.7 && (behind.names.length > 1 || behind.cut || behind.sure >= 0.9)
    ? whole(behind.names)
    : undefined;
}

/** The names of several that fill a line. */
export function namesAlone(line: string): string[] | undefined {
  const found = namesAhead(line);
  return found?.sure && found.names.length > 1 && isOnlyNames(line) ? whole(found.names) : undefined;
}

/** `Berg et al.` names nobody in full. */
function whole(names: string[]): string[] | undefined {
  return names.some((name) => /^\p{Lu}\p{Ll}+$/u.test(name)) ? undefined : names;
}
