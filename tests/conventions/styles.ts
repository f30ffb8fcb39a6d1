/** A simple reading of our style sheets: which rule says what of whom. */
import { filesIn, read, shipped } from './files';

/** A rule with one of its selectors. */
export interface StyleRule {
  path: string;
  selector: string;
  /** Values by property; shorthands are kept as they stand. */
  declarations: Map<string, string>;
}

/** The sheets whose class names share a page. The buttons on foreign pages stand in shadow trees of their own. */
export const sheets = [...shipped, ...filesIn('assets')].filter(
  (path) => path.endsWith('.css') && !path.startsWith('entrypoints/listing/'),
);

/** The rules of a sheet in their order, those within `@media` too; the steps of an animation are none. */
export function rulesIn(path: string, css = read(path)): StyleRule[] {
  const rules: StyleRule[] = [];
  const open: string[] = [];
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(import|charset)[^;]*;/g, '');
  for (const [, text = '', end] of plain.matchAll(/([^{}]*)([{}])/g)) {
    if (end === '{') {
      open.push(text.trim());
      continue;
    }
    const selectors = open.pop() ?? '';
    if (selectors.startsWith('@') || open.some((outer) => /^@(-\w+-)?keyframes/.test(outer))) continue;
    const declarations = declarationsOf(text);
    for (const selector of split(selectors, ',')) rules.push({ path, selector, declarations });
  }
  return rules;
}

/** Ids, classes (with attributes and pseudo-classes) and types of a selector, comparable as text. */
export function specificity(selector: string): string {
  const inside = [...selector.matchAll(/:(?:not|is|has)\(([^()]*)\)/g)].map(([, list = '']) =>
    split(list, ',').map(specificity).sort().at(-1),
  );
  const outside = selector.replace(/:(not|is|has|where)\([^()]*\)/g, '');
  const count = (pattern: RegExp) => outside.match(pattern)?.length ?? 0;
  const sum = [
    count(/#[\w-]+/g),
    count(/\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+/g),
    count(/(?<![\w.#:[-])[a-z][\w-]*(?![^[]*\])|::[\w-]+/g),
  ];
  for (const one of inside)
    for (const [at, n] of (one ?? '').split('.').entries()) sum[at] = (sum[at] ?? 0) + Number(n);
  return sum.join('.');
}

/** The last part of a selector: of what element it tells. */
export function subject(selector: string): string {
  return split(selector.replace(/\s*[>+~]\s*/g, ' '), ' ').at(-1) ?? '';
}

/** Splits at a separator that stands in no brackets. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text.replace(/\s+/g, ' ')) {
    if ('(['.includes(char)) depth++;
    if (')]'.includes(char)) depth--;
    if (char === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function declarationsOf(text: string): Map<string, string> {
  return new Map(
    split(text, ';').map((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return [property.trim(), value.join(':').trim()];
    }),
  );
}
