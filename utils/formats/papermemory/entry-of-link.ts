/** An address, with or without a title, as PaperMemory's options page takes lists of them. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersInText, identifiersOfAddress } from '@/utils/reading/addresses';
import { record } from '@/utils/reading/loose-json';
import { cut, oneLine } from '@/utils/text/clean';
import type { Found } from './found';
import { tagsIn, textIn } from './values';

const LONGEST = 20_000;
const KNOWN = new Set(['url', 'title', 'tags', 'codeLink', 'note']);

/** Whether it is an address, or an object with one. */
export function isLink(value: unknown): boolean {
  const address = typeof value === 'string' ? value : record(value).url;
  return typeof address === 'string' && Object.keys(identifiersIn(address)).length > 0
    ? true
    : typeof address === 'string' && /^\s*https?:\/\//i.test(address);
}

/** What a member of such a list says. */
export function entryOfLink(value: unknown): Found {
  const fields = typeof value === 'string' ? { url: value } : record(value);
  const address = textIn(fields.url).trim();
  const [tags, note] = [tagsIn(fields.tags), textIn(fields.note)];
  const card = present<PaperCard>({
    site: 'papermemory',
    identifiers: identifiersIn(address),
    title: cut(oneLine(textIn(fields.title)), LONGEST),
    url: address,
    code: textIn(fields.codeLink),
  });
  return {
    entry: { card, ...(tags.length > 0 && { tags }), ...(note && { note }) },
    unkept: Object.keys(fields).filter((name) => !KNOWN.has(name)),
  };
}

/** Of an address, a DOI or an arXiv id. */
function identifiersIn(address: string): Record<string, string> {
  const text = address.trim().slice(0, 2048);
  if (/^https?:/i.test(text)) return URL.canParse(text) ? identifiersOfAddress(new URL(text)) : {};
  return Object.fromEntries(identifiersInText(text).map(({ namespace, value }) => [namespace, value]));
}
