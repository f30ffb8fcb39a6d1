/** Values of JSON that somebody else wrote, as what is kept. Others read as empty. */

const LONGEST = 100_000;
const MOST_TAGS = 200;
const LONGEST_TAG = 100;

/** A text, or a number as one. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST) : typeof value === 'number' ? String(value) : '';
}

/** Tags in a list, or in a text that parts them by commas. */
export function tagsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const tags = list.map((tag) => textIn(tag).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TAG));
  return [...new Set(tags)].filter(Boolean).slice(0, MOST_TAGS);
}
