/** Reads as many names as stand in a row in a text, in any common form, and says where they end. Pure. */
import { isNoName, PARTICLE, SUFFIX } from './name-words';

export interface Names {
  /** In the order and form of the text. */
  names: string[];
  /** The text's place behind them. */
  end: number;
  /** `et al.` or the like ends them. */
  cut: boolean;
  /** From 0 to 1: how certainly these are names, from their form alone. */
  sure: number;
}

/** Most names in a row. */
const MOST = 1000;

/** `Ada`, `O’Brien`, `McLund`, `Jean-Pierre`; `А`; all letters of a name without stops. */
const WORD = /\p{Lu}[\p{L}\p{M}'’‘ʼ`´]*(?:[-‐‑–]\p{L}[\p{L}\p{M}'’‘ʼ]*)*/uy;
/** `A.`, `J.-P.`, `H.M.`, `Yu.` */
const INITIALS = /\p{Lu}\p{Ll}?\.(?:\s?[-‐‑]?\s?\p{Lu}\p{Ll}?\.)*/uy;
/** Initials without stops: `KM`, `A`, `J-P`. */
const BARE_INITIALS = /^(?:\p{Lu}{1,3}|\p{Lu}-\p{Lu})$/u;
/** `BERG A L`, `VAN-DAM B`: how Chinese standards write Western names. */
const CAPITALS = /(\p{Lu}{2,}(?:[-'’ ]\p{Lu}{2,})*)(?:[ -]\p{Lu}(?![\p{L}\p{M}'’]))+(?=\s*(?:[,.;]|$))/uy;
/** The rest of a name, up to the next one or the end. */
const OWN_NAME = /^\s\p{Lu}[\p{L}\p{M}'’-]+\s*(?:[,;*†‡\d]|and\s|&|$)/u;
const LOWER = /\p{Ll}[\p{Ll}'’]{0,4}(?![\p{L}\p{M}])/uy;
const HAN =
  /(?:(?![等外])[\p{Script=Han}々〆]){2,4}(?:\s[\p{Script=Han}々ヶ]{1,3}(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))?(?=[等外]|[^\p{L}\p{M}]|$)/uy;
const HANGUL = /[가-힣]{2,4}(?![가-힣])/uy;
const KANA = /[\p{Script=Katakana}ー]{2,10}(?:[・＝· ][\p{Script=Katakana}ー]{2,12}){1,3}(?![\p{L}])/uy;
/** Words of scripts without capitals that part words by spaces. */
const UNCASED =
  /(?:[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Georgian}][\p{L}\p{M}'.]*)(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Georgian}][\p{L}\p{M}'.]*){1,3}/uy;
/** What may stand right behind a name: marks, numbers of footnotes, its place in brackets, a mail address. */
const BEHIND =
  /(?:\s?[*†‡§¶∗★☆#✉\u2070-\u209f¹²³⁰-⁹ⁱⁿ]+|(?<=[\p{L}.])\d{1,2}(?:,\d{1,2})*(?![\d\p{L}])|\s?\[\d{1,2}(?:,\s?\d{1,2})*\]|\s?\([^()]{0,160}(?:\([^()]{0,60}\)[^()]{0,80})?\)|\s?<[^<>\s]{3,80}@[^<>\s]{3,80}>)+/uy;
const SEPARATOR =
  /\s*(?:[,;，、；،؛]\s*(?:(?:and|und|et|y|e|i|og|och|и|&)\s+)?|\s(?:and|und|et|y|e|og|och|и)\s+|&\s*|[·•|/‧]\s*)/uy;
const ALSO =
  /[\s,;]*(?:\bet\.? al\b\.?|\bet coll\b\.?|\bu\. ?a\.|\band others\b|\by otros\b|\be outros\b|и др\.?|等|외|[.…]{3}|…)/uy;

function at(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}

/** The names in a row that begin at `from`; undefined if there is none. */
export function scanNames(text: string, from = 0): Names | undefined {
  const first = text[from];
  if (first === undefined || !/[\p{L}]/u.test(first)) return undefined;
  const plain = inARow(text, from, false);
  // `Berg, Ada; Cai, Bo`: a comma after every family name.
  const turned = /^[^,;\n]{2,40},\s/u.test(text.slice(from, from + 60))
    ? inARow(text, from, true)
    : undefined;
  const best = turned && turned.end > (plain?.end ?? 0) ? turned : plain;
  const mixed = best && best.names.length > 1 ? undefined : firstTurned(text, from);
  return mixed && mixed.end > (best?.end ?? 0) ? mixed : best;
}

/** `Berg, Ada, Bo Cai, and Cyra Doe`: only the first family name stands before its given name. */
function firstTurned(text: string, from: number): Names | undefined {
  const first = /^\p{Lu}[\p{L}\p{M}'’-]+,\s\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}\.)*(?=,\s)/u.exec(
    text.slice(from, from + 60),
  )?.[0];
  if (first === undefined) return undefined;
  const start =
    from +
    first.length +
    2 +
    (/^(?:and|und|et|y)\s/.exec(text.slice(from + first.length + 2))?.[0].length ?? 0);
  const others = inARow(text, start, false);
  // The last one follows an `and`, or one could take a place for a name.
  const isList = others && /(?:,?\s(?:and|und|et|y)\s|,\s&\s)[^,]*$/u.test(text.slice(from, others.end));
  return isList
    ? { ...others, names: [first, ...others.names], sure: Math.max(0.8, others.sure) }
    : undefined;
}

function inARow(text: string, from: number, turned: boolean): Names | undefined {
  const names: string[] = [];
  let certain = 0;
  let end = from;
  let place = from;
  let cut = false;
  let familyFirst = false;
  while (names.length < MOST) {
    const name: Name | undefined = turned ? turnedName(text, place) : nameAt(text, place, familyFirst);
    if (!name) break;
    familyFirst ||= name.familyFirst ?? false;
    // `Cai B, Eck D. Lamps`: the full stop ends the names.
    const stopped =
      name.familyFirst && /\s\p{Lu}{1,2}\.$/u.test(name.text) && /\p{Lu}$/u.test(names.at(-1) ?? '');
    names.push(stopped ? name.text.slice(0, -1) : name.text);
    certain += name.sure;
    end = name.end + (at(BEHIND, text, name.end)?.length ?? 0);
    const also = at(ALSO, text, end);
    if (also !== undefined) {
      end += also.length;
      cut = true;
      break;
    }
    const separator = at(SEPARATOR, text, end);
    if (separator === undefined) break;
    place = end + separator.length;
  }
  if (names.length === 0) return undefined;
  const several = names.length > 1 ? 0.15 : 0;
  return { names, end, cut, sure: cut ? 1 : Math.min(1, certain / names.length + several) };
}

interface Name {
  text: string;
  end: number;
  sure: number;
  /** `Berg A`, `Козякин В.С.` */
  familyFirst?: boolean;
}

/** `Berg, Ada`, `García Márquez, Gabriel José`, before `;`, `and` or the end of the text. */
function turnedName(text: string, from: number): Name | undefined {
  const family = wordsAt(text, from, 4);
  if (!family) return undefined;
  if (text[family.end] !== ',' || family.initials) return undefined; // `Cai B, Doe C. Lamps and fog`
  const comma = /,\s*/uy;
  const start = family.end + (at(comma, text, family.end)?.length ?? 0);
  const given = wordsAt(text, start, 4);
  if (!given) return undefined;
  const rest = text.slice(given.end, given.end + 12);
  const listed = /;\s*$/.test(text.slice(Math.max(0, from - 3), from));
  if (
    !(listed && /^\s?:/.test(rest)) &&
    !/^(?:\s*[*†‡\d(]|\s*;|\s+(?:and|und|et|y|e)\s|,\s*(?:and|&)\s|\s*&|\s*\/|\.?\s*$|,?\s*["“„«(\d]|\.\s)/u.test(
      rest,
    )
  )
    return undefined;
  if (family.full > 1 && !/^\s*[*†‡\d(]*\s*;/u.test(rest) && !listed) return undefined; // `Ada Berg, Norway`
  return { text: text.slice(from, given.end), end: given.end, sure: 0.8 };
}

function nameAt(text: string, from: number, familyFirst: boolean): Name | undefined {
  const char = text.charCodeAt(from);
  if (char > 0x2e7f || (char >= 0x590 && char <= 0x10ff)) {
    const dense = at(HAN, text, from) ?? at(HANGUL, text, from) ?? at(KANA, text, from);
    if (dense !== undefined) return { text: dense, end: from + dense.length, sure: 0.6 };
    const words = at(UNCASED, text, from);
    if (words !== undefined) return { text: words, end: from + words.length, sure: 0.4 };
  }
  const capitals = at(CAPITALS, text, from);
  if (capitals !== undefined && !capitals.split(/[ -]/).some((word) => word.length > 1 && isNoName(word)))
    return { text: capitals, end: from + capitals.length, familyFirst: true, sure: 0.95 };
  const words = wordsAt(text, from, 5, familyFirst);
  if (!words) return undefined;
  const initials =
    words.full > 0 && words.full <= 3 && !words.initials ? initialsBehind(text, words.end) : undefined;
  // In `Bo van der Cai, J.-P. Doe` they begin the next name.
  const areNext = words.full > 1 && OWN_NAME.test(text.slice(initials ?? 0, (initials ?? 0) + 40));
  if (initials !== undefined && !areNext) return { text: text.slice(from, initials), end: initials, sure: 1 };
  if (words.full === 0 || (words.full > 4 && !words.particle)) return undefined;
  const suffix = /^(?:,?\s+(?=Jr|Sr|Ph|M)|\s+)([\p{L}.]{2,6})/u.exec(text.slice(words.end, words.end + 12));
  const end =
    suffix?.[1] && SUFFIX.test(suffix[1]) && (words.count > 1 || words.initials)
      ? words.end + suffix[0].length
      : words.end;
  if (words.count < 2 && !at(ALSO, text, words.end)?.includes('et')) return undefined; // `Berg et al.`
  return {
    text: text.slice(from, end),
    end,
    familyFirst: words.familyFirst,
    sure: words.initials || words.particle ? 0.95 : words.count > 3 ? 0.4 : 0.6,
  };
}

/** The end of `, A. B.` behind a family name, before another name or the end of the names. */
function initialsBehind(text: string, from: number): number | undefined {
  const found =
    /^,\s*((?:\p{Lu}\p{Ll}?\.[\s-]?){1,5}|(?:\p{Lu}[\s-]?){1,3}(?![\p{L}\p{M}.])(?=\s*(?:[,;.&*(\d]|$)|and ))/u.exec(
      text.slice(from, from + 40),
    );
  if (!found?.[1]) return undefined;
  const end = from + found[0].trimEnd().length;
  // `Berg, A. van der`
  const particles = /^(?:\s(?:van|von|de|der|den|da|do|dos|del|di|la))+(?=[,;.\s]|$)/u.exec(
    text.slice(end, end + 20),
  );
  return end + (particles?.[0].length ?? 0);
}

interface Words {
  end: number;
  /** How many words and initials. */
  count: number;
  /** How many of them are no initials. */
  full: number;
  initials: boolean;
  particle: boolean;
  familyFirst: boolean;
}

/** Capitalised words, initials and particles in a row: those of one name. */
function wordsAt(text: string, from: number, most: number, familyFirst = false): Words | undefined {
  const found: Words = { end: from, count: 0, full: 0, initials: false, particle: false, familyFirst: false };
  let place = from;
  for (let taken = 0; taken < most + 2; taken++) {
    const initials = at(INITIALS, text, place);
    const word = initials === undefined ? at(WORD, text, place) : undefined;
    const lower = initials === undefined && word === undefined ? at(LOWER, text, place) : undefined;
    const token = initials ?? word ?? lower;
    if (token === undefined) break;
    if (lower !== undefined) {
      if (!PARTICLE.test(lower)) break;
      found.particle = true;
      place += lower.length + (text[place + lower.length] === ' ' ? 1 : 0);
      continue;
    }
    if (found.count === most) return undefined;
    // `An` and `Do` are names too, but no first ones.
    if (word !== undefined && isNoName(word) && !(word.length === 1 || (word.length < 4 && found.count > 0)))
      return undefined;
    const bare = word !== undefined && BARE_INITIALS.test(word);
    if (bare && found.count === 0 && word.length > 2) return undefined;
    found.count++;
    if (initials !== undefined || bare) found.initials = true;
    else found.full++;
    place += token.length;
    found.end = place;
    // `Козякин В.С.`, `Berg A` end here: what follows a full stop is something else.
    const behind = (initials !== undefined || bare) && found.full === 1 && found.count > 1;
    found.familyFirst = behind && (bare || familyFirst || /^\p{Script=Cyrillic}/u.test(token));
    if (
      found.familyFirst &&
      initials !== undefined &&
      !/^\s?\p{Lu}\p{Ll}?\./u.test(text.slice(place, place + 4))
    )
      break;
    const nickname = /^ (?:\([\p{Lu}][\p{L}.’' -]{1,20}\)|["“'‘][\p{L}]{2,15}["”'’]) (?=\p{Lu})/u.exec(
      text.slice(place, place + 30),
    );
    if (nickname) place += nickname[0].length;
    else if (text[place] === ' ') place++;
    else if (initials === undefined) break;
  }
  return found.count > 0 ? found : undefined;
}
