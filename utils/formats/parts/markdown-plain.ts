/** The text that a line of Markdown shows, as `markdown-text.ts` wrote it. */
import { entities } from './html-text';

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

export function plainText(markdown: string): string {
  return markdown.replace(ESCAPED, '$1');
}

/** The address of a link: entities and the signs that were escaped in it. */
export function linkAddress(destination: string): string {
  return entities(destination.replace(ESCAPED, '$1'));
}
