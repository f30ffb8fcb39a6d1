/** Names of sites that people write as several words. The index has a site by its id, which is one word. */
import type { Query } from '@/utils/query/query-tree';

/** By the words as they are typed: the name as a compound, which is found as one word, too. */
const NAMES = [{ words: ['hugging', 'face'], compound: 'hugging-face' }];

/** The parts of an AND, in which words that name a site are one: `hugging face` means `hugging-face`. */
export function withSiteNames(parts: readonly Query[]): Query[] {
  const joined: Query[] = [];
  for (let at = 0; at < parts.length; ) {
    const name = NAMES.find(({ words }) => words.every((word, offset) => isWord(parts[at + offset], word)));
    joined.push(name ? { kind: 'word', text: name.compound } : (parts[at] as Query));
    at += name?.words.length ?? 1;
  }
  return joined;
}

function isWord(part: Query | undefined, word: string): boolean {
  return part?.kind === 'word' && part.field === undefined && part.text.toLowerCase() === word;
}
