/** Tags as Obsidian takes them: no spaces, few signs, not only digits. https://help.obsidian.md/tags#Tag+format */
import { oneLine } from '@/utils/text/clean';

/** Marks that join emoji to one another. */
const JOINERS = /\u200c|\u200d|\p{Variation_Selector}/gu;
const REFUSED = /[\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/g;

/** Each once, ignoring case. Those of which nothing is left are left out. */
export function obsidianTags(tags: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const tag of tags.map(obsidianTag))
    if (tag && !found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag);
  return [...found.values()];
}

function obsidianTag(tag: string): string {
  const plain = oneLine(tag)
    .replace(JOINERS, '')
    .replace(REFUSED, '-')
    .split('/')
    .map((level) => level.replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('/');
  return /^[\p{N}/]+$/u.test(plain) ? `_${plain}` : plain;
}
