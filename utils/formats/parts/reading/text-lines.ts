/** The lines of a text, as they are, whichever way they end: CRLF, LF, CR, or all of these. */
import { type OnShare, sharesOf } from '../progress';

/** Each with its number, counted from 1. */
export function* linesOf(text: string, onShare?: OnShare): Generator<[line: string, number: number]> {
  const tell = sharesOf(text.length, onShare);
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const whole = text.slice(at, end < 0 ? undefined : end);
    const line = end >= 0 && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    if (line.includes('\r'))
      for (const part of line.split('\r')) {
        yield [part, ++number];
        at += part.length + 1;
        tell(at);
      }
    else yield [line, ++number];
    at = end < 0 ? text.length : end + 1;
    tell(at);
  }
}
