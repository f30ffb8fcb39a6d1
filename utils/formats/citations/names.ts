/** Names of people and groups, one by one and in lists. */
import type { CslName } from '@/utils/formats/parts/csl-item';
import { initials, withStops } from './initials';
import { around, italic, joined, met, NOTHING, type Piece, plain } from './piece';
import { prose } from './prose';

export interface NamesStyle {
  /** Which names begin with the family name. */
  inverted: 'all' | 'first' | 'none';
  /** How given names are written. */
  given: 'whole' | 'stops' | 'initials' | 'letters';
  /** What stands between the family name and what follows it, if inverted. */
  sortSeparator?: ', ' | ' ';
  /** `Beethoven, Ludwig van` instead of `van Beethoven, Ludwig`. */
  particleLast?: true;
  /** The word before the last name. */
  and?: 'and' | '&';
  /** A comma stands before that word also between two names. */
  commaBeforeAnd?: true;
  /** Of so many names and more only the first are written. */
  most?: { from: number; first: number; last?: true; comma?: true; italic?: true };
}

/** A list of names; nothing if there are none. */
export function names(list: readonly CslName[] | undefined, style: NamesStyle): Piece {
  if (!list?.length) return NOTHING;
  const { most } = style;
  const cut = most && list.length >= most.from ? most.first : list.length;
  const shown = list.slice(0, cut).map((name, index) => one(name, style, index));
  const last = list.at(-1);
  // A comma between two names would make the second a part of the first, unless it is a person.
  const apart = style.commaBeforeAnd && !(list.length === 2 && last && 'literal' in last);
  if (!most || cut === list.length) return listed(shown, style.and, apart);
  if (most.last && last) return joined(', … ', joined(', ', ...shown), one(last, style, list.length - 1));
  const others = most.italic ? italic(plain('et al.')) : plain('et al.');
  return joined(most.comma || cut > 1 ? ', ' : ' ', joined(', ', ...shown), others);
}

function listed(shown: readonly Piece[], and?: string, commaBeforeAnd?: boolean): Piece {
  const first = joined(', ', ...shown.slice(0, -1));
  const last = shown.at(-1) ?? NOTHING;
  if (!and) return joined(', ', first, last);
  return joined(commaBeforeAnd || shown.length > 2 ? `, ${and} ` : ` ${and} `, first, last);
}

/** Scripts that write the family name first, and nothing between the two. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u;

function one(name: CslName, style: NamesStyle, index: number): Piece {
  if ('literal' in name) return prose(name.literal);
  const { family, given = '', suffix = '', 'non-dropping-particle': particle = '' } = name;
  if (FAMILY_FIRST.test(family))
    return prose(family + (/^\p{Script=Latin}/u.test(given) ? ` ${given}` : given));
  const first = shortened(given, style);
  const inverted = style.inverted === 'all' || (style.inverted === 'first' && index === 0);
  const whole = withParticle(particle, family);
  if (!inverted) return joined(' ', prose(first), prose(whole), prose(suffix));
  const separator = style.sortSeparator ?? ', ';
  if (style.particleLast) {
    const [before, bare] = particle ? [particle, family] : apartOf(family);
    return joined(separator, prose(bare), joined(' ', prose(first), prose(before)), prose(suffix));
  }
  return joined(separator, prose(whole), prose(first), prose(suffixIn(suffix, style)));
}

/** A family name without what stands before its capital: `d’Alembert`, `al-Haytham`. */
function apartOf(family: string): [particle: string, family: string] {
  const [, particle = '', bare = family] =
    /^((?:\p{Ll}+\s|\p{Ll}{1,3}['’-])+)(\p{Lu}.*)$/u.exec(family) ?? [];
  return [particle.trim(), bare];
}

function withParticle(particle: string, family: string): string {
  return /['’-]$/.test(particle) ? particle + family : [particle, family].filter(Boolean).join(' ');
}

function shortened(given: string, { given: form }: NamesStyle): string {
  if (form === 'whole') return given;
  if (form === 'stops') return withStops(given);
  return initials(given, form === 'initials' ? '. ' : '');
}

function suffixIn(suffix: string, { given }: NamesStyle): string {
  return given === 'letters' ? suffix.replace(/\./g, '') : suffix;
}

/** Editors with their label behind. */
export function labelledNames(
  list: readonly CslName[] | undefined,
  style: NamesStyle,
  before: string,
  [single, plural]: readonly [string, string],
  after = '',
): Piece {
  const label = list && list.length > 1 ? plural : single;
  const piece = names(list, style);
  return piece.length > 0 ? met(piece, around(before, plain(label), after)) : NOTHING;
}
