/** Braces: where a group ends. BibTeX counts also those with a backslash before them. */

const [OPEN, CLOSE, QUOTE, BACKSLASH, LINE_FEED, RETURN] = [...'{}"\\\n\r'].map((sign) => sign.charCodeAt(0));
/** What begins an entry, on a line of its own or behind a brace: what stands before it without an end was never closed. */
const NEXT_ENTRY =
  /[ \t]*@[ \t]*(?:(?:comment|preamble)\s{0,9}[{(]|[a-z][\w-]{0,60}\s{0,9}\{\s{0,9}[^{}=,"\n\r]{0,300}[,=])/iy;

/** Whether an entry begins at `at`, or behind spaces that begin there. */
export function beginsEntry(text: string, at: number): boolean {
  NEXT_ENTRY.lastIndex = at;
  return NEXT_ENTRY.test(text);
}

/** The place behind the brace that closes the group at `at`; -1 if there is none, or an entry begins before. */
export function groupEnd(text: string, at: number, overEntries = false): number {
  let depth = 0;
  for (let place = at; place < text.length; place++) {
    const sign = text.charCodeAt(place);
    if (sign === OPEN) depth++;
    else if (sign === CLOSE) {
      if (--depth === 0) return place + 1;
      if (!overEntries && beginsEntry(text, place + 1)) return -1;
    } else if (isBreak(sign) && !overEntries && beginsEntry(text, place + 1)) return -1;
  }
  return -1;
}

/**
 * The place behind the quotation mark that closes the value at `at`; -1 if there is none. One in braces does not close, nor one
 * that is the accent of a letter.
 */
export function quotedEnd(text: string, at: number): number {
  let depth = 0;
  for (let place = at + 1; place < text.length; place++) {
    const sign = text.charCodeAt(place);
    if (sign === OPEN) depth++;
    else if (sign === CLOSE) {
      if (--depth < 0) return -1;
    } else if (sign === QUOTE && depth === 0) {
      if (text.charCodeAt(place - 1) !== BACKSLASH || !/[\p{L}{\\]/u.test(text.charAt(place + 1)))
        return place + 1;
    } else if (isBreak(sign) && beginsEntry(text, place + 1)) return -1;
  }
  return -1;
}

function isBreak(sign: number): boolean {
  return sign === LINE_FEED || sign === RETURN;
}
