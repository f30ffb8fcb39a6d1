/** Titles, compared and made into keys. */
import { fold, GREEK, greekName } from '@/utils/text/fold';
import { withoutTex } from '@/utils/text/tex';
import { shareScript } from './names';

/** Letters of a title that make its key. */
const MAX_KEY = 1000;
const WRITTEN_OUT: Record<string, string> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' },
  '&': ' and ',
};
const LETTERS = new RegExp(
  `[äöüøåđ&${GREEK.map((_, index) => String.fromCharCode(0x3b1 + index)).join('')}ς]`,
  'g',
);
/** What a work about another work is called; in square brackets behind a title it is no translation. */
const ABOUT =
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|correction|retract(?:ed|ion)|addendum|reply|repl(?:ies|ik)|response|rejoinder|comment(?:ary|s)?|remark|discussion|review|supplement(?:ary)?|poster|abstract|preface|foreword)\b/i;
/** Titles of thousands of works. */
const COMMON =
  /^(?:guest|invited)?(?:editorial|introduction|preface|foreword|afterword|discussion|conclusions?|comments?|commentary|index|errat(?:um|a)|corrigend(?:um|a)|correction|letters?totheeditors?|letters?|bookreviews?|obituary|news|frontmatter|backmatter|tableofcontents|contents|abstracts?|summary|acknowledge?ments?|references|appendix|inthisissue|einleitung|vorwort|éditorial|avantpropos|introducción|presentación|editorialboard)$/;

/** Letters of scripts that put no spaces between words. */
const DENSE = `[${['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')}]`;
const DENSE_LETTERS = new RegExp(DENSE, 'gu');

export type TitlesVerdict = 'same' | 'alike' | 'different' | 'unknown';

/** The keys of a title, the plain one first: letters and digits, folded. Others are other spellings of it, and its parts. */
export function titleKeys(title = ''): string[] {
  return [...new Set([...spellings(title), ...partsOf(plain(title)).map(keyOf)])];
}

/** The keys of the whole title, the plain one first. */
export function spellings(title = ''): string[] {
  const text = plain(title);
  const spelt = text
    .toLowerCase()
    .replace(LETTERS, (letter) => WRITTEN_OUT[letter] ?? greekName(fold(letter)) ?? letter);
  return [text, spelt].map(keyOf).filter(Boolean);
}

/** Without markup, TeX and a note of the language. */
function plain(title: string): string {
  const text = title
    .normalize('NFC')
    .replace(/<\/?[a-z]{1,9}>/gi, '')
    .replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name as 'amp' | 'lt' | 'gt'])
    .replace(/\s*[[(](?:[Aa]rticle )?[Ii]n \p{Lu}\p{L}+[\])]\.?$/u, '');
  return withoutTex(text)?.text ?? text;
}

/** A title and its translation: in brackets, after a slash or equals sign, or in another script. */
function partsOf(text: string): string[] {
  const found =
    /^(.+?)\s*\[(.+)\]\.?$/.exec(text) ??
    /^(.+?)\s+[/=]\s+(.+)$/.exec(text) ??
    /^([^a-z]+?)\s*[(（]?([A-Za-z][\p{Script=Latin}\P{L}]+?)[)）]?$/u.exec(text);
  const [, first = '', second = ''] = found ?? [];
  const telling = titleWeight(first) === 2 && titleWeight(second) === 2;
  return telling && !ABOUT.test(second) ? [first, second] : [];
}

/** A title without letters is known by its pictures and signs. */
function keyOf(title: string): string {
  return (fold(title) || (title.match(/\p{S}/gu) ?? []).join('')).slice(0, MAX_KEY);
}

/** `same` in another spelling, too; `alike`: most words are the same, and no number or kind of work differs. */
export function compareTitles(a = '', b = ''): TitlesVerdict {
  if (!a || !b) return 'unknown';
  const [wholes, others] = [spellings(a), spellings(b)];
  // Two titles that have only a part in common are no translations of one.
  if (titleKeys(b).some((key) => wholes.includes(key)) || titleKeys(a).some((key) => others.includes(key)))
    return 'same';
  if (!shareScript(a, b)) return 'unknown';
  const [ours, theirs] = [wordsIn(a), wordsIn(b)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  const whole = common === Math.min(ours.size, theirs.size);
  const share = common / (ours.size + theirs.size - common);
  const about = ABOUT.test(a) !== ABOUT.test(b);
  if (share > 0.6 && !about && numbersIn(a) === numbersIn(b)) return 'alike';
  return share < 0.25 && !whole ? 'different' : 'unknown';
}

/** 0: the title of thousands of works; 1: a short one; 2: long enough to tell works apart. */
export function titleWeight(title = ''): 0 | 1 | 2 {
  const key = keyOf(title);
  if (COMMON.test(key)) return 0;
  // A Chinese or Japanese word has some two letters, a word between spaces some six.
  const dense = key.match(DENSE_LETTERS)?.length ?? 0;
  const words = title.split(/\s+/).filter((word) => fold(word) !== '').length;
  const weight = Math.max(words, dense / 2);
  return weight >= 4 ? 2 : 1;
}

/** Words, folded; where no spaces part them, letters. */
function wordsIn(text: string): Set<string> {
  const words = text.match(new RegExp(`${DENSE}|[\\p{L}\\p{N}\\p{M}]+`, 'gu')) ?? [];
  return new Set(words.map(fold).filter((word) => word.length > 1 || !/[a-z0-9]/.test(word)));
}

/** What tells the parts and years of a series apart. */
function numbersIn(title: string): string {
  return (title.match(/\d+|\b[IVX]+\b/g) ?? []).join(' ');
}

/** How many of the words of two texts are the same, 0 to 1. */
export function commonWords(a: string, b: string): number {
  const [ours, theirs] = [wordsIn(a), wordsIn(b)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common / Math.max(1, ours.size + theirs.size - common);
}
