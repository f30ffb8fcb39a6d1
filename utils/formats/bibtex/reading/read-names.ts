/** Names as BibTeX parts them (btxdoc, “Names”), and as BibLaTeX writes them with `family=…`. */

import {
  elided,
  MOST_NAMES,
  personOf,
  type ReadNames,
  SUFFIX,
  statedNames,
} from '@/utils/formats/parts/reading/stated-names';
import { readAuthorLine } from '@/utils/paper/author-line';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts } from '@/utils/paper/schema';
import { enclosed, splitTex } from './split-tex';

type TextOf = (tex: string) => string;

const OTHERS = /^(?:others|et\s+al\.?)$/i;
const LABELLED = /^(?:family|given|prefix|suffix)(?:-i)?\s*=/i;

/** The names in a field such as `author`. */
export function readNames(tex: string, textOf: TextOf): ReadNames {
  const list = listOf(` ${tex.replace(/[\s~]+/g, ' ').trim()} `).filter((one) => !OTHERS.test(one));
  return statedNames(list.map((one) => partsOf(one, textOf)));
}

/** Names are joined by `and`; some people part them by commas or semicolons only. */
function listOf(tex: string): string[] {
  const list = splitTex(tex, / and(?= )/g).map((one) => one.trim());
  const [only = ''] = list;
  if (list.length > 1) return list.filter((one) => one !== '' && !/^and$/i.test(one)).slice(0, MOST_NAMES);
  const inside = enclosed(only);
  const within = inside === undefined ? [] : splitTex(inside, / and(?= )/g);
  if (within.length > 1 && within.every((one) => one.includes(',')))
    return within.map((one) => one.trim()).slice(0, MOST_NAMES);
  const isList = !LABELLED.test(only) && (splitTex(only, /;/g).length > 1 || splitTex(only, /,/g).length > 3);
  return isList && only.length < 20_000 ? readAuthorLine(only.replace(/[{}]/g, '')) : [only];
}

function partsOf(tex: string, textOf: TextOf): NameParts {
  if (LABELLED.test(tex)) return labelled(tex, textOf);
  const group = enclosed(tex);
  if (group !== undefined) return { literal: textOf(group).trim() };
  const pieces = splitTex(tex, /,/g).map((piece) => piece.trim());
  const [last = '', second = '', ...more] = pieces.filter((piece, index) => index === 0 || piece !== '');
  if (second === '') return inOrder(last, textOf);
  const given = more.join(', ');
  if (given === '')
    return SUFFIX.test(second)
      ? ({ ...inOrder(last, textOf), suffix: second } as NameParts)
      : named(last, second, '', textOf);
  // RIS has the suffix last, and so has who thinks of it.
  return SUFFIX.test(given) ? named(last, second, given, textOf) : named(last, given, second, textOf);
}

/** `family=Ackooij, given=W., prefix=van, useprefix=true` */
function labelled(tex: string, textOf: TextOf): NameParts {
  const told = new Map(
    splitTex(tex, /,/g).map((part) => {
      const [, name = '', value = ''] = /^\s*"?([\w-]+)\s*=\s*(.*?)"?\s*$/s.exec(part) ?? [];
      return [name.toLowerCase(), textOf(value).trim()];
    }),
  );
  const [family = '', given = '', particle = '', suffix = ''] = ['family', 'given', 'prefix', 'suffix'].map(
    (name) => told.get(name) ?? '',
  );
  return family === ''
    ? { literal: [given, particle, suffix].filter(Boolean).join(' ') }
    : personOf({ family, given, particle, suffix });
}

/** `van Beethoven` and what else was said of him. */
function named(last: string, given: string, suffix: string, textOf: TextOf): NameParts {
  const words = splitTex(last, / /g).filter(Boolean);
  const ending =
    suffix === '' && words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : suffix;
  const firstName = words.findIndex((word) => !isParticle(word));
  const begins = firstName < 0 ? words.length - 1 : firstName;
  const [particle, family] = [words.slice(0, begins), words.slice(begins)].map((some) =>
    textOf(some.join(' ')).trim(),
  );
  return personOf({
    ...elided(particle ?? '', family ?? ''),
    given: textOf(given).trim(),
    suffix: textOf(ending).trim(),
  });
}

/** `Charles de la Vallée Poussin`. Without braces its parts are told from it as from any name. */
function inOrder(tex: string, textOf: TextOf): NameParts {
  const text = textOf(tex).trim();
  if (!tex.includes('{')) return namePartsOf(text, undefined);
  const words = splitTex(tex, / /g).filter(Boolean);
  if (words.length < 2) return { literal: text };
  const suffix = SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && isParticle(word),
  );
  const at = particle > 0 ? particle : words.length - 1;
  return named(words.slice(at).join(' '), words.slice(0, at).join(' '), suffix, textOf);
}

/** A word in braces is none, but one that begins with the TeX of a letter may be. */
function isParticle(word: string): boolean {
  return (
    /^(?:\p{Ll}|['’]\p{Ll}|\{?\\[^A-Za-z]?\{?[a-z])/u.test(word) && !/^['’]?\p{Ll}['’]\p{Lu}/u.test(word)
  );
}
