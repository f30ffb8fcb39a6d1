/** Names whose parts a file tells: how lists show them, and which parts have to be kept. */
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts } from '@/utils/paper/schema';

/** Names in order as lists show them, and the parts of those that cannot be told from that. */
export interface ReadNames {
  names: string[];
  parts: Map<string, NameParts>;
}

export type Person = Extract<NameParts, { family: string }>;

/** Most names of a paper, and the longest one. */
export const MOST_NAMES = 5000;
const LONGEST = 200;
export const SUFFIX = /^(?:[Jj][Rr]|[Ss][Rr]|2nd|3rd|I{2,3}|IV)\.?$/;
/** Scripts that write the family name first. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u;

/** Names of which a file tells the parts. Empty ones are left out. */
export function statedNames(stated: Iterable<NameParts>): ReadNames {
  const read: ReadNames = { names: [], parts: new Map() };
  for (const parts of stated) {
    if (read.names.length === MOST_NAMES) break;
    const name = displayed(parts).slice(0, LONGEST).trim();
    if (name === '') continue;
    read.names.push(name);
    if (!read.parts.has(name) && name !== '__proto__' && !isGuessed(parts, name))
      read.parts.set(name, shortened(parts));
  }
  return read;
}

/** Without the parts that are empty; without a family name, it is the name of a group. */
export function personOf(parts: Record<keyof Person, string | undefined>): NameParts {
  const told = Object.entries(parts).filter(([, text]) => text);
  return parts.family
    ? (Object.fromEntries(told) as Person)
    : { literal: told.map(([, text]) => text).join(' ') };
}

/** `d'Alembert` has a particle that is a part of its word. */
export function elided(particle: string, family: string): { particle: string; family: string } {
  const [, start, rest] = particle === '' ? (/^(d['’])(\p{Lu}.*)$/u.exec(family) ?? []) : [];
  return start && rest ? { particle: start, family: rest } : { particle, family };
}

/** A name as lists show it. */
function displayed(parts: NameParts): string {
  if ('literal' in parts) return parts.literal.replace(/\s+/g, ' ');
  const { family, given, particle, suffix } = parts;
  const joins = particle && /['’]$/.test(particle);
  const last = joins ? `${particle}${family}` : [particle, family].filter(Boolean).join(' ');
  const whole = given && FAMILY_FIRST.test(last + given) ? [last, given] : [given, last];
  return [...whole, suffix].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

function shortened(parts: NameParts): NameParts {
  return Object.fromEntries(
    Object.entries(parts).map(([part, text = '']) => [part, text.slice(0, LONGEST)]),
  ) as NameParts;
}

/** Whether the parts are those that would be told from the name alone. */
function isGuessed(parts: NameParts, name: string): boolean {
  const guessed: Record<string, string | undefined> = { ...namePartsOf(name, undefined) };
  const stated: Record<string, string | undefined> = { ...parts };
  return ['family', 'given', 'particle', 'suffix', 'literal'].every((part) => guessed[part] === stated[part]);
}
