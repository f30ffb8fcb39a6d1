/** A paper as a person pastes it into a message. Formats for bibliographies are in utils/formats. */
import { bestAddress } from '@/utils/formats/parts/best-address';
import { markdownLink } from '@/utils/formats/parts/markdown-text';
import type { Paper } from '@/utils/paper/schema';
import { titleOf } from './paper-words';

/** Authors that are named before “et al.”. */
const NAMED = 3;

/** “Authors (year). Title. Venue. Address”, without what is not known. */
export function asPlainText(paper: Paper): string {
  const { authors, publishedAt, venue } = paper;
  const people = authors.length > NAMED ? `${authors[0]} et al.` : authors.join(', ');
  const year = publishedAt ? `(${publishedAt.slice(0, 4)})` : '';
  const head = [people, year].filter(Boolean).join(' ');
  const parts = [head, titleOf(paper), venue].filter((part) => part !== undefined && part !== '');
  const sentences = parts.map((part) => `${part}`.replace(/\.$/, '')).join('. ');
  const address = bestAddress(paper);
  return `${sentences}.${address ? ` ${address}` : ''}`;
}

/** `[Title](address)`, with what Markdown would read as its own escaped; the title alone if there is no address. */
export function asMarkdownLink(paper: Paper): string {
  return markdownLink(titleOf(paper), bestAddress(paper));
}
