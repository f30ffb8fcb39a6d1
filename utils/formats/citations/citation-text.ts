/** Runs as texts: plain, or HTML that pages, mail and word processors take. */
import { escapeXml } from '@/utils/text/xml';
import type { Run } from './piece';

/** As plain text, on one line. */
export function plainText(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As HTML. */
export function richText(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic }) => (italic ? `<i>${escapeXml(text)}</i>` : escapeXml(text)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
