/** Reads lists of people's names on one line. */

/**
 * The words of a name start with a capital or have no case, except particles: `Ada van der Berg`, `J.-P. Doe`,
 * `李明`.
 */
const NAME =
  /^(?:(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*|v[ao]n|d[eiu]|der?|den|la|le|el|al|bin|ibn|dos?|da|ten?|ter|y)(?: (?:(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]*|v[ao]n|d[eiu]|der?|den|la|le|el|al|bin|ibn|dos?|da|ten?|ter|y)){1,5}$/u;

/** The names of a line such as `Ada Berg, Bo Cai and Cy Doe`. */
export function splitNames(line: string): string[] {
  return line
    .replace(/\s*\b(?:et al\.?|…|\(\d+ more authors.*\)|\(\d+ additional authors.*)$/i, '')
    .split(/\s*(?:[,;，、；]|\band\b|&)\s*/)
    .map((name) => name.replace(/\s*\([^()]*\)$/, '').trim())
    .filter((name) => name !== '' && name.length <= 200)
    .slice(0, 5000);
}

/** Whether a line is a list of at least two names and nothing else. */
export function isNameList(line: string): boolean {
  const names = splitNames(line);
  return names.length >= 2 && names.length <= 5000 && names.every((name) => NAME.test(name));
}

/** Whether a line is a single name. */
export function isName(line: string): boolean {
  return line.length <= 60 && NAME.test(line);
}
