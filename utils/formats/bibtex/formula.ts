/** Formulas of titles and abstracts. */
import { drawFormula } from '@/utils/text/draw-formula';
import { inFormula } from './tex-letters';

/**
 * A formula (without its dollars) in braces, which keep its capitals. Undefined unless all its commands are known: others may be
 * macros of its author, at which TeX stops, or worse.
 */
export function formulaTex(formula: string, ascii: boolean): string | undefined {
  if (drawFormula(formula) === undefined) return undefined;
  const escaped = formula.replace(/\\[\s\S]|[%#]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
  const tex = isBalanced(escaped) ? escaped : escaped.replace(/\\[{}]/g, named);
  if (!isBalanced(tex) || /\\$/.test(tex.replace(/\\\\/g, ''))) return undefined;
  return `{$${ascii ? inFormula(tex) : tex}$}`;
}

/** BibTeX counts `\{` as a brace. */
function named(brace: string): string {
  return brace === '\\{' ? String.raw`\lbrace ` : String.raw`\rbrace `;
}

/** For TeX, and for BibTeX, which counts escaped braces, too. */
function isBalanced(tex: string): boolean {
  return [tex, tex.replace(/\\[\s\S]/g, '')].every((text) => {
    let depth = 0;
    for (const [sign] of text.matchAll(/[{}]/g)) {
      depth += sign === '{' ? 1 : -1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });
}
