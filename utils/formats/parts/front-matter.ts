/** Front matter in YAML, as Obsidian reads its properties: https://help.obsidian.md/properties */

export type Property = string | number | boolean | readonly string[] | undefined;

/** What JSON leaves as it is, and YAML has to have escaped: https://yaml.org/spec/1.2.2/#51-character-set */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** The block with its dashes. Absent values, and lists and texts without anything, are left out. */
export function frontMatter(properties: Readonly<Record<string, Property>>): string {
  const lines = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : linesOf(name, value),
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

function linesOf(name: string, value: Exclude<Property, undefined>): string[] {
  if (typeof value !== 'object') return [`${name}: ${scalar(value)}`];
  return value.length === 0 ? [] : [`${name}:`, ...value.map((one) => `  - ${scalar(one)}`)];
}

/** The text of JSON is YAML. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.toWellFormed()).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
