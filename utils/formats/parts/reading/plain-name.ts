/** Names as formats with tags write them, one a line: `Family, Given, Suffix`, `Given Family`, the name of a group. */
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts } from '@/utils/paper/schema';
import { oneLine } from '@/utils/text/clean';
import { elided, personOf, SUFFIX } from './stated-names';

/** A word that joins names within the name of a group. */
const JOINED = /,\s*(?:and|und|et|y|&)\s/i;

/** The parts of a name; undefined if the text is none. */
export function partsOfName(text: string): NameParts | undefined {
  const name = oneLine(text).replace(/^[,;\s]+|[;\s]+$/g, '');
  if (name === '' || /^et al\.?$/i.test(name)) return undefined;
  // EndNote marks a group by a comma behind it.
  const pieces = name.split(',').map((piece) => piece.trim());
  if (/,$/.test(name) && pieces.filter(Boolean).length === 1) return { literal: pieces[0] ?? '' };
  if (pieces.length === 1) return namePartsOf(name, undefined);
  if (isGroup(name)) return { literal: name };
  const [last = '', second = '', ...more] = pieces.filter((piece, index) => index === 0 || piece !== '');
  const given = more.join(', ');
  if (given === '') return SUFFIX.test(second) ? named(last, '', second) : named(last, second, '');
  // BibTeX has the suffix in the middle, all others have it last.
  return SUFFIX.test(second) ? named(last, given, second) : withSuffix(last, second, more);
}

function withSuffix(last: string, second: string, more: readonly string[]): NameParts {
  const suffix = SUFFIX.test(more.at(-1) ?? '') ? (more.at(-1) ?? '') : '';
  const others = suffix === '' ? more : more.slice(0, -1);
  return named(last, [second, ...others].join(', '), suffix);
}

/** `Sciences, Engineering, and Medicine`, `Society of Lamps, Oil Section`. */
function isGroup(name: string): boolean {
  if (JOINED.test(name)) return true;
  return name.split(' ').length > 3 && 'literal' in namePartsOf(name.replaceAll(',', ''), undefined);
}

/** A suffix may stand behind the family name or, in PubMed's files, behind the given one. */
function named(last: string, first: string, suffix: string): NameParts {
  const [words, given] = [last, first].map((part) => part.split(' ').filter(Boolean)) as [string[], string[]];
  let ending = suffix;
  for (const part of [words, given])
    if (ending === '' && part.length > 1 && SUFFIX.test(part.at(-1) ?? '')) ending = part.pop() ?? '';
  const begins = words.findIndex((word) => !isParticle(word));
  const at = begins < 0 ? words.length - 1 : begins;
  return personOf({
    ...elided(words.slice(0, at).join(' '), words.slice(at).join(' ')),
    given: given.join(' '),
    suffix: ending,
  });
}

function isParticle(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word) && !/^['’]?\p{Ll}['’]\p{Lu}/u.test(word);
}
