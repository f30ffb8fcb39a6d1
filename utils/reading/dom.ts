/** A tiny vocabulary for reading pages: a site's `read` should look like a table of fields and selectors. */

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

/** At most as much of a string as a card may carry; undefined for anything that is no text. */
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
