/** A paper as a person pastes it into a message. Formats for bibliographies are in utils/formats. */
import { onlinePlaces } from '@/utils/paper/places-online';
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
  const address = addressOf(paper);
  return `${sentences}.${address ? ` ${address}` : ''}`;
}

/** `[Title](address)`, with what Markdown would read as its own escaped; the title alone if there is no address. */
export function asMarkdownLink(paper: Paper): string {
  const title = titleOf(paper).replace(/[\\[\]`*_<>]/g, '\\$&');
  const address = addressOf(paper);
  return address
    ? `[${title}](${address.replace(/[()\s]/g, encodeURIComponent).replace(/[()]/g, escapedByte)})`
    : title;
}

function addressOf(paper: Paper): string | undefined {
  const places = onlinePlaces(paper).filter(
    ({ place }) => !['pdf', 'code', 'project', 'alphaxiv'].includes(place),
  );
  const best = places.find(({ place }) => place === 'doi') ?? places[0];
  return (places.find(({ place }) => place === 'arxiv' || place === 'acl') ?? best)?.url ?? paper.url;
}

/** `encodeURIComponent` leaves parentheses as they are. */
function escapedByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
