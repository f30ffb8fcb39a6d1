/** Helpers for reading pages, so that a site's `read` looks like a table of fields and selectors. */

/** Longest text taken from a page, in UTF-16 units; the same limit as in `PaperCard`. */
const RAW_TEXT = 20_000;

/** Text of the first match inside `root`, trimmed; undefined if there is no match or no text. */
export function text(root: ParentNode, selector: string): string | undefined {
  return clip(root.querySelector(selector)?.textContent?.trim());
}

/** Attribute of the first match inside `root`; undefined if missing or empty. */
export function attr(root: ParentNode, selector: string, name: string): string | undefined {
  return clip(root.querySelector(selector)?.getAttribute(name)?.trim());
}

/** A string cut to what a card may carry; undefined if it is empty or not a string. */
export function clip(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, RAW_TEXT) : undefined;
}

/** The first whole number in a text (`12`, `1,024`); undefined if there is none (`-`). */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : undefined;
  const digits = typeof value === 'string' ? /\d[\d,]*/.exec(value)?.[0].replaceAll(',', '') : undefined;
  return digits && digits.length <= 9 ? Number(digits) : undefined;
}
