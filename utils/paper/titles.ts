/** Titles, compared and made into keys. */
import { fold, GREEK, greekName } from '@/utils/text/fold';
import { shareScript } from './names';

/** Letters of a title that make its key. */
const MAX_KEY = 1000;
/** A part of a title that stands for the whole has so many letters. */
const PART = 20;
const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', '&': ' and ' };
const LETTERS = new RegExp(
  `[äöüøå&${GREEK.map((_, index) => String.fromCharCode(0x3b1 + index)).join('')}ς]`,
  'g',
);
/** What a work about another work is called; in square brackets behind a title it is no translation. */
const ABOUT =
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|correction|retract(?:ed|ion)|addendum|reply|repl(?:ies|ik)|response|rejoinder|comment(?:ary|s)?|remark|discussion|review|supplement(?:ary)?|poster|abstract|preface|foreword)\b/i;
/** Titles of thousands of works. */
const COMMON =
  /^(?:guest|invited)?(?:editorial|introduction|preface|foreword|afterword|discussion|conclusions?|comments?|commentary|index|errat(?:um|a)|corrigend(?:um|a)|correction|letters?totheeditors?|letters?|bookreviews?|obituary|news|frontmatter|backmatter|tableofcontents|contents|abstracts?|summary|acknowledge?ments?|references|appendix|inthisissue|einleitung|vorwort|éditorial|avantpropos|introducción|presentación|editorialboard)$/;

export type TitlesVerdict = 'same' | 'alike' | 'different' | 'unknown';

/** The keys of a title, the plain one first: letters and digits, folded. Others are other spellings of it. */
export function titleKeys(title = ''): string[] {
  const parts = /^(.+?)\s*\[(.+)\]\.?$/.exec(title);
  const [, before = '', inside = ''] = parts && !ABOUT.test(parts[2] ?? '') ? parts : [];
  const long = [before, inside].filter((part) => keyOf(part).length >= PART);
  const spelt = title
    .toLowerCase()
    .normalize('NFC')
    .replace(LETTERS, (letter) => WRITTEN_OUT[letter] ?? greekName(fold(letter)) ?? letter);
  return [...new Set([title, spelt, ...(long.length > 1 ? long : [])].map(keyOf))].filter(Boolean);
}

/** A title without letters is known by its pictures and signs. */
function keyOf(title: string): string {
  return (fold(title) || (title.match(/\p{S}/gu) ?? []).join('')).slice(0, MAX_KEY);
}

/** `same` in another spelling, too; `alike`: most words are the same, and no number or kind of work differs. */
export function compareTitles(a = '', b = ''): TitlesVerdict {
  if (!a || !b) return 'unknown';
  const keys = titleKeys(a);
  if (titleKeys(b).some((key) => keys.includes(key))) return 'same';
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
  const dense =
    key.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu)
      ?.length ?? 0;
  const words = title.split(/\s+/).filter((word) => fold(word) !== '').length;
  const weight = Math.max(words, dense / 2);
  return weight >= 4 ? 2 : weight >= 2 ? 1 : 0;
}

function wordsIn(text: string): Set<string> {
  return new Set(
    text
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .map(fold)
      .filter((word) => word.length > 1),
  );
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
