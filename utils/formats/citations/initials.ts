/** Given names as initials, and initials in one spelling. */

/** A word of a given name with what parts it from the next: spaces or a hyphen, unless a small letter follows it. */
const WORD = /([^\s-]+(?:-\p{Ll}[^\s-]*)*)([\s-]*)/gu;

/** Initials of given names: `Jean-Luc Marie` is `J.-L. M.`; without stops and hyphens `JLM`. */
export function initials(given: string, stop: '. ' | ''): string {
  if (!/^[\p{L}]/u.test(given)) return given;
  const name = stop === '' ? given.replace(/-/g, ' ') : given;
  return tidy(
    name.replace(/\.(?=\S)/g, '. ').replace(WORD, (_, word: string, between: string) => {
      const letter = initialOf(word);
      if (letter === undefined) return ` ${word}${between}`;
      return letter + stop + (between.includes('-') ? '-' : '');
    }),
  );
}

/** Initials among given names in one spelling: `J.R.R.` and `J R R` are `J. R. R.` */
export function withStops(given: string): string {
  return tidy(
    given
      .replace(/\.(?=[^\s-])/g, '. ')
      .replace(/(?<![\p{L}\p{M}\p{N}'’])(\p{Lu})(?![\p{L}\p{M}.'’])/gu, '$1.'),
  );
}

/** The first letter of a word with its marks, unless it is a small one. */
function initialOf(word: string): string | undefined {
  return /^[\p{Lu}\p{Lt}\p{Lo}]\p{M}*/u.exec(word.normalize('NFC'))?.[0];
}

function tidy(text: string): string {
  return text
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
