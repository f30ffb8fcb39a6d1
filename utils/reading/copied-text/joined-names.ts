/** Joins names that a copied list has in several lines: `Ada Berg`, `,`, `Bo Cai`. Pure. */
import { scanNames } from '../people/scan-names';
import type { Line } from './lines';

const SEPARATOR = /^(?:[,;&·|]|and|und|et|y)$/i;
const OPEN = /(?:[,;&]|\s(?:and|und|et|y))$/i;

/** The lines, with each row of names that goes on in one. A comma or the like must say that it does. */
export function withJoinedNames(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; ) {
    const start = lines[index] as Line;
    let text = start.text;
    index++;
    if (isNames(text))
      for (let next = lines[index]; next; next = lines[index]) {
        const open = OPEN.test(text);
        if (!open && SEPARATOR.test(next.text) && isNames(lines[index + 1]?.text ?? ''))
          text += ` ${next.text}`;
        else if (open && isNames(next.text)) text += ` ${next.text}`;
        else break;
        index++;
      }
    joined.push({ text: text.replace(/\s+([,;])/g, '$1'), gap: start.gap });
  }
  return joined;
}

function isNames(text: string): boolean {
  if (text.length > 1500) return false;
  const found = scanNames(text);
  return found !== undefined && /^[\s.,;&*]*(?:and|und|et|y)?$/i.test(text.slice(found.end));
}
