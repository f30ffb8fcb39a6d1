/** The lines of a text, as they are, whichever way they end: CRLF, LF, CR, or all of these. */

/** Each with its number, counted from 1. */
export function* linesOf(text: string): Generator<[line: string, number: number]> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const whole = text.slice(at, end < 0 ? undefined : end);
    const line = end >= 0 && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    if (line.includes('\r')) for (const part of line.split('\r')) yield [part, ++number];
    else yield [line, ++number];
    at = end < 0 ? text.length : end + 1;
  }
}
