/** Braces by which sources keep capitals, as BibTeX has them: `{S}trange`, `{BERT}`. Sets such as `{1, 2}` are none. */

const CASE_BRACES = /\{([\p{L}\p{M}\p{N} ./’'+-]*\p{Lu}[\p{L}\p{M}\p{N} ./’'+-]*)\}/gu;

/** The text without them. Pairs may stand within pairs. */
export function withoutCaseBraces(text: string): string {
  return text.replace(CASE_BRACES, '$1').replace(CASE_BRACES, '$1');
}
