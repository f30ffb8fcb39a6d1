/** Addresses and identifiers, which are written as they are; but many programs escape signs in them as if they were text. */

/** What a value says without TeX. */
export function verbatim(tex: string): string {
  if (!/[\\{}$\s]/.test(tex)) return tex;
  return tex
    .replace(/\\(?:url|path|nolinkurl)(?![A-Za-z])\s*/g, '')
    .replace(/\$\s*(?:\\sim|([<>]))\s*\$/g, (_, sign) => sign ?? '~')
    .replace(/\\(?:text)?(?:asciitilde|sim)(?![A-Za-z])\s*(?:\{\})?|\\~\{\}/g, '~')
    .replace(/\\textunderscore(?![A-Za-z])\s*(?:\{\})?/g, '_')
    .replace(/\\text(less|greater)(?![A-Za-z])\s*(?:\{\})?/g, (_, name) => (name === 'less' ? '<' : '>'))
    .replace(/\\([^A-Za-z])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

/** The first of several addresses. */
export function firstAddress(tex: string): string | undefined {
  return /https?:\/\/[^\s<>"|]{1,2000}/i.exec(verbatim(tex))?.[0];
}
