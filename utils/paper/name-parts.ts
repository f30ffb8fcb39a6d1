/** The parts of people's names, as bibliographies need them. What a source told comes first; else they are guessed. */
import type { NameParts, Paper } from './schema';

/** Words that only names of groups have. */
const GROUP_WORD =
  /\b(?:association|board|bureau|center|centre|collaborations?|college|committee|community|company|consortium|consortia|corporation|council|department|foundation|group|inc|initiative|institutes?|investigators|laborator(?:y|ies)|labs?|llc|ltd|ministry|network|office|organi[sz]ation|project|society|team|university|working)\b/i;
const SUFFIX = /^(?:jr|sr|2nd|3rd|ii|iii|iv|v)\.?$/i;
/** `AL`, `A.L.`, `A.-L.`: initials that stand behind the family name. */
const INITIALS = /^(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,4})$/u;
/** Scripts that write the family name first. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;
/** Words that join two family names. */
const JOINING = new Set(['y', 'e', 'i']);

type Person = Extract<NameParts, { family: string }>;

/** The parts of a displayed name. */
export function namePartsOf(name: string, told: Paper['nameParts']): NameParts {
  return told && Object.hasOwn(told, name) ? (told[name] ?? guess(name)) : guess(name);
}

/** A group, or a name that cannot be told apart, is a `literal`. */
function guess(displayed: string): NameParts {
  const name = displayed.replace(/\s+/g, ' ').trim();
  if (GROUP_WORD.test(name) || /\sand\s|&|\d/i.test(name)) return { literal: name };
  if (name.includes(',')) return byCommas(name);
  const words = name.split(' ');
  const suffix = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const parts = inOrder(words);
  if (!parts) return { literal: name };
  return suffix === undefined ? parts : { ...parts, suffix };
}

/** `Family, Given`, `Family, Jr., Given`, `Given Family, Jr.` */
function byCommas(name: string): NameParts {
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const suffix = parts.slice(1).find((part) => SUFFIX.test(part));
  const [family = '', given, ...more] = parts.filter((part) => part !== suffix);
  if (more.length > 0 || family === '') return { literal: name };
  if (given === undefined) {
    const person = inOrder(family.split(' ')) ?? { family };
    return suffix === undefined ? { literal: family } : { ...person, suffix };
  }
  return { ...withParticle(family.split(' ')), given, ...(suffix && { suffix }) };
}

/** The parts of `Given Family`; undefined if there is one word only. */
function inOrder(words: string[]): Person | undefined {
  const [first = '', ...others] = words;
  if (others.length === 0) return undefined;
  if (words.every((word) => FAMILY_FIRST.test(word))) return { family: first, given: others.join(' ') };
  const initials = others.findIndex((_, index) => others.slice(index).every((word) => INITIALS.test(word)));
  if (initials >= 0 && !INITIALS.test(first) && first !== first.toUpperCase()) {
    const family = words.slice(0, initials + 1);
    return { ...withParticle(family), given: others.slice(initials).join(' ') };
  }
  const at = familyBegins(words);
  const given = words.slice(0, at).join(' ');
  return { ...withParticle(words.slice(at)), ...(given && { given }) };
}

/** Where the family name begins, with its particle: lower-case words within a name are particles. */
function familyBegins(words: readonly string[]): number {
  const last = words.length - 1;
  if (words.every(isLower)) return last;
  const joining = words.findIndex((word, index) => index > 1 && index < last && JOINING.has(word));
  if (joining > 0) return joining - 1;
  const particle = words.findIndex((word, index) => index < last && isLower(word));
  return particle >= 0 ? particle : last;
}

function withParticle(words: readonly string[]): Person {
  const at = words.findIndex((word) => !isLower(word));
  if (at <= 0) return { family: words.join(' ') };
  return { particle: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
}

function isLower(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word);
}
