/** Pages as sources write them: `1-9`, `1–9`, `1--9`, `e17`. */

const RANGE = /^\s*([^\s,;–—-]+)\s*[–—-]+\s*([^\s,;–—-]+)\s*$/;

/** The first page, and the last one where both are told; the whole text in front if it is no simple range. */
export function pageRange(pages: string): [first: string, last?: string] {
  const [, first, last] = RANGE.exec(pages) ?? [];
  return first !== undefined && last !== undefined ? [first, last] : [pages.trim()];
}
