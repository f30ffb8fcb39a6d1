/** Names of people and groups as BibTeX parts them: `van Beethoven, Ludwig and King, Jr., Martin and {World Health Organization}`. */
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts, Paper } from '@/utils/paper/schema';
import { texOf } from './tex-text';

type Person = Extract<NameParts, { family: string }>;

/** The names, and `others` if there are more. undefined if there is none. */
export function namesTex(
  names: readonly string[],
  { nameParts, authorCount = 0 }: Pick<Paper, 'nameParts' | 'authorCount'>,
  ascii: boolean,
): string | undefined {
  const written = names.map((name) => nameTex(namePartsOf(name, nameParts), ascii)).filter(Boolean);
  if (written.length === 0) return undefined;
  return [...written, ...(authorCount > names.length ? ['others'] : [])].join(' and ');
}

/** A group, or somebody with one name, is in braces: nothing in it is parted. */
function nameTex(parts: NameParts, ascii: boolean): string {
  if ('literal' in parts) return inBraces(texOf(parts.literal, ascii));
  const { family, given = '', particle = '', suffix = '' } = inTex(parts, ascii);
  const gap = particle === '' || /['’]$/.test(particle) ? '' : ' ';
  const last = `${particle}${gap}${familyTex(family)}`;
  if (given !== '') return [last, suffix, given].filter(Boolean).join(', ');
  if (particle !== '' && suffix === '') return last;
  return inBraces([particle, family, suffix].filter(Boolean).join(' '));
}

function inTex(parts: Person, ascii: boolean): Person {
  const written = Object.entries(parts).map(([name, text = '']) => [name, texOf(text, ascii)] as const);
  return Object.fromEntries(
    written.map(([name, tex]) => [name, name === 'family' ? tex : unparted(tex)]),
  ) as Person;
}

/**
 * BibTeX takes words in lower case for particles, also within a family name; and words that begin with a letter beyond ASCII,
 * too.
 */
function familyTex(tex: string): string {
  const [first = '', ...others] = tex.split(' ');
  const misread = others.some((word) => !/^[A-Z]/.test(word)) || (others.length > 0 && !/^[ -~]/.test(first));
  return misread ? inBraces(tex) : unparted(tex);
}

/** In braces if something in it parts names. */
function unparted(tex: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(tex) ? inBraces(tex) : tex;
}

function inBraces(tex: string): string {
  return tex && `{${tex}}`;
}
