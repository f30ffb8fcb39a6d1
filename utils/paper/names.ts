/** Names of people as sources write them, compared: `Berg, Ada L., Jr.`, `Berg AL` and `Ada L. Berg` are one person. */
import { fold } from '@/utils/text/fold';

/** What is compared of a name, folded. */
interface Name {
  /** All letters, for scripts without spaces. */
  whole: string;
  /** The last word of the family name. */
  surname: string;
  /** The first letter of the given names; '' if none is told. */
  initial: string;
  /** Words of two letters and more. */
  words: ReadonlySet<string>;
}

/** How two lists of authors agree: `unclear` if only family names do, `unknown` if nothing can be compared. */
export type AuthorsVerdict = 'same' | 'unclear' | 'different' | 'unknown';

/** Names compared at the beginning of each list: collaborations have thousands. */
const COMPARED = 40;
const GROUP =
  /(?<!\p{L})(?:[ck]ollaborations?|collaborazione|colaboraci[oó]n|colaboração|коллаборация|[ck]onsortium|consortia|consorcio|consórcio|consorzio|groupe?|grupo|gruppo|(?:arbeits|forschungs|studien)gruppe|arbeitskreis|группа|team|[eé]quipe|equipo|network|netzwerk|committee|initiative|investigators)(?!\p{L})|[协合]作组$|研究[组組]$|グループ$/iu;
/** `ATLAS`, `CMS`: groups that leave out the word. */
const ACRONYM = /^\p{Lu}[\p{Lu}\d-]{2,}$/u;
const OTHERS = /^(?:and )?(?:others|et al)\b/i;
const SUFFIX = /^(?:jr|sr|junior|júnior|senior|2nd|3rd|4th|ii|iii|iv|phd|md|dr|esq)\.?$/i;
/** `AL`, `A.L.`, `A.-L.`: initials that stand behind the family name. */
const INITIALS = /^(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,4})$/u;
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Compares two lists of authors as sets. Groups (`X Collaboration`) are left out where people are named. */
export function compareAuthors(a: readonly string[] = [], b: readonly string[] = []): AuthorsVerdict {
  const [ours, theirs] = [namesIn(a), namesIn(b)];
  const [first, other] = [ours[0], theirs[0]];
  if (!first && !other) return compareGroups(a, b);
  if (!first || !other || !shareScript(a.join(), b.join())) return 'unknown';
  const lead = compare(first, other);
  const [few, many] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  // A remark on a paper may be by one of its authors.
  const cut =
    few.length === 1 && many.length > 1 && many.length < 4 && ![...a, ...b].some((name) => OTHERS.test(name));
  if (lead === 'same') return cut ? 'unclear' : 'same';
  const agreeing = few.filter((name) => best(name, many) === 'same').length;
  if (agreeing > 2 && 2 * agreeing >= many.length) return 'same';
  const some = agreeing > 0 || best(first, theirs) !== 'different' || best(other, ours) !== 'different';
  return some ? 'unclear' : 'different';
}

/** Whether both lists begin with people who cannot be one. */
export function leadsDiffer(a: readonly string[] = [], b: readonly string[] = []): boolean {
  const [[first], [other]] = [namesIn(a), namesIn(b)];
  return first !== undefined && other !== undefined && compare(first, other) === 'different';
}

/** Groups of other names may be one: `ATLAS` is short for a sentence. */
function compareGroups(a: readonly string[], b: readonly string[]): AuthorsVerdict {
  const [ours, theirs] = [a, b].map((names) => names.filter((name) => GROUP.test(name)).map(groupKey));
  return ours?.some((name) => theirs?.includes(name)) ? 'same' : 'unknown';
}

/** The words of a name in whatever order. */
function groupKey(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => !SUFFIX.test(word) && !/^the$/i.test(word));
  return words.map(folded).sort().join(' ').trim();
}

/** Whether two texts have a script in common; where they don't, nothing can be compared. */
export function shareScript(a: string, b: string): boolean {
  const [ours, theirs] = [scriptsOf(a), scriptsOf(b)];
  return ours.some((script) => theirs.includes(script));
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Arabic', 'Hebrew', 'Devanagari', 'Thai'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

function scriptsOf(text: string): RegExp[] {
  const found = SCRIPTS.filter((script) => script.test(text));
  return KANA.test(text) ? [...found, KANA] : found;
}

function namesIn(authors: readonly string[]): Name[] {
  const people = authors.some((author) => /\s/.test(author) && author !== author.toUpperCase());
  return authors
    .slice(0, COMPARED)
    .filter((author) => !GROUP.test(author) && !OTHERS.test(author) && !(people && ACRONYM.test(author)))
    .map(parse)
    .filter(({ whole }) => whole !== '');
}

function parse(author: string): Name {
  const parts = author
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !SUFFIX.test(part));
  const words = (parts[0] ?? '').split(/\s+/).filter((word) => word && !SUFFIX.test(word));
  let given = parts.slice(1).join(' ');
  if (parts.length < 2 && words.length > 1) {
    const shouted = words.every((word) => word === word.toUpperCase());
    given = words[0] ?? '';
    const behind = (word = '') => INITIALS.test(word) && (!shouted || word.replace('.', '').length === 1);
    // `Berg A. L.` has two initials behind.
    while (words.length > 1 && behind(words.at(-1))) given = words.pop() ?? '';
  }
  return {
    whole: folded(parts.join('')),
    surname: folded(words.at(-1) ?? ''),
    initial: folded(given).charAt(0),
    words: new Set([...words, ...given.split(/[\s.-]+/)].map(folded).filter((word) => word.length > 1)),
  };
}

/** Umlauts written out and not are one: both lose their `e`. So are `Đ` and `Dj`. */
function folded(word: string): string {
  const written = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => UMLAUTS[letter] ?? letter);
  return fold(written)
    .replace(/([aou])e/g, '$1')
    .replace(/aa/g, 'a')
    .replace(/dj/g, 'd');
}

function best(name: Name, others: readonly Name[]): AuthorsVerdict {
  const verdicts = others.map((other) => compare(name, other));
  return verdicts.find((one) => one === 'same') ?? verdicts.find((one) => one === 'unclear') ?? 'different';
}

function compare(a: Name, b: Name): AuthorsVerdict {
  if (a.whole === b.whole) return 'same';
  if (a.surname !== b.surname && !b.words.has(a.surname) && !a.words.has(b.surname)) return 'different';
  if ([...a.words].filter((word) => b.words.has(word)).length > 1) return 'same';
  return a.initial === '' || b.initial === '' || a.initial === b.initial ? 'same' : 'unclear';
}
