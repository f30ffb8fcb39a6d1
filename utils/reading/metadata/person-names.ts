/** Reads people's names as metadata writes them. */

/** Most authors a card may carry. */
const MAX_AUTHORS = 5000;
/** Longest name, in UTF-16 units; more than the library keeps. */
const MAX_NAME = 300;

/** Suffixes: they may follow a comma but are not first names. */
const SUFFIX = /^(?:jr|sr|i{1,3}|iv|v|ph\.?\s?d|m\.?d|inc|ltd|llc|gmbh|b\.?v|et al)\.?$/i;

/**
 * Takes values with one author each or with several (`Doe, Jane; Roe, Richard`,
 * `Jane Doe, Richard Roe and Max Moe`). Returns names in spoken order: `Jane Doe`.
 */
export function personNames(values: readonly string[]): string[] {
  const names = values
    .slice(0, MAX_AUTHORS)
    .flatMap(parted)
    .map((name) => spoken(name).slice(0, MAX_NAME))
    .filter((name) => /\p{L}/u.test(name))
    .slice(0, MAX_AUTHORS);
  // Some pages state the whole list twice, once per language.
  const half = names.length / 2;
  const twice = names.length > 2 && names.slice(0, half).every((name, index) => name === names[half + index]);
  return twice ? names.slice(0, half) : names;
}

/** `Doe, Jane` → `Jane Doe`; `Doe, Jane, Jr.` → `Jane Doe Jr.`; a name without a comma is unchanged. */
function spoken(name: string): string {
  const [last = '', first = '', suffix = '', ...rest] = name.split(',').map((part) => part.trim());
  if (!first || rest.length > 0 || SUFFIX.test(first)) return name.trim();
  return [first, last, suffix].filter(Boolean).join(' ');
}

function parted(value: string): string[] {
  const text = value.slice(0, 20_000).replace(/\s+/g, ' ');
  if (text.includes(';')) return text.split(';');
  const parts = text.split(/,? and |, /);
  // One comma means `Last, First`, even if each part has two words: `García Márquez, Gabriel José`.
  if (parts.length === 2 && text.includes(', ') && !text.includes(' and ')) return [text];
  // `Doe, Jane, Jr.` is one name; in a list of names each part has two words.
  const isList = parts.length > 1 && parts.every((part) => /\S \S/.test(part.trim()));
  return isList ? parts : text.includes(', ') ? [text] : text.split(' and ');
}
